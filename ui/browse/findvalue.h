#pragma once

#include <QLineEdit>

namespace casebook {

/// The field in which one looks for a value of a long facet. Esc empties it, Down and Return go on to the values.
class FindValue : public QLineEdit {
    Q_OBJECT

public:
    explicit FindValue(QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace casebook
