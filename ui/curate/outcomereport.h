#pragma once

#include "core/curate/plan.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

/// Tells that something could not be done, and why. Does not wait.
void showFailure(QWidget *window, const QString &title, const QString &message);

/// Tells which files of a plan were left out, and why: a message for one, a list for several. Does not wait.
void showLeftOut(QWidget *window, const QString &title, const PlanOutcome &outcome);

} // namespace casebook
