#pragma once

#include "core/difference/differencerows.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QStackedLayout;
class QToolButton;
QT_END_NAMESPACE

namespace casebook {

class DifferenceModel;
class DifferenceView;

/// The difference of two versions of a file, unified or side by side as the person had it last, anywhere in the
/// program.
///
/// The actions, by objectName: "nextDifference" (F8), "previousDifference" (Shift+F8), "sideBySide". They listen while
/// the focus is in the panel. Long texts are compared in the background; the panel says so meanwhile.
class DifferencePanel : public QWidget {
    Q_OBJECT

public:
    explicit DifferencePanel(QWidget *parent = nullptr);

    /// What the two versions are called: "On disk", "Here, not saved".
    void setTitles(const QString &oldTitle, const QString &newTitle);
    /// Compares two versions. Where they are those that it shows already, everything stays.
    void compare(const QByteArray &oldBytes, const QByteArray &newBytes);
    /// Shows a sentence in the place of a difference.
    void showMessage(const QString &message);
    /// Shows nothing, and forgets what it compared.
    void clear();

    DifferenceLayout layoutKind() const;
    void setLayoutKind(DifferenceLayout layout);
    /// What stands above the difference: "3 lines changed in 2 places". Empty while there is none.
    QString summary() const;
    DifferenceView *view() const { return m_view; }
    QAction *action(QStringView name) const;
    /// Puts a button for an action at the right end of the bar. Not owned.
    void addBarAction(QAction *action);

signals:
    /// A line of the new version was chosen; from 0.
    void lineActivated(int newLine);

private:
    QWidget *makeBar();
    QWidget *makeTitles();
    QAction *addAction(const QString &name, const QString &text, const QString &iconName, const QKeySequence &key);
    void compareInBackground();
    void showDifference(const TextDifference &difference);
    void showState();
    void rememberLayout();

    DifferenceModel *m_model;
    DifferenceView *m_view;
    QLabel *m_summary;
    QLabel *m_message;
    QLabel *m_oldTitle;
    QLabel *m_newTitle;
    QWidget *m_titles = nullptr;
    QHBoxLayout *m_bar = nullptr;
    QStackedLayout *m_pages;
    QByteArray m_oldBytes;
    QByteArray m_newBytes;
    bool m_isComparing = false; // or has compared: the bytes are what is to be seen
    int m_round = 0;            // of comparisons: only the last one is shown
};

} // namespace casebook
