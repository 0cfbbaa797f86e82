#pragma once

class QAction;
class QToolButton;
class QWidget;

namespace casebook {

/// A button for an action, icon and words, without a frame until the pointer is over it; Tab reaches it. Owned by
/// `parent`.
QToolButton *flatButton(QAction *action, QWidget *parent);

} // namespace casebook
