#include "ui/views/viewcommands.h"

#include "core/corpus/casetemplate.h"
#include "core/curate/viewplan.h"
#include "core/query/viewsession.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/outcomereport.h"
#include "ui/views/currentview.h"
#include "ui/views/viewnamedialog.h"

#include <QFileInfo>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestProposal = 60;

/// What is asked for in words, as a name to begin with.
QString proposedName(const SavedView &content, const Schema &schema)
{
    const QString words = describeQuery(content.query(schema), schema);
    return words.size() <= longestProposal ? words : QString();
}

} // namespace

ViewCommands::ViewCommands(const ViewSession &views, CurrentView &current, CaseCommands &files, QWidget *window)
    : QObject(window), m_views(views), m_current(current), m_files(files), m_window(window)
{
}

ViewNameDialog *ViewCommands::askForName(const QString &title, const QString &action, const QString &ownName)
{
    const auto isTaken = [this, ownName](const QString &name) {
        const QList<SavedView> &all = m_views.views().views;
        return std::any_of(all.begin(), all.end(), [&](const SavedView &view) {
            return view.name != ownName && view.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    auto *dialog = new ViewNameDialog(title, action, isTaken, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

QString ViewCommands::freeViewId(const QString &name) const
{
    const CorpusLayout &layout = m_views.corpus().layout();
    return freeId(idFromTitle(name), [&](const QString &id) {
        return m_views.views().find(id) || QFileInfo::exists(layout.absolute(u"views/"_s + id + u".yaml"_s));
    });
}

void ViewCommands::carryOut(const Result<Plan> &plan, const QString &message, const QString &failure)
{
    if (!plan)
        showFailure(m_window, failure, plan.error().message);
    else if (!plan->files.isEmpty())
        m_files.carryOut(*plan, message, failure);
}

void ViewCommands::save()
{
    const Schema &schema = m_views.corpus().schema();
    const SavedView content = m_current.content();
    ViewNameDialog *dialog = askForName(tr("Save as view"), tr("Save"), {});
    const QString words = describeQuery(content.query(schema), schema);
    dialog->setExplanation(
        words.isEmpty() ? tr("All cases, as they are grouped and sorted now.") : words,
        [this](const QString &name) -> QString { return u"views/"_s + freeViewId(name) + u".yaml"_s; });
    dialog->propose(proposedName(content, schema), {});
    connect(dialog, &QDialog::accepted, this, [this, dialog, content] {
        SavedView view = content;
        view.name = dialog->name();
        view.description = dialog->description();
        view.id = freeViewId(view.name);
        m_current.expect(view.id);
        carryOut(planNewView(view, tr("Save View “%1”").arg(view.name)), tr("Saved the view “%1”").arg(view.name),
                 tr("The view could not be saved"));
    });
    dialog->open();
}

void ViewCommands::update(const QString &id)
{
    const SavedView *view = m_views.views().find(id);
    if (!view)
        return;
    m_current.expect(id);
    carryOut(planViewEdits(m_views.corpus().layout(), view->path, contentEdits(m_current.content()),
                           tr("Update View “%1”").arg(view->name)),
             tr("“%1” asks for what is shown now").arg(view->name), tr("The view could not be updated"));
}

void ViewCommands::keepRecipe(const QString &id, const BriefingRecipe &recipe)
{
    const SavedView *view = m_views.views().find(id);
    if (!view)
        return;
    carryOut(planViewEdits(m_views.corpus().layout(), view->path, recipeEdits(recipe, view->briefing),
                           tr("Keep the Briefing of “%1”").arg(view->name)),
             tr("“%1” is exported like this from now on").arg(view->name), tr("The view could not be updated"));
}

void ViewCommands::rename(const QString &id)
{
    const SavedView *found = m_views.views().find(id);
    if (!found || found->broken)
        return;
    const SavedView view = *found;
    ViewNameDialog *dialog = askForName(tr("Rename the view “%1”").arg(view.name), tr("Rename"), view.name);
    dialog->setExplanation({}, [path = view.path](const QString &) { return path; });
    dialog->propose(view.name, view.description);
    connect(dialog, &QDialog::accepted, this, [this, dialog, view] {
        carryOut(planViewEdits(m_views.corpus().layout(), view.path, nameEdits(dialog->name(), dialog->description()),
                               tr("Rename View “%1”").arg(view.name)),
                 tr("The view is called “%1” now").arg(dialog->name()), tr("The view could not be renamed"));
    });
    dialog->open();
}

void ViewCommands::moveToTrash(const QString &id)
{
    const SavedView *view = m_views.views().find(id);
    if (!view)
        return;
    Plan plan = planTrash(m_views.corpus().layout().root, {view->path});
    plan.name = tr("Move View “%1” to Trash").arg(view->name);
    carryOut(plan, tr("Moved the view “%1” to the trash").arg(view->name),
             tr("The view could not be moved to the trash"));
}

void ViewCommands::move(const QString &id, qsizetype to)
{
    const QList<SavedView> &all = m_views.views().views;
    const SavedView *view = m_views.views().find(id);
    const qsizetype from = view ? all.indexOf(*view) : -1;
    if (from < 0 || to < 0 || to >= all.size() || from == to)
        return;
    carryOut(planViewMove(m_views.corpus().layout(), all, from, to, tr("Move View “%1”").arg(view->name)),
             tr("Moved the view “%1”").arg(view->name), tr("The view could not be moved"));
}

} // namespace casebook
