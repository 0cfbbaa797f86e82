#pragma once

#include <QByteArray>

namespace casebook::bench {

/// What a generated case is called.
struct CaseName {
    QByteArray title;
    QByteArray organization;
    QByteArray id; ///< unique in its corpus; with a folder before it where the corpus is large
};

/// More cases than this are put into folders of a thousand.
inline constexpr int mostInOneFolder = 20'000;

/// The name of the case at `index` (from 0) of a corpus of `count` cases: any case can name any other.
CaseName caseName(quint64 seed, int index, int count);

} // namespace casebook::bench
