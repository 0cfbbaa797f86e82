#pragma once

#include <QByteArray>

namespace casebook::bench {

/// The whole file of the case at `index` (from 0) of a corpus of `count` cases: front matter and body, UTF-8, about 2.2
/// KB on average and up to 7 KB. Without problems by the rules of corpusDescription().
QByteArray caseText(quint64 seed, int index, int count);

/// The same with a text of about `bytes` bytes, none shorter than its front matter.
QByteArray caseTextOfSize(quint64 seed, int index, int count, int bytes);

} // namespace casebook::bench
