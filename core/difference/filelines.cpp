#include "core/difference/filelines.h"

namespace casebook {

QList<QByteArrayView> fileLines(QByteArrayView bytes)
{
    QList<QByteArrayView> lines;
    for (qsizetype first = 0; first < bytes.size();) {
        const qsizetype feed = bytes.indexOf('\n', first);
        const qsizetype end = feed < 0 ? bytes.size() : feed + 1;
        lines.append(bytes.sliced(first, end - first));
        first = end;
    }
    return lines;
}

} // namespace casebook
