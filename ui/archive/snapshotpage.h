#pragma once

#include "core/sources/readabletext.h"

#include <QThreadPool>
#include <QWidget>

#include <memory>
#include <stop_token>

QT_BEGIN_NAMESPACE
class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolBar;
QT_END_NAMESPACE

namespace casebook {

class DifferencePanel;
class FindBar;
class SnapshotLibrary;
class SnapshotPictures;
class SnapshotView;

/// The snapshots of one page: the text of one, what is known of it, and how it differs from another one.
///
/// The actions, by objectName: "leaveSnapshot" (Esc), "wholePage", "snapshotPictures", "compareSnapshots", "openPage".
/// Reads in the background and fetches nothing.
class SnapshotPage : public QWidget {
    Q_OBJECT

public:
    /// The library must outlive the page.
    explicit SnapshotPage(const SnapshotLibrary &library, QWidget *parent = nullptr);
    ~SnapshotPage() override;

    /// Shows the latest snapshot of a page, or the one of this sum, or says that there is none. `title` is what the
    /// source is called. A passage is marked and gone to when the text is there.
    void showPage(const QString &url, const QString &title, const QString &passage = {}, const QByteArray &sha256 = {});
    QString url() const { return m_url; }
    SnapshotView *view() const { return m_view; }
    /// Whether a text is still being read.
    bool isReading() const { return m_isReading; }

    void showFindBar();
    /// Goes on to what the find bar has been given; false where it is not open, or empty.
    bool findAgain(bool backward);
    QAction *action(QStringView name) const;

signals:
    /// A person wants to go back to the case.
    void closed();
    /// A person wants a copy of this page.
    void copyRequested(const QString &url);
    void addressHovered(const QString &address);

private:
    void arrange();
    QWidget *makeBar();
    QAction *addAction(QToolBar *bar, const QString &name, const QString &text, const QString &iconName,
                       const QKeySequence &key = {});
    void leave();
    void followLibrary();
    void fillChoices(const QByteArray &sha256);
    const Snapshot *chosen(const QComboBox *box) const;
    void showChosen();
    std::stop_token beginReading();
    void showReading(const Result<ReadableText> &readable, const std::shared_ptr<SnapshotPictures> &pictures);
    void setComparing(bool comparing);
    void compare();
    void showDifference(const Result<QByteArray> &older, const Result<QByteArray> &newer);
    void showState();
    void find(const QString &text, bool backward, bool again);
    ReadableOptions options() const;

    const SnapshotLibrary &m_library;
    QString m_url;
    QString m_title;
    QString m_passage; ///< to be gone to when the text is there
    QString m_charset;
    QList<Snapshot> m_snapshots; ///< the latest first
    QThreadPool m_pool;
    std::stop_source m_stop; ///< of the reading under way
    int m_round = 0;         ///< of readings: only the last one is shown
    bool m_isReading = false;

    QLabel *m_heading;
    QLabel *m_facts;
    QComboBox *m_choice;
    QLabel *m_withLabel;
    QComboBox *m_with; ///< what the chosen one is compared with
    QToolBar *m_keep;  ///< the key to keep a copy, where there is none
    QStackedWidget *m_stack;
    SnapshotView *m_view;
    DifferencePanel *m_difference;
    FindBar *m_findBar;
};

} // namespace casebook
