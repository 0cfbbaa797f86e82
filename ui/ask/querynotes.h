#pragma once

#include "core/query/queryreading.h"
#include "core/query/searchresult.h"

#include <QLabel>

#include <functional>

namespace casebook {

/// Below the query field: the query in words, and what was not understood of it, each note with its suggestion as a
/// link.
class QueryNotes : public QLabel {
    Q_OBJECT

public:
    explicit QueryNotes(QWidget *parent = nullptr);

    /// Says that all cases are shown where nothing is asked. Values are written as the facets have them. `tells` chooses among the notes.
    void showReading(const QueryReading &reading, const Schema &schema, const QList<Facet> &facets,
                     const std::function<bool(const QueryNote &)> &tells);

signals:
    /// The note of that number is to be followed.
    void suggestionChosen(int note);
};

} // namespace casebook
