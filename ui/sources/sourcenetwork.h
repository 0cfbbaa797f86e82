#pragma once

#include "ui/sources/linkcheck.h"

namespace casebook {

/// The network itself: LinkChecker and WaybackLookup, which share one Fetcher, made when it is needed first. `owner`
/// keeps it alive, and must outlive what is made.
SourceNetwork sourceNetwork(QObject *owner);

} // namespace casebook
