#pragma once

#include "tests/bench/random.h"

#include <QByteArray>

namespace casebook {

/// Writes a front matter by chance, the same for the same seed. `oddity` is how many in a hundred of its parts are
/// unusual or wrong: 0 for YAML that readPlainYaml() is to accept.
QByteArray randomFrontMatter(bench::Random &random, int oddity);

/// Puts pieces of YAML in a row without any sense.
QByteArray randomPieces(bench::Random &random);

/// Changes, inserts or removes one byte.
QByteArray mutated(QByteArray yaml, bench::Random &random);

} // namespace casebook
