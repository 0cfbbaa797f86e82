#include "core/query/valuesinuse.h"

#include "core/query/column.h"

namespace casebook {

QStringList valuesInUse(const Corpus &corpus, const QString &path, qsizetype most)
{
    Column column(path);
    column.extend(corpus);
    QStringList values;
    for (const int number : column.ranked(false)) {
        if (values.size() >= most)
            break;
        values.append(column.values().at(number));
    }
    return values;
}

} // namespace casebook
