#pragma once

#include "core/query/search.h"

#include <QAbstractButton>

namespace casebook {

/// One value of a facet: its state, label, count, and a thin bar for its share. A click asks for the next state, Alt
/// and a click for exclusion; the menu offers all states. So do keys: Space and Return, Plus, Minus and Delete.
class FacetRow : public QAbstractButton {
    Q_OBJECT

public:
    explicit FacetRow(QWidget *parent = nullptr);

    /// `largest`: the count at which the bar is full.
    void showValue(const FacetValue &value, int largest);
    const FacetValue &value() const { return m_value; }

    QSize sizeHint() const override;

signals:
    void stateRequested(casebook::FacetState state);
    /// This value is to be the only condition on its field.
    void onlyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void updateAccessibility();
    void exclude();

    FacetValue m_value;
    int m_largest = 1;
};

} // namespace casebook
