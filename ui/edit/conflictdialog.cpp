#include "ui/edit/conflictdialog.h"

#include "ui/edit/editbuffer.h"
#include "ui/edit/merge/comparedsides.h"
#include "ui/edit/merge/mergedtext.h"
#include "ui/edit/merge/mergepane.h"
#include "ui/theme/icons.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

ConflictDialog::ConflictDialog(const FileVersions &versions, QWidget *parent)
    : QDialog(parent),
      m_sides(new ComparedSides),
      m_pane(new MergePane),
      m_steps(new QWidget(this)),
      m_count(new QLabel(this)),
      m_accept(new QCheckBox(this))
{
    setWindowTitle(tr("Changed on Disk"));
    layOut(versions.name);
    fill(versions);
    resize(sizeHint()); // Qt's own choice is at most two thirds of the screen
}

QSize ConflictDialog::sizeHint() const
{
    const QFontMetrics metrics(font());
    const QSize room =
        parentWidget() ? parentWidget()->window()->size() * 0.95 : QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    return QSize(metrics.horizontalAdvance(u'n') * 150, metrics.height() * 46)
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
    m_steps->setLayout(makeSteps());
    column->addWidget(m_steps);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_sides);
    splitter->addWidget(m_pane);
    splitter->setSizes({1 << 16, 1 << 16});
    column->addWidget(splitter, 1);
    m_accept->setObjectName(u"acceptOpen"_s);
    m_accept->setText(tr("Keep my lines wherever nothing is decided"));
    column->addWidget(m_accept);
    column->addWidget(makeButtons());
    connect(m_accept, &QCheckBox::toggled, this, [this] { showOpen(m_pane->openCount()); });
    connect(m_pane, &MergePane::openCountChanged, this, &ConflictDialog::showOpen);
    connect(m_pane, &MergePane::currentRegionChanged, m_sides, &ComparedSides::showRegion);
}

QLayout *ConflictDialog::makeSteps()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    m_count->setObjectName(u"differenceCount"_s);
    row->addWidget(m_count, 1);
    const auto addStep = [&](const QString &name, const QString &label, const QString &iconName, int step) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setToolTip(label);
        button->setAccessibleName(label);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, step] { showDifference(step); });
    };
    addStep(u"previousDifference"_s, tr("Previous difference"), u"previous"_s, -1);
    addStep(u"nextDifference"_s, tr("Next difference"), u"next"_s, 1);
    return row;
}

QDialogButtonBox *ConflictDialog::makeButtons()
{
    auto *box = new QDialogButtonBox(this);
    addChoice(box, u"saveMine"_s, tr("Save &Mine over It"), tr("What is on disk is replaced by your text."),
              ConflictAnswer::SaveMine);
    addChoice(box, u"takeDisk"_s, tr("Take the One on &Disk"), tr("Your text is replaced; undo brings it back."),
              ConflictAnswer::TakeDisk);
    addChoice(box, u"saveCopy"_s, tr("Save Mine as a &Copy"),
              tr("Both are kept: yours goes into a new file beside it."), ConflictAnswer::SaveCopy);
    m_save = addChoice(box, u"saveMerged"_s, tr("&Save Merged"), tr("The merged text is saved."),
                       ConflictAnswer::SaveMerged);
    QPushButton *cancel = box->addButton(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

QPushButton *ConflictDialog::addChoice(QDialogButtonBox *box, const QString &name, const QString &text,
                                       const QString &help, ConflictAnswer answer)
{
    const bool isMerged = answer == ConflictAnswer::SaveMerged;
    QPushButton *button = box->addButton(text, isMerged ? QDialogButtonBox::AcceptRole : QDialogButtonBox::ActionRole);
    button->setObjectName(name);
    button->setToolTip(help);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        m_answer = answer;
        accept();
    });
    return button;
}

void ConflictDialog::fill(const FileVersions &versions)
{
    const EditBuffer base(versions.base);
    const EditBuffer mine(versions.mine);
    const EditBuffer onDisk(versions.onDisk);
    m_sides->setTexts(mine.text(), onDisk.text());
    m_isMergeable = base.isEditable() && mine.isEditable() && onDisk.isEditable();
    m_pane->setVisible(m_isMergeable);
    m_save->setVisible(m_isMergeable);
    m_accept->setVisible(m_isMergeable);
    m_steps->setVisible(!m_isMergeable);
    if (m_isMergeable) {
        const MergeRegions regions = mergeTexts(base.text(), mine.text(), onDisk.text());
        m_sides->setRegions(regions);
        m_pane->setRegions(regions);
        return;
    }
    const auto count = static_cast<int>(m_sides->hunks().size());
    m_count->setText(count == 0 ? tr("Only the ends of lines differ.") : tr("%Ln place(s) differ.", nullptr, count));
}

ConflictResult ConflictDialog::choice() const
{
    return {m_answer, m_answer == ConflictAnswer::SaveMerged ? m_pane->text() : QString()};
}

void ConflictDialog::showDifference(int step)
{
    const auto count = static_cast<int>(m_sides->hunks().size());
    if (count == 0)
        return;
    m_shown = std::clamp(m_shown + step, 0, count - 1);
    m_sides->showHunk(m_shown);
}

void ConflictDialog::showOpen(int open)
{
    m_accept->setEnabled(open > 0);
    m_save->setEnabled(open == 0 || m_accept->isChecked());
}

void ConflictDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // Not earlier: only now everything has its size.
    if (m_isMergeable) {
        m_pane->showCurrent();
        m_pane->setFocus(Qt::OtherFocusReason);
    } else {
        m_shown = -1;
        showDifference(1);
    }
}

} // namespace casebook
