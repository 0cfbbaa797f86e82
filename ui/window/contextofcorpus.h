#pragma once

#include "ui/edit/editcontext.h"

namespace casebook {

class Corpus;

/// What the editor is told of an open corpus, which must outlive it.
EditContext contextOf(const Corpus &corpus);

} // namespace casebook
