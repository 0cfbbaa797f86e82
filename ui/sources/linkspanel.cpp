#include "ui/sources/linkspanel.h"

#include "ui/sources/sourcechecks.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QToolButton *headButton(QWidget *parent, const QString &name, const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

LinksPanel::LinksPanel(const SourceChecks &checks, QWidget *parent)
    : QWidget(parent),
      m_checks(checks),
      m_model(new LinksModel(this)),
      m_view(new QTreeView(this)),
      m_empty(new QLabel(this)),
      m_filter(new QComboBox(this)),
      m_summary(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_stop(headButton(this, u"stopLinks"_s, tr("Stop"), u"close"_s)),
      m_checkAll(headButton(this, u"checkAllLinks"_s, tr("Check All"), u"link-check"_s))
{
    setObjectName(u"linksPanel"_s);
    makeView();
    makeMenu();
    m_empty->setObjectName(u"linksEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    setFocusProxy(m_view);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setFilter(static_cast<LinksModel::Filter>(index));
        showState();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &LinksPanel::showState);
    connect(m_stop, &QToolButton::clicked, this, &LinksPanel::stopRequested);
    connect(m_checkAll, &QToolButton::clicked, this, &LinksPanel::checkAllRequested);
    connect(&checks, &SourceChecks::progressChanged, this, &LinksPanel::showProgress);
    showProgress();
    showState();
}

QWidget *LinksPanel::makeHead()
{
    m_filter->setObjectName(u"linksFilter"_s);
    m_filter->setAccessibleName(tr("Which sources are shown"));
    m_filter->addItems({tr("All sources"), tr("Problems"), tr("Moved for good")}); // in the order of Filter
    m_summary->setObjectName(u"linksSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMinimumWidth(1); // many numbers must not widen the window
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_progress->setAccessibleName(tr("How far the asking has come"));
    m_stop->setToolTip(tr("Stop asking; what is known by now stays"));
    m_checkAll->setToolTip(tr("Ask every source of the corpus whether it still answers"));
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_filter);
    row->addWidget(m_summary, 1);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addWidget(m_checkAll);
    return head;
}

void LinksPanel::makeView()
{
    m_view->setObjectName(u"linksView"_s);
    m_view->setAccessibleName(tr("Links of the sources"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setSortingEnabled(true);
    m_view->header()->setSortIndicatorClearable(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->header()->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    const int widths[] = {22, 52, 40, 8, 16};
    for (int column = 0; column < LinksModel::LocationColumn; ++column)
        m_view->header()->resizeSection(column, unit * widths[column]);
    connect(m_view, &QTreeView::activated, this, // Return, or a double click
            [this](const QModelIndex &index) { emit caseRequested(m_model->row(index.row()).caseId); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LinksPanel::updateMenu);
}

QAction *LinksPanel::addAction(const QString &name, const QString &text, const QString &iconName)
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, m_view);
    action->setObjectName(name);
    m_view->addAction(action);
    return action;
}

void LinksPanel::makeMenu()
{
    m_goTo = addAction(u"linkGoToCase"_s, tr("&Go to the Case"), u"read"_s);
    m_check = addAction(u"linkCheckAgain"_s, tr("&Check Again"), u"link-check"_s);
    m_moves = addAction(u"linkUseNew"_s, tr("Use the &New Address…"), u"link-moved"_s);
    m_copies = addAction(u"linkFindCopy"_s, tr("Look for an &Archived Copy…"), u"history"_s);
    m_open = addAction(u"linkOpen"_s, tr("&Open in the Browser"), u"external"_s);
    m_copy = addAction(u"linkCopy"_s, tr("Copy A&ddress"), u"copy"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_goTo, &QAction::triggered, this,
            [this] { emit caseRequested(m_model->row(m_view->currentIndex().row()).caseId); });
    connect(m_check, &QAction::triggered, this, [this] { emit checkRequested(selectedAddresses()); });
    connect(m_moves, &QAction::triggered, this, [this] { emit movesRequested(selectedAddresses()); });
    connect(m_copies, &QAction::triggered, this, [this] { emit copiesRequested(selectedAddresses()); });
    connect(m_open, &QAction::triggered, this, [this] { emit openRequested(selectedAddresses().value(0)); });
    connect(m_copy, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(selectedAddresses().join(u'\n')); });
    updateMenu();
}

void LinksPanel::updateMenu()
{
    const QStringList addresses = selectedAddresses();
    for (QAction *action : {m_check, m_copy})
        action->setEnabled(!addresses.isEmpty());
    m_goTo->setEnabled(m_view->currentIndex().isValid());
    m_open->setEnabled(addresses.size() == 1);
    m_copies->setEnabled(!addresses.isEmpty() && !m_checks.isLooking());
    bool moved = false;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        moved = moved || moveOffer(m_model->record(index.row()));
    m_moves->setEnabled(moved);
}

void LinksPanel::showCorpus(const Corpus &corpus)
{
    m_model->setFacts(corpus.sourceFacts(), QDate::currentDate());
    m_model->setSources(linkRowsOf(corpus));
    showState(); // the sources may be the same
}

void LinksPanel::showFacts(const Corpus &corpus)
{
    m_model->setFacts(corpus.sourceFacts(), QDate::currentDate());
    showState();
}

QStringList LinksPanel::selectedAddresses() const
{
    QStringList addresses;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        const QString &address = m_model->row(index.row()).address;
        if (!addresses.contains(address))
            addresses.append(address);
    }
    return addresses;
}

void LinksPanel::showProgress()
{
    const bool running = m_checks.isRunning();
    m_progress->setVisible(running);
    // One after the other: the sum would fall back when one of them has ended.
    const bool checks = m_checks.total() > 0;
    const int done = checks ? m_checks.done() : m_checks.copiesDone();
    const int total = checks ? m_checks.total() : m_checks.copiesTotal();
    m_progress->setMaximum(total);
    m_progress->setValue(done);
    m_progress->setToolTip(tr("%1 of %2 done").arg(QLocale().toString(done), QLocale().toString(total)));
    m_stop->setVisible(running);
    m_model->setAsking(m_checks.asking());
    updateMenu();
}

QString LinksPanel::emptyText() const
{
    if (m_model->sources().isEmpty())
        return tr("No case names a source with a web address.");
    return m_model->filter() == LinksModel::Filter::Offers ? tr("No source has moved for good.")
                                                           : tr("No problem is known. Check the links to be sure.");
}

void LinksPanel::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_view->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(emptyText());
    m_checkAll->setEnabled(!m_model->sources().isEmpty());
    const QHash<LinkState, int> counts = m_model->counts();
    const QLocale locale;
    QStringList parts{tr("%Ln source(s)", nullptr, static_cast<int>(m_model->sources().size()))};
    for (const LinkState state : linkStates()) {
        if (const int count = counts.value(state))
            parts.append(tr("%1 %2").arg(locale.toString(count), linkStateLabel(state).toLower()));
    }
    m_summary->setText(parts.join(u"  ·  "_s));
    m_summary->setToolTip(m_summary->text());
    updateMenu();
}

QByteArray LinksPanel::saveState() const
{
    return m_view->header()->saveState();
}

void LinksPanel::restoreState(const QByteArray &state)
{
    m_view->header()->restoreState(state);
}

} // namespace casebook
