#pragma once

#include "core/curate/plan.h"
#include "core/document/edit.h"
#include "core/exporters/briefingrecipe.h"
#include "core/query/savedview.h"

namespace casebook {

// What is done to saved views, as plans of which nothing is written yet. A view that is there is edited losslessly:
// only the lines of the keys that are meant differ, and keys that we do not know stay. Any thread.

/// The order in which new keys are put into a view.
KeyOrder viewKeyOrder();

/// The edits that make a view have this name and description; an empty description takes its key away.
Edits nameEdits(const QString &name, const QString &description);
/// The edits that make a view ask for what `content` does: its filter, sort and group, empty ones taken away.
Edits contentEdits(const SavedView &content);

/// The edits that make a view, whose key `briefing` holds `before`, be exported by this recipe. Only what differs is
/// edited; the usual recipe takes the key away.
Edits recipeEdits(const BriefingRecipe &recipe, const Value &before);

/// The file `views/ID.yaml` of a view that is not there yet, `view.id` being its id. The plan is called `name`.
Result<Plan> planNewView(const SavedView &view, const QString &name);

/// Any edits of a view's file; this is how keys of a view are set. The Error says why they cannot be made.
Result<Plan> planViewEdits(const CorpusLayout &layout, const QString &path, const Edits &edits, const QString &name);

/// The positions that put the view at `from` in the place `to`, counted without it: one for each view, in the new
/// order. As few as can be differ from what is there; those behind that have none need none.
QList<std::optional<int>> movedPositions(QList<std::optional<int>> positions, qsizetype from, qsizetype to);

/// Moves a view within the list of all; `views` as loadViews() gives them. The Error names a file that cannot be
/// edited.
Result<Plan> planViewMove(const CorpusLayout &layout, const QList<SavedView> &views, qsizetype from, qsizetype to,
                          const QString &name);

} // namespace casebook
