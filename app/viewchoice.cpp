#include "app/viewchoice.h"

#include "app/command.h"
#include "core/base/suggestion.h"

namespace casebook {

using namespace Qt::StringLiterals;

Result<SavedView> chooseView(const Corpus &corpus, const QString &id)
{
    const SavedViews all = loadViews(corpus.layout(), corpus.schema());
    const SavedView *view = all.find(id);
    if (!view) {
        QStringList ids;
        for (const SavedView &known : all.views)
            ids.append(known.id);
        if (ids.isEmpty())
            return Error{CommandText::tr("There is no view \"%1\": this corpus has none.").arg(id)};
        const QStringList near = nearestOf(id, ids, 1);
        const QString text = CommandText::tr("There is no view \"%1\".").arg(id) + u' ';
        if (!near.isEmpty())
            return Error{text + CommandText::tr("Did you mean %1?").arg(near.first())};
        return Error{text + CommandText::tr("Views: %1.").arg(ids.join(u", "_s))};
    }
    if (!view->broken)
        return *view;
    QString reason;
    for (const FileProblem &found : all.problems) {
        if (found.path == view->path)
            reason = found.problem.message;
    }
    return Error{CommandText::tr("The view %1 cannot be read: %2").arg(view->path, reason)};
}

} // namespace casebook
