#pragma once

#include <QToolBar>

namespace casebook {

class FormatActions;

/// The buttons above the source. Made for mouse and Tab; each has its key in its tool tip.
class FormatBar : public QToolBar {
    Q_OBJECT

public:
    /// The actions must outlive the bar.
    explicit FormatBar(const FormatActions &actions, QWidget *parent = nullptr);

private:
    void addButton(QAction *action);
    void addHeadings(const FormatActions &actions);
};

} // namespace casebook
