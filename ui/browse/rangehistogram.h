#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>
#include <utility>

namespace casebook {

/// How many cases there are along a scale, as columns from the lowest to the highest; a drag over them chooses a range,
/// a click one column.
class RangeHistogram : public QWidget {
    Q_OBJECT

public:
    struct Bar {
        QString label; ///< what it stands for: a year, or "3 – 7"
        int count = 0;

        bool operator==(const Bar &) const = default;
    };

    explicit RangeHistogram(QWidget *parent = nullptr);

    void setBars(const QList<Bar> &bars);
    /// Bars outside of `first` to `last` are drawn pale.
    void setRange(int first, int last);

    QSize sizeHint() const override;

signals:
    /// From the first to the last bar, both included.
    void barsChosen(int first, int last);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    int barAt(double x) const;

    QList<Bar> m_bars;
    int m_first = 0;
    int m_last = 0;
    std::optional<std::pair<int, int>> m_drag; ///< where it began and where it is
};

} // namespace casebook
