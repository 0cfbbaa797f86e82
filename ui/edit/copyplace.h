#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace casebook {

/// Where a copy is to be written to: an absolute path that the person chose, asked before it replaces another file.
/// Never called where the question is called off.
using CopyPlace = std::function<void(const QString &path)>;

/// Asks for it in a file dialog that belongs to the window of `parent` and waits for nobody. `name` is the file's name
/// or path inside the corpus, of which the proposal is made.
void askCopyPlace(QWidget *parent, const QString &name, CopyPlace chosen);

} // namespace casebook
