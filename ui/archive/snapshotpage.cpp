#include "ui/archive/snapshotpage.h"

#include "ui/archive/snapshotlibrary.h"
#include "ui/archive/snapshotpictures.h"
#include "ui/archive/snapshotview.h"
#include "ui/archive/snapshotwords.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/findbar.h"
#include "ui/read/externallink.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QComboBox>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 18;

struct Reading {
    Result<ReadableText> text = Error{};
    std::shared_ptr<SnapshotPictures> pictures = {};
};

using Sentences = std::pair<Result<QByteArray>, Result<QByteArray>>;

// A sentence a line: where the words of one change, the others of its paragraph are not shown as changed.
Result<QByteArray> sentencesOf(const Result<ReadableText> &readable)
{
    static const QRegularExpression end(u"(?<=[.!?\u3002])[ \t]+(?=\\S)"_s);
    if (!readable)
        return readable.error();
    return readable->text().replace(end, u"\n"_s).toUtf8();
}

QLabel *selectableLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

SnapshotPage::SnapshotPage(const SnapshotLibrary &library, QWidget *parent)
    : QWidget(parent),
      m_library(library),
      m_heading(selectableLabel(this)),
      m_facts(selectableLabel(this)),
      m_choice(new QComboBox(this)),
      m_withLabel(new QLabel(tr("compared &with"), this)),
      m_with(new QComboBox(this)),
      m_keep(new QToolBar(this)),
      m_stack(new QStackedWidget(this)),
      m_view(new SnapshotView(this)),
      m_difference(new DifferencePanel(this)),
      m_findBar(new FindBar(this))
{
    setObjectName(u"snapshotPage"_s);
    m_pool.setMaxThreadCount(1);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setObjectName(u"snapshotHeading"_s);
    m_facts->setObjectName(u"snapshotFacts"_s);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_choice->setAccessibleName(tr("Kept copies of this page"));
    m_choice->setObjectName(u"snapshotChoice"_s);
    m_with->setAccessibleName(tr("The copy to compare with"));
    m_with->setObjectName(u"snapshotWith"_s);
    m_withLabel->setBuddy(m_with);
    m_findBar->hide();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_difference);

    arrange();
    setFocusProxy(m_view);

    connect(m_choice, &QComboBox::activated, this, &SnapshotPage::showChosen);
    connect(m_with, &QComboBox::activated, this, &SnapshotPage::compare);
    connect(m_view, &SnapshotView::addressHovered, this, &SnapshotPage::addressHovered);
    connect(m_findBar, &FindBar::textEdited, this, [this](const QString &text) { find(text, false, false); });
    connect(m_findBar, &FindBar::findRequested, this,
            [this](const QString &text, bool backward) { find(text, backward, true); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_view->clearFindMarks();
        m_view->setFocus();
    });
    connect(&library, &SnapshotLibrary::changed, this, &SnapshotPage::followLibrary);
}

void SnapshotPage::arrange()
{
    const int margin = fontMetrics().height() / 2;
    auto *head = new QVBoxLayout;
    head->setContentsMargins(margin, 0, margin, margin / 2);
    head->setSpacing(margin / 4);
    head->addWidget(m_heading);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_choice);
    choices->addWidget(m_withLabel);
    choices->addWidget(m_with);
    choices->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    head->addLayout(choices);
    head->addWidget(m_facts);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_findBar);
}

SnapshotPage::~SnapshotPage()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

QAction *SnapshotPage::addAction(QToolBar *bar, const QString &name, const QString &text, const QString &iconName,
                                 const QKeySequence &key)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(action);
    bar->addAction(action);
    return action;
}

QWidget *SnapshotPage::makeBar()
{
    auto *bar = new QToolBar(this);
    bar->setIconSize(QSize(iconSize, iconSize));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    QAction *leave =
        addAction(bar, u"leaveSnapshot"_s, tr("Back to the Case"), u"back"_s, QKeySequence(Qt::Key_Escape));
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    QAction *whole = addAction(bar, u"wholePage"_s, tr("Whole Page"), u"form"_s);
    whole->setToolTip(tr("Show all of the page, with what stands around its text"));
    whole->setCheckable(true);
    QAction *pictures = addAction(bar, u"snapshotPictures"_s, tr("Pictures"), u"image"_s);
    pictures->setToolTip(tr("Show the pictures of which copies are kept"));
    pictures->setCheckable(true);
    QAction *compared = addAction(bar, u"compareSnapshots"_s, tr("Compare"), u"difference"_s, QKeySequence(Qt::Key_F7));
    compared->setToolTip(tr("Show what differs between two copies"));
    compared->setCheckable(true);
    QAction *open = addAction(bar, u"openPage"_s, tr("Open in Browser"), u"external"_s);
    QAction *keep = addAction(m_keep, u"keepThisPage"_s, tr("Keep a Copy"), u"save"_s);
    m_keep->setIconSize(bar->iconSize());
    m_keep->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(m_keep);

    connect(leave, &QAction::triggered, this, &SnapshotPage::leave);
    connect(whole, &QAction::triggered, this, &SnapshotPage::showChosen);
    connect(pictures, &QAction::triggered, this, &SnapshotPage::showChosen);
    connect(compared, &QAction::toggled, this, &SnapshotPage::setComparing);
    connect(open, &QAction::triggered, this, [this] { openExternalLink(QUrl(m_url)); });
    connect(keep, &QAction::triggered, this, [this] { emit copyRequested(m_url); });
    return bar;
}

QAction *SnapshotPage::action(QStringView name) const
{
    return findChild<QAction *>(name.toString(), Qt::FindDirectChildrenOnly);
}

void SnapshotPage::showPage(const QString &url, const QString &title, const QString &passage, const QByteArray &sha256)
{
    m_url = url;
    m_title = title;
    m_passage = passage;
    m_snapshots = m_library.archive().snapshotsOf(url);
    m_charset.clear();
    m_heading->setText(title.isEmpty() ? QUrl(url).toDisplayString() : title);
    if (!passage.isEmpty())
        action(u"compareSnapshots")->setChecked(false);
    fillChoices(sha256);
    showChosen();
}

/// Whoever reads an older copy goes on reading it, and none is read again that is there.
void SnapshotPage::followLibrary()
{
    if (m_url.isEmpty() || m_library.archive().snapshotsOf(m_url) == m_snapshots)
        return;
    const Snapshot *snapshot = chosen(m_choice);
    const QByteArray before = snapshot ? snapshot->sha256 : QByteArray();
    const bool wasLatest = m_choice->currentIndex() <= 0;
    m_snapshots = m_library.archive().snapshotsOf(m_url);
    fillChoices(wasLatest ? QByteArray() : before);
    snapshot = chosen(m_choice);
    if (snapshot && snapshot->sha256 == before && !action(u"compareSnapshots")->isChecked())
        showState();
    else
        showChosen();
}

void SnapshotPage::fillChoices(const QByteArray &sha256)
{
    for (QComboBox *box : {m_choice, m_with}) {
        box->clear();
        for (const Snapshot &snapshot : std::as_const(m_snapshots))
            box->addItem(snapshotDates(snapshot));
    }
    const auto wanted = std::find_if(m_snapshots.cbegin(), m_snapshots.cend(),
                                     [&sha256](const Snapshot &snapshot) { return snapshot.sha256 == sha256; });
    if (wanted != m_snapshots.cend())
        m_choice->setCurrentIndex(static_cast<int>(wanted - m_snapshots.cbegin()));
    m_with->setCurrentIndex(m_snapshots.size() < 2 ? -1 : m_choice->currentIndex() == 0 ? 1 : 0);
    m_choice->setVisible(!m_snapshots.isEmpty());
    QAction *compared = action(u"compareSnapshots");
    compared->setEnabled(m_snapshots.size() > 1);
    if (m_snapshots.size() < 2)
        compared->setChecked(false);
}

const Snapshot *SnapshotPage::chosen(const QComboBox *box) const
{
    const int index = box->currentIndex();
    return index >= 0 && index < m_snapshots.size() ? &m_snapshots.at(index) : nullptr;
}

ReadableOptions SnapshotPage::options() const
{
    return {action(u"wholePage")->isChecked(), action(u"snapshotPictures")->isChecked()};
}

/// What was being read before is not wanted any more.
std::stop_token SnapshotPage::beginReading()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isReading = true;
    return m_stop.get_token();
}

void SnapshotPage::showChosen()
{
    const Snapshot *snapshot = chosen(m_choice);
    showState();
    if (!snapshot) {
        ++m_round;
        m_stop.request_stop();
        m_isReading = false;
        m_view->showNothing(tr("No copy of this page is kept."));
        return;
    }
    if (action(u"compareSnapshots")->isChecked()) {
        compare();
        return;
    }
    const int round = ++m_round;
    ReadableOptions how = options();
    how.stop = beginReading();
    auto *watcher = new QFutureWatcher<Reading>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, round] {
        watcher->deleteLater();
        if (round != m_round)
            return;
        const Reading reading = watcher->result();
        showReading(reading.text, reading.pictures);
    });
    watcher->setFuture(
        QtConcurrent::run(&m_pool, [root = m_library.root(), archive = m_library.archive(), snapshot = *snapshot, how] {
            Reading reading{readSnapshot(root, snapshot, how)};
            if (reading.text && how.pictures) {
                reading.pictures = std::make_shared<SnapshotPictures>(root, archive);
                reading.pictures->load(reading.text->document, how.stop);
            }
            return reading;
        }));
}

void SnapshotPage::showReading(const Result<ReadableText> &readable, const std::shared_ptr<SnapshotPictures> &pictures)
{
    m_isReading = false;
    if (!readable) {
        m_view->showNothing(readable.error().message);
        return;
    }
    m_charset = readable->charset;
    if (m_title.isEmpty() && !readable->title.isEmpty())
        m_heading->setText(readable->title);
    showState();
    m_view->showText(readable->document, pictures);
    const QString passage = std::exchange(m_passage, QString());
    if (passage.isEmpty() || m_view->showPassage(passage))
        return;
    if (!action(u"wholePage")->isChecked()) { // it may stand beside what was taken for the page's text
        m_passage = passage;
        action(u"wholePage")->setChecked(true);
        showChosen();
    }
}

void SnapshotPage::setComparing(bool comparing)
{
    m_stack->setCurrentWidget(comparing ? static_cast<QWidget *>(m_difference) : m_view);
    setFocusProxy(m_stack->currentWidget());
    m_findBar->hide();
    showChosen();
}

void SnapshotPage::compare()
{
    const Snapshot *newer = chosen(m_choice);
    const Snapshot *older = chosen(m_with);
    if (!newer || !older)
        return;
    if (older->taken > newer->taken) // whichever was chosen first
        std::swap(older, newer);
    const int round = ++m_round;
    const ReadableOptions how{options().wholePage, false, beginReading()};
    m_difference->setTitles(snapshotDates(*older), snapshotDates(*newer));
    auto *watcher = new QFutureWatcher<Sentences>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, round] {
        watcher->deleteLater();
        if (round != m_round)
            return;
        const Sentences sentences = watcher->result();
        showDifference(sentences.first, sentences.second);
    });
    watcher->setFuture(
        QtConcurrent::run(&m_pool, [root = m_library.root(), from = *older, to = *newer, how]() -> Sentences {
            return {sentencesOf(readSnapshot(root, from, how)), sentencesOf(readSnapshot(root, to, how))};
        }));
}

void SnapshotPage::showDifference(const Result<QByteArray> &older, const Result<QByteArray> &newer)
{
    m_isReading = false;
    if (!older || !newer)
        m_difference->showMessage(older ? newer.error().message : older.error().message);
    else if (*older == *newer)
        m_difference->showMessage(tr("The text of both copies is the same: what differs is not part of it."));
    else
        m_difference->compare(*older, *newer);
}

void SnapshotPage::showState()
{
    const Snapshot *snapshot = chosen(m_choice);
    const bool isComparing = action(u"compareSnapshots")->isChecked();
    m_facts->setText(snapshot ? snapshotFacts(*snapshot, m_charset) : QUrl(m_url).toDisplayString());
    m_withLabel->setVisible(isComparing);
    m_with->setVisible(isComparing);
    action(u"wholePage")->setEnabled(snapshot && snapshot->type != u"application/pdf");
    action(u"snapshotPictures")->setEnabled(snapshot && !isComparing && snapshot->type != u"application/pdf");
    action(u"openPage")->setEnabled(isExternalLink(QUrl(m_url)));
}

// One step at a time: from what is found, from the difference, from the page.
void SnapshotPage::leave()
{
    if (m_findBar->isVisible()) {
        m_findBar->hide();
        m_view->clearFindMarks();
        m_view->setFocus();
    } else if (action(u"compareSnapshots")->isChecked()) {
        action(u"compareSnapshots")->setChecked(false);
        m_view->setFocus();
    } else {
        emit closed();
    }
}

void SnapshotPage::showFindBar()
{
    if (m_stack->currentWidget() == m_view)
        m_findBar->start(m_view->textCursor().selectedText());
}

bool SnapshotPage::findAgain(bool backward)
{
    if (!m_findBar->isVisible() || m_findBar->text().isEmpty())
        return false;
    find(m_findBar->text(), backward, true);
    return true;
}

void SnapshotPage::find(const QString &text, bool backward, bool again)
{
    m_findBar->showResult(m_view->find(text, backward, again));
}

} // namespace casebook
