#pragma once

namespace casebook {

/// Gives the running QCoreApplication the plural forms of our English texts ("1 case", "2 cases"), which Qt takes from a
/// translation only. To be called once, in main() and in tests that look at such texts.
void installTexts();

} // namespace casebook
