#pragma once

#include "core/query/column.h"
#include "core/query/searchresult.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace casebook {

class Browser;

/// The values that the fields of the open corpus have, with the counts to show beside them: of a facet how many cases
/// the other conditions leave, of another field those of the whole corpus. What takes long to find in a large corpus is
/// found in another thread, and told later: arrived().
class FieldValues : public QObject {
    Q_OBJECT

public:
    /// The browser must outlive this.
    explicit FieldValues(Browser &browser, QObject *parent = nullptr);

    /// The most frequent values in which a word starts with `begun` (folded; empty: any), some hundreds at most.
    /// `others`: the text of the query without the condition that is being written. A field that is no facet is read
    /// when it is first asked for: until then it has none. The counts (-1: not known) may come later too.
    QList<FacetValue> counted(const QString &path, const QByteArray &begun, const QString &others);
    /// All values; nothing as long as they are not known.
    std::optional<QStringList> all(const QString &path);

signals:
    /// What counted() or all() could not tell is known now.
    void arrived();

private:
    struct Reading {
        std::shared_ptr<Column> column; ///< null: not read yet; short of some cases where the corpus has grown since
        bool underWay = false;          ///< in the other thread
    };

    void askFacets(const QString &others);
    QList<FacetValue> countedInColumn(const QString &path, const QByteArray &begun);
    /// Null where it is not known yet.
    Column *column(const QString &path);
    bool isWorthReading(const Column *known) const;
    void read(const QString &path);

    Browser &m_browser;
    QString m_others;                                   ///< of what m_facets tells, or will tell
    std::optional<QList<Facet>> m_facets;               ///< none: not known
    bool m_asked = false;                               ///< for m_others
    QThreadPool m_pool; ///< before what its tasks are asked for, so that at the end they see that nobody wants it
    QHash<QString, std::shared_ptr<Reading>> m_columns; ///< by path
};

} // namespace casebook
