#include "app/exportformat.h"

namespace casebook {

using namespace Qt::StringLiterals;

const QList<ExportFormat> &exportFormats()
{
    static const QList<ExportFormat> all = [] {
        QList<ExportFormat> formats{pdfFormat()};
        for (const TextFormat &text : textFormats())
            formats.append(textExportFormat(text));
        return formats;
    }();
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
