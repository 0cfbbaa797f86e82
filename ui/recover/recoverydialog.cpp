#include "ui/recover/recoverydialog.h"

#include "core/store/replacefile.h"
#include "core/store/unsavedstate.h"
#include "ui/edit/difference/differencepanel.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeLabel(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RecoveryDialog::RecoveryDialog(QList<LeftJournal> journals, QWidget *parent)
    : QDialog(parent),
      m_journals(std::move(journals)),
      m_list(new QListWidget(this)),
      m_state(makeLabel(u"recoveryState"_s, {}, this)),
      m_difference(new DifferencePanel(this)),
      m_message(makeLabel(u"recoveryMessage"_s, {}, this))
{
    setObjectName(u"recoveryDialog"_s);
    setWindowTitle(tr("Unsaved Text"));
    layOut();
    fillList();
    connect(m_list, &QListWidget::currentRowChanged, this, &RecoveryDialog::showCurrent);
    m_list->setCurrentRow(0);
    resize(sizeHint());
}

QSize RecoveryDialog::sizeHint() const
{
    const QSize room =
        parentWidget() ? parentWidget()->window()->size() * 0.9 : QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    return QSize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 34)
        .boundedTo(room)
        .expandedTo(minimumSizeHint());
}

void RecoveryDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(makeLabel(u"recoveryIntroduction"_s,
                                tr("Casebook ended before these changes were saved. Nothing on disk has been changed "
                                   "by that, and nothing is changed now."),
                                this));
    auto *right = new QWidget(this);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->addWidget(m_state);
    rightColumn->addWidget(m_difference, 1);
    m_difference->setObjectName(u"recoveryDifference"_s);
    m_difference->setTitles(tr("On disk"), tr("Not saved"));
    m_list->setObjectName(u"recoveryList"_s);
    m_list->setAccessibleName(tr("Files with unsaved text"));
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 3);
    column->addWidget(splitter, 1);
    m_message->hide();
    column->addWidget(m_message);
    auto *box = new QDialogButtonBox(this);
    addChoices(box);
    column->addWidget(box);
}

void RecoveryDialog::addChoices(QDialogButtonBox *box)
{
    m_restore =
        addChoice(box, u"restore"_s, tr("&Restore"),
                  tr("Opens the editor with this text, not saved yet; undo takes it away."), &RecoveryDialog::restore);
    m_restore->setDefault(true);
    addChoice(box, u"copyElsewhere"_s, tr("Save a &Copy Elsewhere…"), tr("Writes this text to another file."),
              &RecoveryDialog::saveCopy);
    addChoice(box, u"discard"_s, tr("&Discard"), tr("This text is lost; the file stays as it is."),
              &RecoveryDialog::discard);
    QPushButton *later = box->addButton(tr("Keep for &Later"), QDialogButtonBox::RejectRole);
    later->setObjectName(u"later"_s);
    later->setToolTip(tr("It is offered again when the corpus is opened the next time."));
    later->setAutoDefault(false);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { m_journals.clear(); });
}

QPushButton *RecoveryDialog::addChoice(QDialogButtonBox *box, const QString &name, const QString &text,
                                       const QString &help, void (RecoveryDialog::*choice)())
{
    QPushButton *button = box->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(name);
    button->setToolTip(help);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, choice);
    return button;
}

void RecoveryDialog::fillList()
{
    for (const LeftJournal &journal : std::as_const(m_journals)) {
        const QString when = QLocale().toString(journal.unsaved.written.toLocalTime(), QLocale::ShortFormat);
        auto *item = new QListWidgetItem(journal.unsaved.path + u'\n' + when, m_list);
        item->setToolTip(QDir(journal.unsaved.root).filePath(journal.unsaved.path));
    }
}

const LeftJournal *RecoveryDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_journals.size() ? &m_journals[row] : nullptr;
}

void RecoveryDialog::showCurrent()
{
    const LeftJournal *journal = current();
    if (!journal)
        return;
    using Kind = UnsavedState::Kind;
    const UnsavedState state = stateOf(journal->unsaved);
    m_state->setText(state.message);
    m_restore->setEnabled(state.kind != Kind::CorpusGone && state.kind != Kind::Unreadable);
    m_difference->compare(state.onDisk, journal->unsaved.text);
}

void RecoveryDialog::restore()
{
    if (const LeftJournal *journal = current()) {
        const LeftJournal wanted = *journal;
        accept();
        emit restoreRequested(wanted);
    }
}

void RecoveryDialog::discard()
{
    const LeftJournal *journal = current();
    if (!journal)
        return;
    if (const Result<void> gone = journal->discard(); !gone) {
        say(gone.error().message);
        return;
    }
    const int row = m_list->currentRow();
    m_journals.removeAt(row);
    delete m_list->takeItem(row);
    if (m_journals.isEmpty())
        accept();
    else
        showCurrent();
}

void RecoveryDialog::saveCopy()
{
    const LeftJournal *journal = current();
    if (!journal)
        return;
    m_askPlace(this, journal->unsaved.path, [self = QPointer(this), text = journal->unsaved.text](const QString &path) {
        if (!self)
            return;
        const Result<void> written = replaceFile(path, text);
        self->say(written ? tr("A copy is in %1").arg(QDir::toNativeSeparators(path)) : written.error().message);
    });
}

void RecoveryDialog::say(const QString &message)
{
    m_message->setText(message);
    m_message->show();
}

} // namespace casebook
