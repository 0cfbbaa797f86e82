#include "ui/curate/casecommands.h"

#include "core/corpus/casereader.h"
#include "core/corpus/casetemplate.h"
#include "core/corpus/newcase.h"
#include "core/corpus/session.h"
#include "core/curate/renameplan.h"
#include "core/query/valuesinuse.h"
#include "ui/curate/bulkeditdialog.h"
#include "ui/curate/casecopy.h"
#include "ui/curate/filework.h"
#include "ui/curate/namedialog.h"
#include "ui/curate/outcomereport.h"
#include "ui/curate/plandialog.h"
#include "ui/curate/planrunner.h"

#include <QMessageBox>
#include <QPushButton>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

Plan planCreate(const QString &name, const QString &path, const QByteArray &bytes)
{
    PlannedFile file;
    file.step = {FileStep::Kind::Create, path, {}, {}, bytes};
    file.after = bytes;
    return {name, {file}, {}, {}, false, {}};
}

} // namespace

CaseCommands::CaseCommands(CorpusSession &session, QWidget *window)
    : QObject(window),
      m_session(session),
      m_window(window),
      m_runner(new PlanRunner(this)),
      m_planning(new FileWork(this))
{
    connect(&session, &CorpusSession::opened, this, [this] { m_runner->setRoot(m_session.corpus().layout().root); });
    if (session.isOpen())
        m_runner->setRoot(session.corpus().layout().root);
    connect(m_planning, &FileWork::progress, this, &CaseCommands::progress);
    connect(m_planning, &FileWork::runningChanged, this, [this](bool running) {
        if (!running)
            emit progress(0, 0);
    });
    connectRunner();
}

void CaseCommands::connectRunner()
{
    connect(m_runner, &PlanRunner::historyChanged, this, &CaseCommands::historyChanged);
    connect(m_runner, &PlanRunner::changed, this, &CaseCommands::followChange);
    connect(m_runner, &PlanRunner::progress, this, &CaseCommands::progress);
    connect(m_runner, &PlanRunner::runningChanged, this, [this](bool running) {
        if (!running)
            emit progress(0, 0);
    });
    // Later: by then it has been told what became of it.
    connect(
        m_runner, &PlanRunner::runningChanged, this,
        [this](bool running) {
            if (!running)
                emit ended();
        },
        Qt::QueuedConnection);
    connect(m_runner, &PlanRunner::refused, this,
            [this] { emit told(tr("Something else is still being done: try again when it has ended.")); });
    connect(m_runner, &PlanRunner::performed, this, [this](PlanRunner::Way way, const QString &name) {
        emit told(way == PlanRunner::Way::Undo ? tr("Undone: %1").arg(name) : tr("Done again: %1").arg(name));
    });
    connect(m_runner, &PlanRunner::failed, this,
            [this](PlanRunner::Way way, const QString &name, const QString &message) {
                const QString title = way == PlanRunner::Way::Undo ? tr("“%1” could not be undone").arg(name)
                                                                   : tr("“%1” could not be done again").arg(name);
                tellFailure(title, message);
            });
}

bool CaseCommands::isBusy() const
{
    return m_runner->isRunning();
}

void CaseCommands::tellFailure(const QString &title, const QString &message)
{
    showFailure(m_window, title, message);
    emit failed();
}

bool CaseCommands::isTaken(const QString &id) const
{
    return m_session.corpus().positionOf(id) >= 0 || isIdTaken(m_session.corpus().layout(), id);
}

NameDialog *CaseCommands::nameDialog(const QString &title, const QString &action)
{
    auto *dialog = new NameDialog(
        title, action, [this](const QString &id) { return isTaken(id); }, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void CaseCommands::newCase(const QString &group)
{
    const Schema &schema = m_session.corpus().schema();
    NameDialog *dialog = nameDialog(tr("New case"), tr("Create"));
    if (schema.fieldOf(role::group) == folderField)
        dialog->setFolder(group);
    dialog->askForTitle(schema, group);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const NewCase newCase{dialog->id(), dialog->caseTitle(), dialog->group()};
        create(newCase.id, tr("New Case “%1”").arg(newCase.title),
               newCaseBytes(m_session.corpus().layout(), m_session.corpus().schema(), newCase));
    });
    dialog->open();
}

void CaseCommands::duplicate(const QString &id)
{
    if (const CaseStudyPtr study = m_session.corpus().find(id))
        askForCopy(study);
}

void CaseCommands::askForCopy(const CaseStudyPtr &study)
{
    NameDialog *dialog = nameDialog(tr("Duplicate “%1”").arg(study->title), tr("Duplicate"));
    dialog->proposeId(freeId(study->id + u"-copy"_s, [this](const QString &other) { return isTaken(other); }));
    if (hasOwnTitle(*study, m_session.corpus().schema()))
        dialog->proposeTitle(copyTitle(study->title, m_session.corpus().cases()));
    connect(dialog, &QDialog::accepted, this, [this, dialog, study] {
        const Corpus &corpus = m_session.corpus();
        create(dialog->id(), tr("Duplicate “%1”").arg(study->title),
               copiedBytes(corpus.layout(), corpus.schema(), study->path, dialog->caseTitle()));
    });
    dialog->open();
}

void CaseCommands::create(const QString &id, const QString &name, const Result<QByteArray> &bytes)
{
    if (!bytes) {
        showFailure(m_window, tr("The case could not be created"), bytes.error().message);
        return;
    }
    const QString path = m_session.corpus().layout().pathOf(id);
    m_runner->run(planCreate(name, path, *bytes), [this, id, path](const PlanOutcome &outcome) {
        if (outcome.done > 0)
            emit created(id);
        tellOutcome(outcome, tr("Created %1").arg(path), tr("The case could not be created"));
    });
}

void CaseCommands::rename(const QString &id)
{
    const CaseStudyPtr study = m_session.corpus().find(id);
    if (!study)
        return;
    NameDialog *dialog = nameDialog(tr("Rename the file of “%1”").arg(study->title), tr("Rename"));
    dialog->setOldId(id);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] { renameTo(id, dialog->id()); });
    dialog->open();
}

void CaseCommands::renameTo(const QString &from, const QString &to)
{
    const Corpus &corpus = m_session.corpus();
    const auto plan = std::make_shared<Plan>();
    m_planning->start(
        [plan, layout = corpus.layout(), schema = corpus.schema(), cases = corpus.cases(), from,
         to](const FileProgress &progress) { *plan = planRename(layout, schema, cases, from, to, progress); },
        [this, plan, from, to] {
            if (plan->cancelled)
                return;
            if (plan->files.size() == 1 && plan->leftOut.isEmpty()) {
                carryOutRename(*plan);
                return;
            }
            auto *dialog = new PlanDialog(tr("Rename %1").arg(from), m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setExplanation(
                tr("Other files name this case. What is ticked will name it %1 from now on.").arg(to));
            dialog->setAction([](int) { return CaseCommands::tr("Rename"); });
            dialog->setPlan(*plan);
            connect(dialog, &QDialog::accepted, this, [this, dialog] { carryOutRename(dialog->chosenPlan()); });
            dialog->open();
        });
}

void CaseCommands::carryOutRename(const Plan &plan)
{
    const FileStep &step = plan.files.first().step;
    m_runner->run(plan,
                  [this, message = tr("Renamed %1 to %2").arg(step.path, step.other)](const PlanOutcome &outcome) {
                      tellOutcome(outcome, message,
                                  outcome.done > 0 ? tr("Not every file could follow the new name")
                                                   : tr("The file could not be renamed"));
                  });
}

void CaseCommands::moveToTrash(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    const CaseStudyPtr first = m_session.corpus().find(ids.first());
    auto *box = new QMessageBox(QMessageBox::Question, tr("Move to trash"), QString(), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"trashQuestion"_s);
    box->setTextFormat(Qt::PlainText);
    box->setText(ids.size() == 1 && first
                     ? tr("Move “%1” to the trash?").arg(first->title)
                     : tr("Move %Ln case(s) to the trash?", nullptr, static_cast<int>(ids.size())));
    box->setInformativeText(tr("The desktop's trash keeps the file until it is emptied, and Undo brings it back."));
    QPushButton *trash = box->addButton(tr("Move to Trash"), QMessageBox::AcceptRole);
    box->setDefaultButton(trash);
    connect(box, &QMessageBox::buttonClicked, this, [this, trash, ids](QAbstractButton *button) {
        if (button == trash)
            trashNow(ids);
    });
    box->open();
}

void CaseCommands::trashNow(const QStringList &ids)
{
    QStringList paths;
    QString title;
    for (const QString &id : ids) {
        if (const CaseStudyPtr study = m_session.corpus().find(id)) {
            paths.append(study->path);
            title = study->title;
        }
    }
    const bool isOne = paths.size() == 1;
    const auto nameOf = [isOne, title](int count) {
        return isOne ? tr("Move “%1” to Trash").arg(title) : tr("Move %Ln Case(s) to Trash", nullptr, count);
    };
    const auto plan = std::make_shared<Plan>();
    m_planning->start(
        [plan, nameOf, root = m_session.corpus().layout().root, paths](const FileProgress &progress) {
            *plan = planTrash(root, paths, progress);
            plan->nameOf = nameOf;
            plan->name = nameOf(static_cast<int>(paths.size()));
        },
        [this, plan] { carryOutTrash(*plan); });
}

void CaseCommands::carryOutTrash(const Plan &plan)
{
    if (plan.cancelled)
        return;
    m_runner->run(plan, [this](const PlanOutcome &outcome) {
        tellOutcome(outcome, tr("Moved %Ln case(s) to the trash", nullptr, outcome.done),
                    tr("Not every file could be moved to the trash"));
    });
}

void CaseCommands::editFields(const QStringList &ids)
{
    const Corpus &corpus = m_session.corpus();
    CaseStudies cases;
    for (const QString &id : ids) {
        if (CaseStudyPtr study = corpus.find(id))
            cases.push_back(std::move(study));
    }
    if (cases.empty())
        return;
    auto *dialog = new BulkEditDialog(corpus.layout(), corpus.schema(), cases, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setValuesInUse([this](const QString &path) { return valuesInUse(m_session.corpus(), path); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_runner->run(dialog->chosenPlan(), [this](const PlanOutcome &outcome) {
            tellOutcome(outcome, tr("Changed %Ln file(s)", nullptr, outcome.done),
                        tr("Not every file could be changed"));
        });
    });
    dialog->open();
}

void CaseCommands::carryOut(const Plan &plan, const QString &message, const QString &failure)
{
    m_runner->run(plan, [this, message, failure](const PlanOutcome &outcome) { tellOutcome(outcome, message, failure); });
}

void CaseCommands::tellOutcome(const PlanOutcome &outcome, const QString &message, const QString &failure)
{
    if (outcome.done > 0) {
        emit done(outcome.cancelled ? tr("Stopped. %1").arg(message) : message);
        m_session.lookAgain();
    }
    if (!outcome.leftOut.isEmpty()) {
        showLeftOut(m_window, failure, outcome);
        emit failed();
    }
}

void CaseCommands::followChange(const QList<FileStep> &inverse)
{
    const CorpusLayout &layout = m_session.corpus().layout();
    QStringList gone;
    QStringList back;
    for (const FileStep &step : inverse) {
        if (layout.pathOf(layout.idOf(step.path)) != step.path)
            continue; // a view
        if (step.kind == FileStep::Kind::Rename)
            emit renamed(layout.idOf(step.other), layout.idOf(step.path));
        else if (step.kind == FileStep::Kind::Restore)
            gone.append(layout.idOf(step.path));
        else if (step.kind == FileStep::Kind::Trash)
            back.append(layout.idOf(step.path));
    }
    if (!gone.isEmpty())
        emit trashed(gone);
    if (!back.isEmpty())
        emit added(back);
    m_session.lookAgain();
}

void CaseCommands::undo()
{
    m_runner->perform(PlanRunner::Way::Undo);
}

void CaseCommands::redo()
{
    m_runner->perform(PlanRunner::Way::Redo);
}

QString CaseCommands::undoName() const
{
    return m_runner->nameOf(PlanRunner::Way::Undo);
}

QString CaseCommands::redoName() const
{
    return m_runner->nameOf(PlanRunner::Way::Redo);
}

void CaseCommands::cancel()
{
    m_runner->cancel();
    m_planning->cancel();
}

} // namespace casebook
