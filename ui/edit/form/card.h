#pragma once

#include <QWidget>

namespace casebook {

/// A rounded area on which things that belong together stand. Stands out a little while the focus is in it.
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    ~Card() override;

    /// Shows that the card is being dragged.
    void setLifted(bool lifted);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_lifted = false;
    bool m_focused = false;
};

} // namespace casebook
