#pragma once

#include "ui/sources/linkcheck.h"

#include <QObject>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QDockWidget;
class QMainWindow;
QT_END_NAMESPACE

namespace casebook {

class Actions;
class AddressOffers;
class Browser;
class CaseCommands;
class CorpusPage;
class CorpusSession;
class LinksPanel;
class SourceChecks;
class SourceSession;
class StatusLine;
struct AddressChange;

/// Connects what is known and can be found out of the sources with the window: the Sources menu, the list of links, the
/// reader, and the status line, which says when the network is in use and how many cases need a look.
///
/// Nothing is asked of the network unless a person chose an action that says so.
class Sourcing : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Actions &actions;
        CorpusPage &page;
        StatusLine &status;
    };

    /// `window` owns it, and outlives whatever is given.
    Sourcing(CorpusSession &session, Browser &browser, CaseCommands &files, const Parts &parts, QMainWindow *window);

    /// Keeps what has been found out.
    ~Sourcing() override;

    SourceChecks &checks() const { return *m_checks; }
    /// Other processes may have found something out.
    void lookAgain();
    /// After the window has restored its docks, which may show what is not wanted at the start.
    void restoreState();
    void saveState() const;

signals:
    /// A case is to be shown.
    void caseRequested(const QString &id);

private:
    void connectActions();
    void connectPanel();
    void connectSession();
    void showPanel(bool shown);
    void fillPanel();
    void updateActions();
    void countNeeds();
    void tellNeeds();
    void showNeeds();
    void showUse();
    void tell(const LinkRecordList &records, bool stopped);
    void offerMoves(const QStringList &addresses);
    void lookForCopies(QStringList addresses);
    void offerCopies(const QList<FoundCopy> &copies, bool stopped);
    void offer(const QList<AddressChange> &changes, const QString &title, const QString &explanation);
    QStringList addressesOf(const QStringList &ids) const;
    QStringList allAddresses() const;
    QString shownCase() const;

    CorpusSession &m_session;
    Browser &m_browser;
    Parts m_parts;
    SourceSession *m_sources;
    SourceChecks *m_checks;
    AddressOffers *m_offers;
    QDockWidget *m_dock;
    LinksPanel *m_panel;
    QTimer m_countSoon;
    int m_needy = 0;        ///< cases that need a look
    QString m_needsInWords; ///< how many need what
};

} // namespace casebook
