#pragma once

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

/// Shows what this program is, its version and licence, and the libraries it stands on. Does not wait.
void showAboutBox(QWidget *parent);

} // namespace casebook
