#pragma once

#include "core/difference/unifieddifference.h"

namespace casebook {

/// A change that is about to be made to a file, if a person agrees.
struct PlannedChange {
    FileChange change;
    QString refusal;         ///< why it cannot be made, for a person; empty where it can
    bool isRequired = false; ///< cannot be left out of the others: the rename that they follow

    bool isRefused() const { return !refusal.isEmpty(); }
};

} // namespace casebook
