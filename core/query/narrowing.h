#pragma once

#include "core/query/query.h"

namespace casebook {

/// Whether one query asks for all that another asks for, and perhaps for more: so a case that the other leaves out, and
/// no facet counts, it leaves out as well. Words may go on: "lat" and "late". May say no where it is so.
bool narrows(const Query &query, const Query &other);

} // namespace casebook
