#include "ui/curate/casecommands.h"

#include "core/corpus/casereader.h"
#include "core/corpus/casetemplate.h"
#include "core/corpus/session.h"
#include "core/store/fileoperations.h"
#include "ui/curate/namedialog.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace casebook {

using namespace Qt::StringLiterals;

CaseCommands::CaseCommands(CorpusSession &session, QWidget *window) : QObject(window), m_session(session), m_window(window) {}

bool CaseCommands::isTaken(const QString &id) const
{
    const CorpusLayout &layout = m_session.corpus().layout();
    return m_session.corpus().positionOf(id) >= 0 || QFileInfo::exists(layout.absolute(layout.pathOf(id)));
}

void CaseCommands::newCase(const QString &group)
{
    auto *dialog = new NameDialog(tr("New case"), tr("Create"), [this](const QString &id) { return isTaken(id); }, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->askForTitle(m_session.corpus().schema(), group);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        create(dialog->id(), newCaseText(m_session.corpus().schema(), dialog->caseTitle(), dialog->group()));
    });
    dialog->open();
}

void CaseCommands::duplicate(const QString &id)
{
    const CaseStudyPtr study = m_session.corpus().find(id);
    if (!study)
        return;
    auto *dialog = new NameDialog(tr("Duplicate “%1”").arg(study->title), tr("Duplicate"),
                                  [this](const QString &other) { return isTaken(other); }, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->proposeId(freeId(id + u"-copy"_s, [this](const QString &other) { return isTaken(other); }));
    connect(dialog, &QDialog::accepted, this, [this, dialog, path = study->path] {
        const Result<FileBytes> file = readFileBytes(m_session.corpus().layout().absolute(path), caseSizeLimit);
        if (file)
            create(dialog->id(), file->bytes);
        else
            showError(tr("The case could not be duplicated"), file.error().message);
    });
    dialog->open();
}

void CaseCommands::create(const QString &id, const QByteArray &bytes)
{
    const CorpusLayout &layout = m_session.corpus().layout();
    const Result<QString> path = createFile(layout.root, layout.pathOf(id), bytes);
    if (!path) {
        showError(tr("The case could not be created"), path.error().message);
        return;
    }
    emit created(id);
    emit done(tr("Created %1").arg(layout.pathOf(id)));
    m_session.lookAgain();
}

void CaseCommands::rename(const QString &id)
{
    const CaseStudyPtr study = m_session.corpus().find(id);
    if (!study)
        return;
    auto *dialog = new NameDialog(tr("Rename the file of “%1”").arg(study->title), tr("Rename"),
                                  [this](const QString &other) { return isTaken(other); }, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOldId(id);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, path = study->path] {
        const CorpusLayout &layout = m_session.corpus().layout();
        const QString newPath = layout.pathOf(dialog->id());
        if (const Result<QString> moved = renameFile(layout.root, path, newPath); !moved) {
            showError(tr("The file could not be renamed"), moved.error().message);
            return;
        }
        emit renamed(id, dialog->id());
        emit done(tr("Renamed %1 to %2").arg(path, newPath));
        m_session.lookAgain();
    });
    dialog->open();
}

void CaseCommands::moveToTrash(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    const CaseStudyPtr first = m_session.corpus().find(ids.first());
    auto *box = new QMessageBox(QMessageBox::Question, tr("Move to trash"), QString(), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"trashQuestion"_s);
    box->setText(ids.size() == 1 && first ? tr("Move “%1” to the trash?").arg(first->title)
                                          : tr("Move %n case(s) to the trash?", nullptr, static_cast<int>(ids.size())));
    box->setInformativeText(tr("The desktop's trash keeps the file until it is emptied."));
    QPushButton *trash = box->addButton(tr("Move to Trash"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, trash, ids](QAbstractButton *button) {
        if (button == trash)
            trashNow(ids);
    });
    box->open();
}

void CaseCommands::trashNow(const QStringList &ids)
{
    QStringList gone;
    for (const QString &id : ids) {
        const CaseStudyPtr study = m_session.corpus().find(id);
        if (!study)
            continue;
        if (const Result<QString> place = casebook::moveToTrash(m_session.corpus().layout().root, study->path); !place) {
            showError(tr("The file could not be moved to the trash"), place.error().message);
            break;
        }
        gone.append(id);
    }
    if (gone.isEmpty())
        return;
    emit trashed(gone);
    emit done(tr("Moved %n case(s) to the trash", nullptr, static_cast<int>(gone.size())));
    m_session.lookAgain();
}

void CaseCommands::showError(const QString &title, const QString &message)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, title, QMessageBox::Ok, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(message);
    box->open();
}

} // namespace casebook
