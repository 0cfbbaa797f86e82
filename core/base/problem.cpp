#include "core/base/problem.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

QString severityName(Severity severity)
{
    return severity == Severity::Error ? u"error"_s : u"warning"_s;
}

bool hasError(const Problems &problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem &problem) { return problem.severity == Severity::Error; });
}

} // namespace casebook
