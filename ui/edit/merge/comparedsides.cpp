#include "ui/edit/merge/comparedsides.h"

#include "ui/edit/merge/markededitor.h"
#include "ui/edit/merge/mergecolors.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Where a line of one side is on the other: unchanged lines map one to one, those of a hunk to its part there.
int counterpart(const LineHunks &hunks, int line, bool fromOld)
{
    int shift = 0;
    for (const LineHunk &hunk : hunks) {
        const int first = fromOld ? hunk.oldFirst : hunk.newFirst;
        const int count = fromOld ? hunk.oldCount : hunk.newCount;
        const int otherFirst = fromOld ? hunk.newFirst : hunk.oldFirst;
        const int otherCount = fromOld ? hunk.newCount : hunk.oldCount;
        if (line < first)
            break;
        if (line < first + count)
            return otherFirst + std::min(line - first, std::max(0, otherCount - 1));
        shift = otherFirst + otherCount - first - count;
    }
    return line + shift;
}

int linesOf(const QByteArray &text)
{
    return static_cast<int>(text.count('\n')) + (text.isEmpty() || text.endsWith('\n') ? 0 : 1);
}

} // namespace

ComparedSides::ComparedSides(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent),
      m_mine(addSide(u"mine"_s, tr("Mine, not saved"))),
      m_onDisk(addSide(u"onDisk"_s, tr("On disk")))
{
    setChildrenCollapsible(false);
    connect(m_mine->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { follow(m_mine, m_onDisk, true); });
    connect(m_onDisk->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { follow(m_onDisk, m_mine, false); });
}

// One version under its name.
MarkedEditor *ComparedSides::addSide(const QString &name, const QString &title)
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(title, side);
    auto *editor = new MarkedEditor(side);
    editor->setObjectName(name);
    editor->setAccessibleName(title);
    editor->setReadOnly(true);
    editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    editor->setFrameShape(QFrame::StyledPanel);
    label->setBuddy(editor);
    column->addWidget(label);
    column->addWidget(editor, 1);
    addWidget(side);
    return editor;
}

void ComparedSides::setTexts(const QString &mine, const QString &onDisk)
{
    m_mine->setContents(mine);
    m_onDisk->setContents(onDisk);
    m_hunks = diffTexts(mine, onDisk);
    m_regions.clear();
    m_current = -1;
    tint();
}

void ComparedSides::setRegions(const MergeRegions &regions)
{
    m_regions = regions;
    m_places.clear();
    LineHunk place;
    for (const MergeRegion &region : regions) {
        place = {place.oldEnd(), linesOf(region.mine), place.newEnd(), linesOf(region.theirs)};
        m_places.append(place);
    }
    tint();
}

void ComparedSides::showRegion(int region)
{
    m_current = region;
    tint();
    if (region < 0)
        return;
    m_isFollowing = true; // each goes to its own place
    m_mine->goTo(m_places[region].oldFirst + 1);
    m_onDisk->goTo(m_places[region].newFirst + 1);
    m_isFollowing = false;
}

void ComparedSides::showHunk(int hunk)
{
    m_isFollowing = true;
    m_mine->goTo(m_hunks[hunk].oldFirst + 1);
    m_onDisk->goTo(m_hunks[hunk].newFirst + 1);
    m_isFollowing = false;
}

void ComparedSides::tint()
{
    if (m_regions.isEmpty())
        tintHunks();
    else
        tintRegions();
}

void ComparedSides::tintHunks()
{
    QList<LineTint> mine;
    QList<LineTint> onDisk;
    for (const LineHunk &hunk : std::as_const(m_hunks)) {
        mine.append({hunk.oldFirst, hunk.oldCount, regionTint(MergeRegion::Kind::Mine, false, palette())});
        onDisk.append({hunk.newFirst, hunk.newCount, regionTint(MergeRegion::Kind::Theirs, false, palette())});
    }
    m_mine->setMarks(mine);
    m_onDisk->setMarks(onDisk);
}

void ComparedSides::tintRegions()
{
    using Kind = MergeRegion::Kind;
    QList<LineTint> mine;
    QList<LineTint> onDisk;
    for (int i = 0; i < m_regions.size(); ++i) {
        const Kind kind = m_regions[i].kind;
        const QColor color = regionTint(kind, i == m_current, palette());
        if (kind == Kind::Mine || kind == Kind::Both || kind == Kind::Conflict)
            mine.append({m_places[i].oldFirst, m_places[i].oldCount, color});
        if (kind == Kind::Theirs || kind == Kind::Both || kind == Kind::Conflict)
            onDisk.append({m_places[i].newFirst, m_places[i].newCount, color});
    }
    m_mine->setMarks(mine);
    m_onDisk->setMarks(onDisk);
}

void ComparedSides::follow(MarkedEditor *leader, MarkedEditor *follower, bool leaderIsMine)
{
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    const QScrollBar *from = leader->verticalScrollBar();
    QScrollBar *to = follower->verticalScrollBar();
    const QTextBlock top = leader->document()->findBlockByLineNumber(from->value());
    const int within = from->value() - top.firstLineNumber();
    const int line = counterpart(m_hunks, top.blockNumber(), leaderIsMine);
    const QTextBlock other = follower->document()->findBlockByNumber(std::min(line, follower->blockCount() - 1));
    const bool atEnd = from->value() == from->maximum();
    to->setValue(atEnd ? to->maximum() : other.firstLineNumber() + std::min(within, other.lineCount() - 1));
    m_isFollowing = false;
}

void ComparedSides::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace casebook
