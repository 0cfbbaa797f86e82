#include "ui/window/sourcing.h"

#include "core/corpus/session.h"
#include "core/sources/freshness.h"
#include "core/sources/linkfields.h"
#include "core/sources/sourcesession.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreeview.h"
#include "ui/curate/casecommands.h"
#include "ui/read/externallink.h"
#include "ui/sources/addressoffers.h"
#include "ui/sources/linkrows.h"
#include "ui/sources/linkspanel.h"
#include "ui/sources/networkindicator.h"
#include "ui/sources/sourcechecks.h"
#include "ui/sources/sourcenetwork.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"
#include "ui/window/corpuspage.h"
#include "ui/window/settings.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLocale>
#include <QMainWindow>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int countPause = 150; // ms, so that several changes at once are counted once

Query needyCases()
{
    QueryTerm term;
    term.kind = QueryTerm::Kind::Has;
    term.path = needsField.toString();
    Query query;
    query.terms = {term};
    return query;
}

} // namespace

Sourcing::Sourcing(CorpusSession &session, Browser &browser, CaseCommands &files, const Parts &parts,
                   QMainWindow *window)
    : QObject(window),
      m_session(session),
      m_browser(browser),
      m_parts(parts),
      m_sources(new SourceSession(session, this)),
      m_checks(new SourceChecks(sourceNetwork(this), this)),
      m_offers(new AddressOffers(session, files, window)),
      m_dock(new QDockWidget(tr("Links"), window)),
      m_panel(new LinksPanel(*m_checks))
{
    m_dock->setObjectName(u"linksDock"_s);
    m_dock->setWidget(m_panel);
    m_dock->setFeatures(QDockWidget::DockWidgetClosable);
    window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    if (auto *problems = window->findChild<QDockWidget *>(u"problemsDock"_s))
        window->tabifyDockWidget(problems, m_dock);
    m_dock->hide();
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countPause);
    connectActions();
    connectPanel();
    connectSession();
    const bool allowed = Settings::allowsPrivateAddresses();
    m_parts.actions.allowPrivate->setChecked(allowed);
    m_checks->setAllowPrivate(allowed);
    updateActions();
}

Sourcing::~Sourcing()
{
    delete m_dock; // its list looks at the checks
}

void Sourcing::connectActions()
{
    const Actions &actions = m_parts.actions;
    connect(actions.checkCase, &QAction::triggered, this, [this] { m_checks->check(addressesOf({shownCase()})); });
    connect(actions.checkSelection, &QAction::triggered, this,
            [this] { m_checks->check(addressesOf(m_parts.page.tree()->selectedIds())); });
    connect(actions.checkAll, &QAction::triggered, this, [this] { m_checks->check(allAddresses()); });
    connect(actions.stopChecks, &QAction::triggered, m_checks, &SourceChecks::stop);
    connect(actions.findCopies, &QAction::triggered, this, [this] {
        const QStringList chosen =
            m_panel->isAncestorOf(QApplication::focusWidget()) ? m_panel->selectedAddresses() : QStringList();
        lookForCopies(chosen.isEmpty() ? addressesOf({shownCase()}) : chosen);
    });
    connect(actions.useMoves, &QAction::triggered, this, [this] { offerMoves(allAddresses()); });
    connect(actions.showNeeds, &QAction::triggered, this, &Sourcing::showNeeds);
    connect(actions.showLinks, &QAction::triggered, this, &Sourcing::showPanel);
    connect(m_dock, &QDockWidget::visibilityChanged, this,
            [this] { m_parts.actions.showLinks->setChecked(!m_dock->isHidden()); });
    connect(actions.allowPrivate, &QAction::toggled, this, [this](bool allowed) {
        Settings::setAllowsPrivateAddresses(allowed);
        m_checks->setAllowPrivate(allowed);
    });
}

void Sourcing::connectPanel()
{
    connect(m_panel, &LinksPanel::caseRequested, this, &Sourcing::caseRequested);
    connect(m_panel, &LinksPanel::checkRequested, m_checks, &SourceChecks::check);
    connect(m_panel, &LinksPanel::checkAllRequested, m_parts.actions.checkAll, &QAction::trigger);
    connect(m_panel, &LinksPanel::stopRequested, m_checks, &SourceChecks::stop);
    connect(m_panel, &LinksPanel::copiesRequested, this, &Sourcing::lookForCopies);
    connect(m_panel, &LinksPanel::movesRequested, this, &Sourcing::offerMoves);
    connect(m_panel, &LinksPanel::openRequested, this,
            [](const QString &address) { openExternalLink(QUrl(address, QUrl::StrictMode)); });
}

void Sourcing::connectSession()
{
    connect(m_checks, &SourceChecks::answered, m_sources, &SourceSession::add);
    connect(m_checks, &SourceChecks::checked, this, &Sourcing::tell);
    connect(m_checks, &SourceChecks::copiesFound, this, &Sourcing::offerCopies);
    connect(m_checks, &SourceChecks::progressChanged, this, &Sourcing::showUse);
    connect(m_checks, &SourceChecks::progressChanged, this, &Sourcing::updateActions);
    connect(m_sources, &SourceSession::message, &m_parts.status, &StatusLine::showMessage);
    connect(m_parts.status.network(), &NetworkIndicator::stopRequested, m_checks, &SourceChecks::stop);
    connect(&m_parts.status, &StatusLine::needsRequested, this, &Sourcing::showNeeds);
    connect(&m_countSoon, &QTimer::timeout, this, &Sourcing::countNeeds);
    const auto casesChanged = [this] {
        fillPanel();
        updateActions();
        m_countSoon.start();
    };
    connect(&m_session, &CorpusSession::closed, m_checks, &SourceChecks::stop);
    connect(&m_session, &CorpusSession::closed, this, casesChanged);
    connect(&m_session, &CorpusSession::loaded, this, casesChanged);
    connect(&m_session, &CorpusSession::changed, this, casesChanged);
    connect(&m_session, &CorpusSession::schemaChanged, this, casesChanged);
    connect(&m_session, &CorpusSession::sourceFactsChanged, this, [this] {
        if (m_dock->isVisible())
            m_panel->showFacts(m_session.corpus());
        m_parts.page.pane()->showSourceFacts();
        updateActions();
        m_countSoon.start();
    });
    connect(m_parts.page.pane(), &CasePane::stateChanged, this, &Sourcing::updateActions);
    connect(m_parts.page.pane(), &CasePane::stateChanged, this, &Sourcing::tellNeeds);
}

void Sourcing::lookAgain()
{
    m_sources->lookAgain();
}

void Sourcing::restoreState()
{
    m_panel->restoreState(Settings::state(u"links"_s));
    m_dock->hide();
}

void Sourcing::saveState() const
{
    Settings::setState(u"links"_s, m_panel->saveState());
}

void Sourcing::showPanel(bool shown)
{
    m_dock->setVisible(shown);
    if (!shown)
        return;
    m_dock->raise();
    fillPanel();
    m_panel->setFocus();
}

/// Not while nobody looks: a large corpus has many sources.
void Sourcing::fillPanel()
{
    if (!m_dock->isHidden())
        m_panel->showCorpus(m_session.corpus());
}

QString Sourcing::shownCase() const
{
    return m_parts.page.pane()->currentId();
}

QStringList Sourcing::addressesOf(const QStringList &ids) const
{
    QStringList addresses;
    for (const QString &id : ids) {
        if (const CaseStudyPtr study = m_session.corpus().find(id))
            addresses += webAddresses(*study, m_session.corpus().schema());
    }
    addresses.removeDuplicates();
    return addresses;
}

QStringList Sourcing::allAddresses() const
{
    QStringList addresses;
    for (const CaseStudyPtr &study : m_session.corpus().cases())
        addresses += webAddresses(*study, m_session.corpus().schema());
    addresses.removeDuplicates();
    return addresses;
}

void Sourcing::updateActions()
{
    const Actions &actions = m_parts.actions;
    const bool open = m_session.isOpen();
    const bool shown = open && !shownCase().isEmpty();
    actions.checkCase->setEnabled(shown);
    for (QAction *action : {actions.checkSelection, actions.checkAll, actions.showLinks})
        action->setEnabled(open);
    actions.findCopies->setEnabled(shown && !m_checks->isLooking());
    actions.stopChecks->setEnabled(m_checks->isRunning());
    const SourceFactsPtr facts = m_session.corpus().sourceFacts();
    actions.useMoves->setEnabled(open && facts
                                 && std::any_of(facts->links.begin(), facts->links.end(), [](const LinkRecord &record) {
                                        return moveOffer(record).has_value();
                                    }));
    actions.showNeeds->setEnabled(open && m_session.corpus().schema().isComputed(needsField));
    if (!open)
        m_dock->hide();
}

void Sourcing::countNeeds()
{
    const bool known = m_session.isOpen() && m_session.corpus().schema().isComputed(needsField);
    if (!known) {
        m_needy = 0;
        tellNeeds();
        return;
    }
    m_browser.facetsOf({}, this, [this](const QList<Facet> &facets) {
        QStringList parts;
        for (const Facet &facet : facets) {
            for (const FacetValue &value : facet.path == needsField ? facet.values : QList<FacetValue>())
                parts.append(tr("%1: %2").arg(value.label, QLocale().toString(value.count)));
        }
        m_needsInWords = parts.join(u'\n');
        m_browser.countOf(needyCases(), this, [this](int cases) {
            m_needy = cases;
            tellNeeds();
        });
    });
}

/// With the reasons of the case that is shown.
void Sourcing::tellNeeds()
{
    const Corpus &corpus = m_session.corpus();
    QString details = m_needsInWords;
    if (const CaseStudyPtr study = corpus.find(shownCase())) {
        const FreshnessReader reader(corpus.schema(), corpus.sourceFacts(), corpus.today());
        if (const QStringList reasons = reader.reasonsOf(*study); !reasons.isEmpty())
            details += u"\n\n"_s + tr("This case:") + u'\n' + reasons.join(u'\n');
    }
    m_parts.status.setNeeds(m_needy, details);
}

void Sourcing::showNeeds()
{
    m_browser.setQuery(needyCases());
}

void Sourcing::showUse()
{
    QString words;
    if (m_checks->total() > 0)
        words = tr("asking sources: %1 of %2")
                    .arg(QLocale().toString(m_checks->done()), QLocale().toString(m_checks->total()));
    else if (m_checks->isLooking())
        words = tr("asking the Wayback Machine: %1 of %2")
                    .arg(QLocale().toString(m_checks->copiesDone()), QLocale().toString(m_checks->copiesTotal()));
    m_parts.status.network()->setUse(u"links"_s, words);
}

void Sourcing::tell(const LinkRecordList &records, bool stopped)
{
    const auto count = [&records](const auto &test) {
        return static_cast<int>(std::count_if(records.begin(), records.end(), test));
    };
    QStringList parts{stopped ? tr("Stopped; checked %Ln link(s)", nullptr, static_cast<int>(records.size()))
                              : tr("Checked %Ln link(s)", nullptr, static_cast<int>(records.size()))};
    for (const LinkState state : linkStates()) {
        if (const int number = count([state](const LinkRecord &record) { return record.state == state; }))
            parts.append(tr("%1 %2").arg(QLocale().toString(number), linkStateLabel(state).toLower()));
    }
    const QString message = parts.join(u"  ·  "_s);
    if (count([](const LinkRecord &record) { return moveOffer(record).has_value(); }) > 0)
        m_parts.status.showOffer(message, m_parts.actions.useMoves);
    else
        m_parts.status.showMessage(message);
}

void Sourcing::offerMoves(const QStringList &addresses)
{
    const SourceFactsPtr facts = m_session.corpus().sourceFacts();
    QList<AddressChange> changes;
    for (const QString &address : addresses) {
        if (const auto change = facts ? moveOffer(facts->link(address)) : std::nullopt)
            changes.append(*change);
    }
    if (changes.isEmpty())
        m_parts.status.showMessage(tr("None of these sources has moved for good."));
    else
        offer(changes, tr("Use the new addresses"),
              tr("These sources have moved for good. What is ticked will name their new addresses."));
}

/// Of those that are asked for, the ones that need a copy: all where none of them is known to be gone.
void Sourcing::lookForCopies(QStringList addresses)
{
    const SourceFactsPtr facts = m_session.corpus().sourceFacts();
    QStringList gone;
    for (const QString &address : std::as_const(addresses)) {
        const LinkState state = facts ? facts->link(address).state : LinkState::Unchecked;
        if (state == LinkState::Dead || state == LinkState::Doubtful)
            gone.append(address);
    }
    if (!gone.isEmpty())
        addresses = gone;
    if (addresses.isEmpty())
        m_parts.status.showMessage(tr("This case names no source with a web address."));
    else
        m_checks->lookForCopies(soughtCopies(m_session.corpus(), addresses));
}

void Sourcing::offerCopies(const QList<FoundCopy> &copies, bool stopped)
{
    QList<AddressChange> changes;
    QString error;
    for (const FoundCopy &copy : copies) {
        if (!copy.copy.isEmpty())
            changes.append({copy.address, copy.copy});
        else if (error.isEmpty())
            error = copy.error;
    }
    if (!changes.isEmpty())
        offer(changes, tr("Use archived copies"),
              tr("The Wayback Machine has copies of these pages. What is ticked will name the copy instead of the "
                 "page."));
    else if (!error.isEmpty())
        m_parts.status.showMessage(error);
    else if (!stopped)
        m_parts.status.showMessage(tr("The Wayback Machine has no copy of it."));
}

void Sourcing::offer(const QList<AddressChange> &changes, const QString &title, const QString &explanation)
{
    m_parts.page.pane()->requestLeave([this, changes, title, explanation](bool mayLeave) {
        if (mayLeave)
            m_offers->offer(changes, title, explanation);
    });
}

} // namespace casebook
