#include "ui/edit/merge/mergepane.h"

#include "ui/edit/merge/markededitor.h"
#include "ui/edit/merge/mergecolors.h"
#include "ui/edit/merge/mergedtext.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;
using Kind = MergeRegion::Kind;
using State = MergedText::State;

MergePane::MergePane(QWidget *parent) : QWidget(parent), m_state(new QLabel(this)), m_editor(new MarkedEditor(this))
{
    m_state->setObjectName(u"conflictState"_s);
    m_editor->setObjectName(u"merged"_s);
    m_editor->setAccessibleName(tr("Merged text"));
    m_editor->setFrameShape(QFrame::StyledPanel);
    m_editor->setTabChangesFocus(true); // to the buttons of the window: nobody comes here to indent
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeBar());
    column->addWidget(m_editor, 1);
    setFocusProxy(m_editor);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &MergePane::followCursor);
    setRegions({});
}

QWidget *MergePane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("Merged, to be &saved"), bar);
    title->setBuddy(m_editor);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_state);
    row->addSpacing(fontMetrics().height() / 2);
    QAction *previous = addAction(row, u"previousConflict"_s, tr("Previous Conflict"), {});
    QAction *next = addAction(row, u"nextConflict"_s, tr("Next Conflict"), {});
    previous->setIcon(icon(u"previous"_s));
    previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    next->setIcon(icon(u"next"_s));
    next->setShortcut(Qt::Key_F8);
    connect(previous, &QAction::triggered, this, [this] { goTo(std::max(0, m_current - 1)); });
    connect(next, &QAction::triggered, this, [this] { goTo(std::min(conflictCount() - 1, m_current + 1)); });
    const auto addChoice = [&](const QString &name, const QString &text, const QString &help, State state,
                               Qt::Key key) {
        QAction *action = addAction(row, name, text, help);
        action->setShortcut(QKeySequence(Qt::ALT | key));
        action->setToolTip(tr("%1 (%2)").arg(help, action->shortcut().toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, state] { decide(static_cast<int>(state)); });
    };
    addChoice(u"takeMine"_s, tr("Take Mine"), tr("In this place, your lines"), State::Mine, Qt::Key_1);
    addChoice(u"takeTheirs"_s, tr("Take Disk's"), tr("In this place, the lines on disk"), State::Theirs, Qt::Key_2);
    addChoice(u"takeBoth"_s, tr("Take Both"), tr("In this place, your lines, then those on disk"), State::Both,
              Qt::Key_3);
    addChoice(u"takeAsItStands"_s, tr("As It Stands"), tr("In this place, what is written below"), State::ByHand,
              Qt::Key_4);
    return bar;
}

QAction *MergePane::addAction(QHBoxLayout *row, const QString &name, const QString &text, const QString &help)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    QWidget::addAction(action);
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(help.isEmpty());
    button->setToolButtonStyle(help.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    button->setAccessibleName(text);
    row->addWidget(button);
    return action;
}

QAction *MergePane::action(QStringView name) const
{
    return findChild<QAction *>(name.toString(), Qt::FindDirectChildrenOnly);
}

void MergePane::setRegions(const MergeRegions &regions)
{
    delete std::exchange(m_merged, nullptr);
    m_current = -1;
    m_editor->setContents(MergedText::initialText(regions));
    m_merged = new MergedText(regions, m_editor->document(), this);
    connect(m_merged, &MergedText::statesChanged, this, &MergePane::showStates);
    showStates();
    goTo(conflictCount() > 0 ? 0 : -1);
}

int MergePane::conflictCount() const
{
    return m_merged->conflictCount();
}

int MergePane::openCount() const
{
    return m_merged->openCount();
}

QString MergePane::text() const
{
    return m_merged->text();
}

int MergePane::currentRegion() const
{
    return m_current < 0 ? -1 : m_merged->regionOf(m_current);
}

void MergePane::showCurrent()
{
    goTo(m_current);
}

void MergePane::decide(int choice)
{
    if (m_current < 0)
        return;
    m_merged->decide(m_current, static_cast<State>(choice));
    // On to what is left to do; where nothing is, to see what has become of this one.
    const int next = m_merged->nextOpen(m_current);
    goTo(next < 0 ? m_current : next);
}

void MergePane::goTo(int conflict)
{
    m_current = std::min(conflict, conflictCount() - 1);
    if (m_current >= 0) {
        m_isGoing = true;
        const int position = m_merged->place(currentRegion()).selectionStart();
        m_editor->goTo(m_editor->document()->findBlock(position).blockNumber() + 1);
        m_isGoing = false;
    }
    showStates();
    emit currentRegionChanged(currentRegion());
}

// A person who clicks into a conflict means that one.
void MergePane::followCursor()
{
    if (m_isGoing || !m_merged)
        return;
    const int position = m_editor->textCursor().position();
    for (int i = 0; i < conflictCount(); ++i) {
        const QTextCursor place = m_merged->place(m_merged->regionOf(i));
        if (i != m_current && position >= place.selectionStart() && position < place.selectionEnd()) {
            m_current = i;
            showStates();
            emit currentRegionChanged(currentRegion());
            return;
        }
    }
}

void MergePane::showStates()
{
    const int all = conflictCount();
    const int open = openCount();
    const QString where = m_current < 0 ? QString() : tr("Conflict %1 of %2").arg(m_current + 1).arg(all);
    const QString left = open == 0 ? tr("all decided") : tr("%Ln left to decide", nullptr, open);
    m_state->setText(all == 0 ? tr("Nothing conflicts") : QString(where + u" · "_s + left));
    for (const QStringView name : {QStringView(u"takeMine"), QStringView(u"takeTheirs"), QStringView(u"takeBoth"),
                                   QStringView(u"takeAsItStands")})
        action(name)->setEnabled(m_current >= 0);
    action(u"previousConflict")->setEnabled(m_current > 0);
    action(u"nextConflict")->setEnabled(m_current >= 0 && m_current < all - 1);
    tint();
    emit openCountChanged(open);
}

void MergePane::tint()
{
    if (!m_merged)
        return;
    QList<LineTint> marks;
    const MergeRegions &regions = m_merged->regions();
    int conflict = 0;
    for (int i = 0; i < regions.size(); ++i) {
        const bool isConflict = regions[i].kind == Kind::Conflict;
        const bool isDecided = isConflict && m_merged->state(conflict++) != State::Open;
        if (regions[i].kind == Kind::Same || regions[i].kind == Kind::Both)
            continue;
        const QTextCursor place = m_merged->place(i);
        const QTextBlock first = m_editor->document()->findBlock(place.selectionStart());
        const QTextBlock last = m_editor->document()->findBlock(place.selectionEnd());
        const bool endsInside = place.selectionEnd() > last.position();
        const int count = last.blockNumber() - first.blockNumber() + (endsInside ? 1 : 0);
        const bool isCurrent = isConflict && i == currentRegion();
        marks.append(
            {first.blockNumber(), count,
             isDecided ? decidedTint(isCurrent, palette()) : regionTint(regions[i].kind, isCurrent, palette())});
    }
    m_editor->setMarks(marks);
}

void MergePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace casebook
