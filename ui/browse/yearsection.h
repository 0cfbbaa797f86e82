#pragma once

#include "ui/browse/filtersection.h"

QT_BEGIN_NAMESPACE
class QSpinBox;
QT_END_NAMESPACE

namespace casebook {

class RangeHistogram;

/// A year field as a range, with a column for each year.
class YearSection : public FilterSection {
    Q_OBJECT

public:
    explicit YearSection(QString path, QWidget *parent = nullptr);

    void showFacet(const Facet &facet) override;
    void showRange(const QString &from, const QString &to) override;

private:
    void choose(int from, int to);

    RangeHistogram *m_histogram;
    QSpinBox *m_from;
    QSpinBox *m_to;
    int m_first = 0; ///< the years that there are
    int m_last = 0;
};

} // namespace casebook
