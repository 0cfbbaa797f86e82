#include "ui/window/archiving.h"

#include "core/corpus/session.h"
#include "core/importers/sourceaddress.h"
#include "ui/archive/refusedpages.h"
#include "ui/archive/snapshotkeeper.h"
#include "ui/archive/snapshotlibrary.h"
#include "ui/archive/snapshotpage.h"
#include "ui/archive/snapshotview.h"
#include "ui/archive/snapshotwords.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreeview.h"
#include "ui/read/readerpage.h"
#include "ui/sources/networkindicator.h"
#include "ui/theme/icons.h"
#include "ui/window/casepane.h"
#include "ui/window/settings.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QPointer>

namespace casebook {

using namespace Qt::StringLiterals;

Archiving::Archiving(CorpusSession &session, const Browser &browser, const Parts &parts, QMenu *menu,
                     QMainWindow *window)
    : QObject(window),
      m_session(session),
      m_browser(browser),
      m_parts(parts),
      m_window(window),
      m_library(new SnapshotLibrary(session, this)),
      m_keeper(new SnapshotKeeper(this)),
      m_page(new SnapshotPage(*m_library))
{
    parts.pane.addPage(m_page);
    fillMenu(menu);
    connectKeeper();
    connectPage();
    updateActions();
}

QAction *Archiving::add(QMenu *menu, const QString &name, const QString &text, const QString &iconName)
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, m_window);
    action->setObjectName(name);
    menu->addAction(action);
    return action;
}

void Archiving::fillMenu(QMenu *menu)
{
    menu->addSeparator();
    QMenu *keeping = menu->addMenu(icon(u"save"_s), tr("Keep a Cop&y"));
    m_keepCase = add(keeping, u"keepCase"_s, tr("Of the Sources of This &Case"), u"save"_s);
    m_keepSelection = add(keeping, u"keepSelection"_s, tr("Of the Sources of the &Selected Cases"), {});
    m_keepMissing = add(keeping, u"keepMissing"_s, tr("Of All Sources &Without a Copy"), {});
    keeping->addSeparator();
    QAction *pictures = add(keeping, u"keepPictures"_s, tr("Keep &Pictures Too"), {});
    pictures->setCheckable(true);
    pictures->setChecked(Settings::state(u"keepPictures"_s) == "yes");
    m_stop = add(keeping, u"stopKeeping"_s, tr("S&top Keeping Copies"), u"close"_s);
    m_showRefused = add(keeping, u"showRefused"_s, tr("Show What Was &Not Kept…"), {});
    m_copies = menu->addMenu(icon(u"read"_s), tr("&Read a Kept Copy"));
    m_copies->setObjectName(u"readCopy"_s);

    connect(m_keepCase, &QAction::triggered, this, [this] { keep(addressesOf({m_parts.pane.currentId()})); });
    connect(m_keepSelection, &QAction::triggered, this, [this] { keep(addressesOf(m_parts.tree.selectedIds())); });
    connect(m_keepMissing, &QAction::triggered, this, [this] {
        QStringList ids;
        for (const CaseStudyPtr &study : m_session.corpus().cases())
            ids.append(study->id);
        keep(missingOf(addressesOf(ids)));
    });
    connect(pictures, &QAction::toggled, this, [this](bool wanted) {
        Settings::setState(u"keepPictures"_s, wanted ? "yes" : "no");
        m_keeper->setPictures(wanted);
    });
    m_keeper->setPictures(pictures->isChecked());
    connect(m_stop, &QAction::triggered, m_keeper, &SnapshotKeeper::stop);
    connect(m_showRefused, &QAction::triggered, this, [this] { showRefusedPages(m_window, m_keeper->refused()); });
    connect(m_copies, &QMenu::aboutToShow, this, [this] { fillCopies(m_copies); });
}

void Archiving::connectKeeper()
{
    StatusLine &status = m_parts.status;
    connect(m_keeper, &SnapshotKeeper::progressed, this, &Archiving::showUse);
    connect(m_keeper, &SnapshotKeeper::kept, m_library, &SnapshotLibrary::lookAgain);
    connect(m_keeper, &SnapshotKeeper::finished, this, [this, &status](const QString &message) {
        updateActions();
        if (m_keeper->refused().size() > 1)
            status.showOffer(message, m_showRefused);
        else if (!message.isEmpty())
            status.showMessage(message);
    });
    connect(status.network(), &NetworkIndicator::stopRequested, m_keeper, &SnapshotKeeper::stop);
    connect(&m_session, &CorpusSession::closed, m_keeper, &SnapshotKeeper::stop);
}

void Archiving::connectPage()
{
    CasePane &pane = m_parts.pane;
    CaseView *view = pane.reader()->view();
    connect(m_library, &SnapshotLibrary::changed, this, &Archiving::showCopies);
    connect(view, &CaseView::snapshotRequested, this, [this](const QString &url) { readCopy(url); });
    connect(view, &CaseView::copyRequested, this, [this](const QString &url) { keep({url}); });
    connect(m_page, &SnapshotPage::closed, &pane, &CasePane::leavePage);
    connect(m_page, &SnapshotPage::copyRequested, this, [this](const QString &url) { keep({url}); });
    connect(m_page, &SnapshotPage::addressHovered, &pane, &CasePane::addressHovered);
    // Both are read in one size.
    connect(m_page->view(), &SnapshotView::zoomChanged, view, &CaseView::setZoom);
    connect(view, &CaseView::zoomChanged, m_page->view(), &SnapshotView::setZoom);
    m_page->view()->setZoom(view->zoom());
    pane.setCopies([library = QPointer(m_library)](const QString &url) { // the pane may outlive it
        const Snapshot latest = library ? library->archive().latestOf(url) : Snapshot();
        return latest.taken.isValid() ? copyKeptWords(latest) : QString();
    });
    connect(&pane, &CasePane::stateChanged, this, &Archiving::updateActions);
    connect(&m_session, &CorpusSession::closed, &pane, &CasePane::leavePage);
    showCopies();
}

// Typesets the case again only where something else is to be told.
void Archiving::showCopies()
{
    QList<Snapshot> copies;
    const QStringList urls = addressesOf({m_parts.pane.currentId()});
    for (const QString &url : urls)
        copies.append(m_library->archive().latestOf(url));
    if (m_shownId != m_parts.pane.currentId() || m_shownCopies != copies)
        m_parts.pane.showCopies();
    m_shownId = m_parts.pane.currentId();
    m_shownCopies = copies;
    updateActions();
    emit changed();
}

void Archiving::keep(QStringList urls)
{
    QSet<QString> pages; // one copy serves every part of a page, however its address is written
    urls.removeIf([&pages](const QString &url) {
        const QString page = addressKey(url);
        const bool isNeedless = page.isEmpty() || pages.contains(page);
        pages.insert(page);
        return isNeedless;
    });
    if (urls.isEmpty()) {
        m_parts.status.showMessage(tr("There is no source with a web address of which a copy is missing."));
        return;
    }
    m_keeper->setAllowPrivate(Settings::allowsPrivateAddresses());
    m_keeper->keep(m_library->root(), urls);
    updateActions();
}

void Archiving::readCopy(const QString &url, const QString &passage, const QByteArray &sha256)
{
    m_parts.pane.requestLeave([this, url, passage, sha256](bool mayLeave) {
        if (!mayLeave)
            return;
        m_page->showPage(url, titleOf(url), passage, sha256);
        m_parts.pane.showPage(m_page);
    });
}

void Archiving::lookAgain()
{
    m_library->lookAgain();
}

void Archiving::fillCopies(QMenu *menu)
{
    menu->clear();
    const CaseStudyPtr study = m_session.corpus().find(m_parts.pane.currentId());
    const QList<Source> sources = study ? sourcesOf(*study, m_session.corpus().schema()) : QList<Source>();
    for (const Source &source : sources) {
        if (!m_library->archive().has(source.url))
            continue;
        QString title = source.title.isEmpty() ? source.url : source.title.simplified();
        title = menu->fontMetrics().elidedText(title, Qt::ElideMiddle, menu->fontMetrics().averageCharWidth() * 60);
        menu->addAction(title.replace(u'&', u"&&"_s), this, [this, url = source.url] { readCopy(url); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No copy of this case's sources is kept"))->setEnabled(false);
}

void Archiving::showUse(int done, int total)
{
    const QLocale locale;
    m_parts.status.network()->setUse(
        u"archive"_s,
        total > 0 ? tr("keeping copies: %1 of %2").arg(locale.toString(done), locale.toString(total)) : QString());
    updateActions();
}

void Archiving::updateActions()
{
    const bool open = m_session.isOpen();
    const bool shown = open && !m_parts.pane.currentId().isEmpty();
    m_keepCase->setEnabled(shown);
    m_keepSelection->setEnabled(open);
    m_keepMissing->setEnabled(open);
    m_copies->setEnabled(shown);
    m_stop->setEnabled(m_keeper->isRunning());
    m_showRefused->setEnabled(!m_keeper->refused().isEmpty() && !m_keeper->isRunning());
}

QStringList Archiving::addressesOf(const QStringList &ids) const
{
    QStringList addresses;
    for (const QString &id : ids) {
        const CaseStudyPtr study = m_session.corpus().find(id);
        const QList<Source> sources = study ? sourcesOf(*study, m_session.corpus().schema()) : QList<Source>();
        for (const Source &source : sources)
            addresses.append(source.url.trimmed());
    }
    addresses.removeDuplicates();
    return addresses;
}

QStringList Archiving::missingOf(const QStringList &urls) const
{
    QStringList missing = urls;
    missing.removeIf([this](const QString &url) { return m_library->archive().has(url); });
    return missing;
}

QString Archiving::titleOf(const QString &url) const
{
    const CaseStudyPtr study = m_session.corpus().find(m_parts.pane.currentId());
    const QList<Source> sources = study ? sourcesOf(*study, m_session.corpus().schema()) : QList<Source>();
    for (const Source &source : sources) {
        if (addressKey(source.url) == addressKey(url))
            return source.title;
    }
    return {};
}

} // namespace casebook
