#pragma once

#include "core/query/query.h"

#include <QString>

namespace casebook {

/// A text in quotes, as a query writes it.
QString quotedText(const QString &text);

/// The bounds of a range: "2018..2022", ">5".
QString writtenRange(const QueryTerm &range);

/// A value as it stands behind a colon: in quotes only where it would be read otherwise without.
QString writtenValue(const QString &value);

} // namespace casebook
