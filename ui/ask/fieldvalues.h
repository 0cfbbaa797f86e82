#pragma once

#include "core/query/column.h"
#include "core/query/searchresult.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace casebook {

class Browser;

/// The values that the fields of the open corpus have, with the counts to show beside them: of a facet those of the
/// present answer, which follow the other conditions, of another field those of the whole corpus.
class FieldValues : public QObject {
    Q_OBJECT

public:
    /// The browser must outlive this.
    explicit FieldValues(Browser &browser, QObject *parent = nullptr);

    /// The most frequent values, at most a thousand. `others`: the text of the query without the condition that is
    /// being written. A field that is no facet is read when it is first asked for.
    QList<FacetValue> counted(const QString &path, const QString &others);
    /// All values; none while the corpus is being read, since no value can be missed in a part of it.
    QStringList all(const QString &path);

private:
    Column &column(const QString &path);

    Browser &m_browser;
    QString m_others;                                  ///< of what m_facets tells
    QList<Facet> m_facets;                             ///< none: not known
    QHash<QString, std::shared_ptr<Column>> m_columns; ///< by path; as the corpus is now
};

} // namespace casebook
