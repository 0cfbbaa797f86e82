#pragma once

#include <QList>
#include <QStringView>

namespace casebook {

/// The numbers that stand in a sentence in digits, in order: "from 3,000 to 30 000, 3.4 times" holds 3000, 30000 and
/// 3.4. A comma, a blank that does not break or an apostrophe before three digits groups them; a point with digits on
/// both sides starts a fraction.
QList<double> numbersIn(QStringView text);

} // namespace casebook
