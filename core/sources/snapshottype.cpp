#include "core/sources/snapshottype.h"

#include <QStringList>

namespace casebook {

using namespace Qt::StringLiterals;

bool isKeptType(const QString &type)
{
    static const QStringList others{u"application/pdf"_s, u"application/xhtml+xml"_s, u"application/xml"_s,
                                    u"application/json"_s, u"application/rtf"_s};
    return type.isEmpty() || type.startsWith(u"text/") || others.contains(type)
        || (type.startsWith(u"application/") && (type.endsWith(u"+xml") || type.endsWith(u"+json")));
}

bool isPictureType(const QString &type)
{
    static const QStringList types{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s, u"image/webp"_s};
    return types.contains(type);
}

QString typeOfBytes(const QByteArray &bytes)
{
    if (bytes.startsWith("%PDF-"))
        return u"application/pdf"_s;
    const QByteArray head = bytes.left(4096);
    const bool isUtf16 = head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF");
    if (head.contains('\0') && !isUtf16)
        return {};
    const QByteArray lower = head.toLower();
    return lower.contains("<html") || lower.contains("<!doctype html") ? u"text/html"_s : u"text/plain"_s;
}

} // namespace casebook
