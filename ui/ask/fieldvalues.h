#pragma once

#include "core/query/column.h"
#include "core/query/searchresult.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace casebook {

class Browser;

/// The values that the fields of the open corpus have, with the counts to show beside them: of a facet how many cases
/// the other conditions leave, of another field those of the whole corpus.
class FieldValues : public QObject {
    Q_OBJECT

public:
    /// The browser must outlive this.
    explicit FieldValues(Browser &browser, QObject *parent = nullptr);

    /// The most frequent values in which a word starts with `begun` (folded; empty: any), some hundreds at most.
    /// `others`: the text of the query without the condition that is being written. A field that is no facet is read
    /// when it is first asked for. The counts (-1: not known) may come later: arrived().
    QList<FacetValue> counted(const QString &path, const QByteArray &begun, const QString &others);
    /// All values.
    QStringList all(const QString &path);

signals:
    /// What counted() could not tell is known now.
    void arrived();

private:
    void askFacets(const QString &others);
    Column &column(const QString &path);

    Browser &m_browser;
    QString m_others;                                  ///< of what m_facets tells, or will tell
    std::optional<QList<Facet>> m_facets;              ///< none: not known
    bool m_asked = false;                              ///< for m_others
    QHash<QString, std::shared_ptr<Column>> m_columns; ///< by path; as the corpus is now
};

} // namespace casebook
