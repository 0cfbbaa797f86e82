#include "core/store/unsavedtext.h"

#include "core/store/filecontent.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QByteArray formatLine = "casebook-unsaved 1\n";

Error notWhole()
{
    return Error{QCoreApplication::translate("casebook::Store", "It is not a whole journal of unsaved text.")};
}

// Of everything, so that no part can go with another one's.
QString checksumOf(const UnsavedText &unsaved)
{
    const QByteArray names = unsaved.root.toUtf8() + '\0' + unsaved.path.toUtf8() + '\0';
    const QByteArray size = QByteArray::number(unsaved.base.size());
    return QString::fromLatin1(contentHash(names + size + '\0' + unsaved.base + unsaved.text).toHex());
}

} // namespace

QByteArray toJournal(const UnsavedText &unsaved)
{
    const QJsonObject head{
        {u"root"_s, unsaved.root},
        {u"path"_s, unsaved.path},
        {u"written"_s, unsaved.written.toUTC().toString(Qt::ISODateWithMs)},
        {u"baseBytes"_s, unsaved.base.size()},
        {u"textBytes"_s, unsaved.text.size()},
        {u"sha256"_s, checksumOf(unsaved)},
    };
    return formatLine + QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + unsaved.base + unsaved.text;
}

Result<UnsavedText> fromJournal(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n', formatLine.size());
    if (!bytes.startsWith(formatLine) || end < 0)
        return notWhole();
    const QJsonObject head = QJsonDocument::fromJson(bytes.sliced(formatLine.size(), end - formatLine.size())).object();
    const qint64 baseSize = head.value(u"baseBytes"_s).toInteger(-1);
    const qint64 textSize = head.value(u"textBytes"_s).toInteger(-1);
    const qint64 size = bytes.size() - end - 1;
    if (baseSize < 0 || baseSize > size || textSize != size - baseSize)
        return notWhole();
    UnsavedText unsaved;
    unsaved.root = head.value(u"root"_s).toString();
    unsaved.path = head.value(u"path"_s).toString();
    unsaved.base = bytes.sliced(end + 1, baseSize);
    unsaved.text = bytes.sliced(end + 1 + baseSize);
    unsaved.written = QDateTime::fromString(head.value(u"written"_s).toString(), Qt::ISODateWithMs);
    if (head.value(u"sha256"_s).toString() != checksumOf(unsaved))
        return notWhole();
    return unsaved;
}

} // namespace casebook
