#include "core/exporters/picturedata.h"

#include "core/base/filebytes.h"
#include "core/store/corpuspath.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sizeLimit = 4 * 1024 * 1024; // bytes

QByteArray mediaType(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "image/gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

} // namespace

QString pictureData(const CorpusLayout &layout, const QString &path)
{
    const Result<QString> place = corpusPath(layout.root, path);
    if (!place)
        return {};
    const Result<FileBytes> file = readFileBytes(*place, sizeLimit);
    if (!file)
        return {};
    const QByteArray type = mediaType(file->bytes);
    return type.isEmpty()
        ? QString()
        : u"data:"_s + QString::fromLatin1(type) + u";base64,"_s + QString::fromLatin1(file->bytes.toBase64());
}

} // namespace casebook
