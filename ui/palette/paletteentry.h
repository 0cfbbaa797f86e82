#pragma once

#include "core/corpus/corpus.h"
#include "core/query/fuzzymatch.h"
#include "core/query/savedview.h"
#include "core/query/searchresult.h"

#include <QString>

#include <memory>
#include <vector>

namespace casebook {

/// Something that the command palette finds, and goes to or does. A value.
struct PaletteEntry {
    enum class Kind {
        Case,
        View,
        Value, ///< of a facet
        Action,
    };

    Kind kind = Kind::Case;
    QString id;      ///< of a case or view; of a value its path; of an action its object name
    QString value;   ///< of a facet
    QString text;    ///< what is shown, and matched
    QString detail;  ///< stands behind it, muted, and is matched too
    QString note;    ///< at the end of the line: keys, a count
    FuzzyText fuzzy; ///< of text, two blanks and detail; empty until prepare()

    /// The same in every run, so that it can be remembered.
    QString key() const;
};

using PaletteEntries = std::vector<PaletteEntry>;
using PaletteEntriesPtr = std::shared_ptr<const PaletteEntries>;

PaletteEntry makeEntry(PaletteEntry::Kind kind, const QString &id, const QString &text, const QString &detail = {},
                       const QString &note = {});

/// Makes entries ready to be matched. Takes a while for many; any thread.
void prepare(PaletteEntries &entries);

/// One for each case, by title and organization. Any thread.
PaletteEntries caseEntries(const Corpus &corpus);
/// One for each view that can be read; `counts` tells the cases of each, -1 where it is not known.
PaletteEntries viewEntries(const QList<SavedView> &views, const QList<int> &counts);
/// One for each value of each facet, "From: Go", that would find something and is not included yet.
PaletteEntries valueEntries(const QList<Facet> &facets);

} // namespace casebook
