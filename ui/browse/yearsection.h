#pragma once

#include "ui/browse/facetsection.h"

QT_BEGIN_NAMESPACE
class QSpinBox;
QT_END_NAMESPACE

namespace casebook {

/// How many cases there are in each year, as columns; a drag over them chooses a range, a click one year.
class YearHistogram : public QWidget {
    Q_OBJECT

public:
    explicit YearHistogram(QWidget *parent = nullptr);

    /// Counts by year, from `first` on; years outside from..to are drawn pale.
    void setCounts(int first, const QList<int> &counts);
    void setRange(int from, int to);

    QSize sizeHint() const override;

signals:
    void rangeChosen(int from, int to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    int yearAt(double x) const;

    int m_first = 0;
    QList<int> m_counts;
    int m_from = 0;
    int m_to = 9999;
    int m_pressed = 0; ///< the year at which a drag began; 0: none is under way
    int m_dragged = 0;
};

/// A year field as a range.
class YearSection : public FilterSection {
    Q_OBJECT

public:
    explicit YearSection(QString path, QWidget *parent = nullptr);

    void showFacet(const Facet &facet) override;
    /// The bounds that the query asks for; empty where there is none.
    void showRange(const QString &from, const QString &to);

private:
    void choose(int from, int to);

    YearHistogram *m_histogram;
    QSpinBox *m_from;
    QSpinBox *m_to;
    int m_first = 0; ///< the years that there are
    int m_last = 0;
};

} // namespace casebook
