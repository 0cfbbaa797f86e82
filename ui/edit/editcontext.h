#pragma once

#include "core/corpus/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace casebook {

/// A case that another one can name.
struct CaseName {
    QString id;
    QString title;

    bool operator==(const CaseName &) const = default;
};

/// What an editor of one file knows of the corpus around it, handed in by whoever has the corpus: the shape of a case,
/// and what other cases hold. The functions answer for the corpus as it is when they are called, on the GUI thread; they
/// read every case, so that answers are worth keeping for a while. They may be empty.
struct EditContext {
    Schema schema;
    /// The values in use at a path (`tags`, `claims.reason`), the most frequent first.
    std::function<QStringList(const QString &path)> valuesInUse;
    /// Every case, in the order of their ids.
    std::function<QList<CaseName>()> cases;
};

} // namespace casebook
