#include "ui/problems/corpusfileediting.h"

#include "core/corpus/session.h"
#include "core/store/corpuspath.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/outcomereport.h"
#include "ui/problems/corpusfiledialog.h"

namespace casebook {

namespace {

Result<FileContent> contentOf(const QString &root, const QString &path)
{
    const Result<QString> absolute = corpusPath(root, path);
    if (!absolute)
        return absolute.error();
    return readFile(*absolute);
}

} // namespace

CorpusFileEditing::CorpusFileEditing(CorpusSession &session, CaseCommands &commands, QWidget *window)
    : QObject(window), m_session(session), m_commands(commands), m_window(window)
{
}

void CorpusFileEditing::edit(const QString &path, int line, int column, const Problems &problems)
{
    const Result<FileContent> content = contentOf(m_session.corpus().layout().root, path);
    if (!content) {
        showFailure(m_window, tr("%1 cannot be opened").arg(path), content.error().message);
        return;
    }
    auto *dialog = new CorpusFileDialog(path, *content, problems, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CorpusFileDialog::saveRequested, this, [this, dialog] { save(dialog); });
    dialog->open();
    dialog->goTo(line, column);
}

void CorpusFileEditing::save(CorpusFileDialog *dialog)
{
    if (m_commands.isBusy())
        return;
    const QByteArray bytes = dialog->bytes();
    Plan plan;
    plan.name = tr("Edit %1").arg(dialog->path());
    plan.files = {plannedWrite(dialog->path(), dialog->content(), bytes)};
    // The text stays where it could not be saved; why, the commands tell.
    connect(
        &m_commands, &CaseCommands::ended, dialog,
        [this, dialog, bytes] {
            const Result<FileContent> now = contentOf(m_session.corpus().layout().root, dialog->path());
            if (now && now->bytes == bytes)
                dialog->accept();
        },
        Qt::SingleShotConnection);
    m_commands.carryOut(plan, tr("Saved %1").arg(dialog->path()), tr("%1 could not be saved").arg(dialog->path()));
}

} // namespace casebook
