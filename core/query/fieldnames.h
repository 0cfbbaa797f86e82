#pragma once

#include "core/corpus/schema.h"

#include <QString>
#include <QStringList>

namespace casebook {

/// The paths of all fields that can be asked for: whole fields, their parts, computed ones and the folder.
QStringList queryPaths(const Schema &schema);

/// The paths that a name may mean: one where it is understood, several where it is ambiguous, none where it is unknown.
QStringList fieldsMeant(QStringView name, const Schema &schema);

/// The shortest name that is taken for the path: its last part, or all of it.
QString shortFieldName(const QString &path, const Schema &schema);

} // namespace casebook
