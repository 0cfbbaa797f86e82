#pragma once

#include "core/base/result.h"
#include "core/corpus/schema.h"
#include "core/importers/importeddocument.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace casebook {

// What becomes of a column of a table is said by a word, its target: a role ("title"), a part of one ("sources.url"),
// the id or the path of a field ("effort.people"), any other key, or one of these.

namespace target {
inline constexpr QStringView topic = u"topic"; ///< an industry where the corpus knows it, else a tag
inline constexpr QStringView body = u"body";   ///< the text of the case
inline constexpr QStringView none = u"-";      ///< it is left out
} // namespace target

/// The target that a header tells by itself, whatever the corpus; "" where it tells none.
QString targetOfHeader(const QString &header);

/// The key under which a column is kept that has no other target: the header where it can be one.
QString keyOfColumn(const QString &header, int column);

/// A target that a corpus has, for people to choose.
struct ColumnTarget {
    QString target;
    QString label;

    bool operator==(const ColumnTarget &) const = default;
};

/// All that a column may become in a corpus, in the order of its fields; the parts of records as "Effort: People".
QList<ColumnTarget> columnTargets(const Schema &schema);

/// What each column becomes in a corpus: the field whose id or label its header is, else what it is by itself. A column
/// that the importer leaves out stays so.
QStringList fittingTargets(const QList<ImportedColumn> &columns, const Schema &schema);

/// The target that a person means by a field's id, path or label, a role's name, "text" for the body or "-". The Error
/// tells which there are.
Result<QString> targetCalled(const QString &word, const Schema &schema);

/// The targets of all columns where a person says of some what they become: "Company=organization", or "3=organization"
/// for the third. The others get fittingTargets(). The Error says what is wrong.
Result<QStringList> chosenTargets(const QList<ImportedColumn> &columns, const QStringList &assignments,
                                  const Schema &schema);

} // namespace casebook
