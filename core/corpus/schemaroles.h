#pragma once

#include "core/corpus/schema.h"

#include <QList>
#include <QString>

#include <utility>

namespace casebook {

/// Every role that a schema gives, with the field that has it, in the order in which roles are told; behind the role of
/// a record those of its parts that are not called as the role calls them: {"claims", "arguments"}, {"claims.side",
/// "stance"}. Schema::setRole() with each of them gives the same roles.
QList<std::pair<QString, QString>> rolesOf(const Schema &schema);

} // namespace casebook
