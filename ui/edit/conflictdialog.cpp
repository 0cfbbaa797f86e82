#include "ui/edit/conflictdialog.h"

#include "ui/edit/colors.h"
#include "ui/edit/editbuffer.h"
#include "ui/edit/sourceeditor.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// One version under its name.
SourceEditor *addSide(QSplitter *splitter, const QString &name, const QString &title)
{
    auto *side = new QWidget(splitter);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(title, side);
    auto *editor = new SourceEditor(side);
    editor->setObjectName(name);
    editor->setAccessibleName(title);
    editor->setReadOnly(true);
    editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    editor->setFrameShape(QFrame::StyledPanel);
    label->setBuddy(editor);
    column->addWidget(label);
    column->addWidget(editor, 1);
    return editor;
}

// Where a line of one side is on the other: unchanged lines map one to one, those of a hunk to its part there.
int counterpart(const QList<LineHunk> &hunks, int line, bool fromOld)
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

} // namespace

ConflictDialog::ConflictDialog(const FileVersions &versions, QWidget *parent)
    : QDialog(parent), m_count(new QLabel(this))
{
    setWindowTitle(tr("Changed on Disk"));
    layOut(versions.name);
    fill(versions);
    resize(sizeHint()); // Qt's own choice is at most two thirds of the screen
    connect(m_mine->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { follow(m_mine, m_onDisk, true); });
    connect(m_onDisk->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { follow(m_onDisk, m_mine, false); });
}

QSize ConflictDialog::sizeHint() const
{
    const QFontMetrics metrics = m_mine->fontMetrics();
    const QSize room =
        parentWidget() ? parentWidget()->window()->size() * 0.95 : QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    return QSize(metrics.horizontalAdvance(u'n') * 150, metrics.height() * 40)
        .boundedTo(room)
        .expandedTo(minimumSizeHint());
}

void ConflictDialog::layOut(const QString &name)
{
    auto *column = new QVBoxLayout(this);
    auto *text = new QLabel(tr("%1 was changed by another program since it was opened here, and you changed it too. "
                               "Nothing has been written yet.")
                                .arg(name),
                            this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    column->addWidget(text);

    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    const auto addStep = [&](const QString &label, const QString &iconName, int step) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setToolTip(label);
        button->setAccessibleName(label);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, step] { showDifference(step); });
    };
    addStep(tr("Previous difference"), u"previous"_s, -1);
    addStep(tr("Next difference"), u"next"_s, 1);
    column->addLayout(row);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    m_mine = addSide(splitter, u"mine"_s, tr("Mine, not saved"));
    m_onDisk = addSide(splitter, u"onDisk"_s, tr("On disk"));
    column->addWidget(splitter, 1);

    auto *box = new QDialogButtonBox(this);
    addChoice(box, u"saveMine"_s, tr("Save &Mine over It"), tr("What is on disk is replaced by your text."),
              ConflictAnswer::SaveMine);
    addChoice(box, u"takeDisk"_s, tr("Take the One on &Disk"), tr("Your text is replaced; undo brings it back."),
              ConflictAnswer::TakeDisk);
    addChoice(box, u"saveCopy"_s, tr("Save Mine as a &Copy"),
              tr("Both are kept: yours goes into a new file beside it."), ConflictAnswer::SaveCopy);
    QPushButton *cancel = box->addButton(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(box);
}

void ConflictDialog::addChoice(QDialogButtonBox *box, const QString &name, const QString &text, const QString &help,
                               ConflictAnswer answer)
{
    QPushButton *button = box->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(name);
    button->setToolTip(help);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        m_answer = answer;
        accept();
    });
}

void ConflictDialog::fill(const FileVersions &versions)
{
    const EditBuffer mine(versions.mine);
    const EditBuffer onDisk(versions.onDisk);
    m_mine->setContents(mine.text());
    m_onDisk->setContents(onDisk.text());
    m_hunks = diffLines(mine.text().split(u'\n'), onDisk.text().split(u'\n'));
    m_count->setText(m_hunks.isEmpty()         ? tr("Only the ends of lines differ.")
                         : m_hunks.size() == 1 ? tr("One place differs.")
                                               : tr("%1 places differ.").arg(m_hunks.size()));
    tint();
}

void ConflictDialog::tint()
{
    const QColor base = palette().color(QPalette::Base);
    const QColor mineColor = blend(QColor(0x2f, 0x9e, 0x62), base, 0.22);
    const QColor diskColor = blend(QColor(0xd9, 0x82, 0x0b), base, 0.22);
    QList<LineTint> mine;
    QList<LineTint> onDisk;
    for (const LineHunk &hunk : std::as_const(m_hunks)) {
        mine.append({hunk.oldFirst, hunk.oldCount, mineColor});
        onDisk.append({hunk.newFirst, hunk.newCount, diskColor});
    }
    m_mine->setLineTints(mine);
    m_onDisk->setLineTints(onDisk);
}

void ConflictDialog::showDifference(int step)
{
    if (m_hunks.isEmpty())
        return;
    m_shown = std::clamp(m_shown + step, 0, static_cast<int>(m_hunks.size()) - 1);
    m_following = true; // each goes to its own place
    m_mine->goTo(m_hunks[m_shown].oldFirst + 1);
    m_onDisk->goTo(m_hunks[m_shown].newFirst + 1);
    m_following = false;
}

void ConflictDialog::follow(SourceEditor *leader, SourceEditor *follower, bool leaderIsOld)
{
    if (m_following)
        return;
    m_following = true;
    const QScrollBar *from = leader->verticalScrollBar();
    QScrollBar *to = follower->verticalScrollBar();
    const QTextBlock top = leader->document()->findBlockByLineNumber(from->value());
    const int within = from->value() - top.firstLineNumber();
    const int line = counterpart(m_hunks, top.blockNumber(), leaderIsOld);
    const QTextBlock other = follower->document()->findBlockByNumber(std::min(line, follower->blockCount() - 1));
    const bool atEnd = from->value() == from->maximum();
    to->setValue(atEnd ? to->maximum() : other.firstLineNumber() + std::min(within, other.lineCount() - 1));
    m_following = false;
}

void ConflictDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_shown = -1;
    showDifference(1); // not earlier: only now the sides have their sizes
}

void ConflictDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace casebook
