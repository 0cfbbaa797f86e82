#include "tests/bench/rivals.h"

// In place of fulltext.cpp where SQLite's library is missing.

namespace casebook::bench {

using namespace Qt::StringLiterals;

bool FullText::isBuiltIn()
{
    return false;
}

FullText::FullText() = default;

FullText::~FullText() = default;

Result<void> FullText::build(const QString &, const Corpus &)
{
    return Error{u"SQLite was not there when this was built."_s};
}

RivalAnswer FullText::ask(const QString &) const
{
    return {};
}

} // namespace casebook::bench
