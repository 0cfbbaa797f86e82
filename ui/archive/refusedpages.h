#pragma once

#include "core/sources/snapshottaker.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

/// Tells of which pages no copy could be kept, and why, in a list that can be copied. Does not wait.
void showRefusedPages(QWidget *window, const QList<SnapshotOutcome> &refused);

} // namespace casebook
