#include "core/document/splicing/splice.h"

#include <algorithm>

namespace casebook {

std::optional<QByteArray> spliced(const QByteArray &bytes, Splices splices)
{
    std::stable_sort(splices.begin(), splices.end(),
                     [](const Splice &a, const Splice &b) { return a.span.begin < b.span.begin; });
    QByteArray result;
    qsizetype done = 0;
    for (const Splice &splice : splices) {
        if (splice.span.begin < done || splice.span.end < splice.span.begin || splice.span.end > bytes.size())
            return std::nullopt;
        result += QByteArrayView(bytes).sliced(done, splice.span.begin - done);
        result += splice.text;
        done = splice.span.end;
    }
    result += QByteArrayView(bytes).sliced(done);
    return result;
}

} // namespace casebook
