#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace casebook {

/// A tree as text, a line a row: its text, indented by two blanks a level; of a group of cases with its count, of a
/// case with its organization before it and its details behind it.
QStringList printTree(const QAbstractItemModel &model, const QModelIndex &parent = {});

} // namespace casebook
