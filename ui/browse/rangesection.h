#pragma once

#include "ui/browse/filtersection.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace casebook {

class RangeHistogram;

/// A number or date field as a range. Each column of its picture stands for about as many values as the others, so that
/// one large value does not press all others into the first column.
class RangeSection : public FilterSection {
    Q_OBJECT

public:
    /// `type`: Number or Date.
    RangeSection(QString path, FieldType type, QWidget *parent = nullptr);

    FieldType type() const { return m_type; }
    void showFacet(const Facet &facet) override;
    void showRange(const QString &from, const QString &to) override;

private:
    /// The values that a column stands for: from the lowest to the highest of them, as written.
    struct Span {
        QString lowest;
        QString highest;
        int count = 0;
    };

    void ask();
    void chooseBars(int first, int last);
    void markRange();

    FieldType m_type;
    RangeHistogram *m_histogram;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QList<Span> m_spans;
    QList<FacetValue> m_values;      ///< of the facet
    std::vector<qsizetype> m_order; ///< the places of those that are numbers or dates, rising
    QString m_askedFrom; ///< what the query asks for
    QString m_askedTo;
};

} // namespace casebook
