#include "app/exportformat.h"

namespace casebook {

using namespace Qt::StringLiterals;

const QList<ExportFormat> &exportFormats()
{
    static const QList<ExportFormat> all{pdfFormat(), jsonFormat()};
    return all;
}

QString exportFormatNames()
{
    QStringList names;
    for (const ExportFormat &format : exportFormats())
        names.append(format.name);
    return names.join(u", "_s);
}

} // namespace casebook
