#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;
QT_END_NAMESPACE

namespace casebook {

class Browser;
class NetworkIndicator;

/// The line at the bottom: how many cases are shown of how many, by which filter, how many problems there are, progress of
/// a load with its cancel key, and what has just been done.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    /// The browser must outlive the line.
    explicit StatusLine(const Browser &browser, QWidget *parent = nullptr);

    /// Shows a sentence for a while, in place of the numbers.
    void showMessage(const QString &message);
    /// The same for longer, with a button for what can be done about it.
    void showOffer(const QString &message, QAction *offer);
    /// Shows an address while the pointer is over it; "" takes it away.
    void showAddress(const QString &address);
    void setProblems(int errors, int warnings);
    /// How many cases need a look; `details` is what they need. 0 says nothing.
    void setNeeds(int cases, const QString &details);
    NetworkIndicator *network() const { return m_network; }
    /// How many lines have been changed and not been saved; 0 says nothing.
    void setChangedLines(int lines);
    /// `found` 0: nothing is loading.
    void setProgress(int done, int found);

signals:
    void problemsRequested();
    void needsRequested();
    void changesRequested();
    void cancelRequested();

private:
    void arrange();
    void showState();

    const Browser &m_browser;
    QLabel *m_text;
    QToolButton *m_offer;
    QToolButton *m_changes;
    QToolButton *m_needs;
    QToolButton *m_problems;
    NetworkIndicator *m_network;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QTimer *m_messageTime;
    QString m_message;
    QString m_address;
    bool m_delayed = false; ///< an answer is a long time coming
};

} // namespace casebook
