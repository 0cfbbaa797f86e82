#include "ui/edit/prompter.h"

#include "ui/edit/conflictdialog.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace casebook {

namespace {

struct Ask {
    Q_DECLARE_TR_FUNCTIONS(casebook::Prompter)
};

// A question that closes itself and waits for nobody.
QMessageBox *question(QWidget *parent, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::Question, Ask::tr("Casebook"), text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    return box;
}

void askYes(QMessageBox *box, const QString &yes, QMessageBox::ButtonRole role, std::function<void(bool)> answer)
{
    const QPushButton *accept = box->addButton(yes, role);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, accept, answer = std::move(answer)] { answer(box->clickedButton() == accept); });
    box->open();
}

} // namespace

void DialogPrompter::askLeave(QWidget *parent, const QString &name, std::function<void(LeaveAnswer)> answer)
{
    QMessageBox *box = question(parent, Ask::tr("Save the changes to %1?").arg(name),
                                Ask::tr("If you do not, what you changed since the last save is lost."));
    const QPushButton *save = box->addButton(QMessageBox::Save);
    const QPushButton *discard = box->addButton(QMessageBox::Discard);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::finished, box, [box, save, discard, answer = std::move(answer)] {
        answer(box->clickedButton() == save          ? LeaveAnswer::Save
                   : box->clickedButton() == discard ? LeaveAnswer::Discard
                                                     : LeaveAnswer::Cancel);
    });
    box->open();
}

void DialogPrompter::askRevert(QWidget *parent, const QString &name, std::function<void(bool)> answer)
{
    QMessageBox *box = question(parent, Ask::tr("Drop the unsaved changes to %1?").arg(name),
                                Ask::tr("The text becomes what is on disk. Undo brings your changes back."));
    askYes(box, Ask::tr("Revert"), QMessageBox::DestructiveRole, std::move(answer));
}

void DialogPrompter::askRecreate(QWidget *parent, const QString &name, std::function<void(bool)> answer)
{
    QMessageBox *box =
        question(parent, Ask::tr("%1 is not there any more. Save it again?").arg(name),
                 Ask::tr("It was deleted, moved or renamed by another program after it was opened here."));
    askYes(box, Ask::tr("Save Again"), QMessageBox::AcceptRole, std::move(answer));
}

void DialogPrompter::askConflict(QWidget *parent, const FileVersions &versions,
                                 std::function<void(const ConflictResult &)> answer)
{
    auto *dialog = new ConflictDialog(versions, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog,
                     [dialog, answer = std::move(answer)] { answer(dialog->choice()); });
    dialog->open();
}

void DialogPrompter::askCopyPlace(QWidget *parent, const QString &name, CopyPlace chosen)
{
    casebook::askCopyPlace(parent, name, std::move(chosen));
}

} // namespace casebook
