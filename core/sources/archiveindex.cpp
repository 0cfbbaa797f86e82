#include "core/sources/archiveindex.h"

#include "core/importers/sourceaddress.h"
#include "core/sources/archive.h"

#include <QCoreApplication>
#include <QList>
#include <QUrl>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 8192;
constexpr int fewestFields = 8;
constexpr char headLine[] =
    "# Copies of sources, one line for each look: url, date, status, type, charset, bytes, sha-256, file, final url\n";

QString tr(const char *text)
{
    return QCoreApplication::translate("Archive", text);
}

// Endings that say what is in a file, and under which no file of an archive is taken for a case.
constexpr std::array<std::pair<QStringView, QStringView>, 12> endings{{
    {u"text/html", u"html"},
    {u"application/xhtml+xml", u"xhtml"},
    {u"application/pdf", u"pdf"},
    {u"application/json", u"json"},
    {u"application/xml", u"xml"},
    {u"text/xml", u"xml"},
    {u"image/png", u"png"},
    {u"image/jpeg", u"jpg"},
    {u"image/gif", u"gif"},
    {u"image/webp", u"webp"},
    {u"image/svg+xml", u"svg"},
    {u"text/css", u"css"},
}};

bool isLowerHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isType(QByteArrayView text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || QByteArrayView("/+-._").contains(c);
    };
    return text.size() <= 100 && text.contains('/') && std::all_of(text.begin(), text.end(), fits);
}

// The file's name is made of the sum, so that an index can lead nowhere else.
bool isPathOf(QByteArrayView path, QByteArrayView sha256)
{
    const QByteArray start = "archive/" + sha256.first(2).toByteArray() + '/' + sha256.toByteArray() + '.';
    const QByteArrayView ending = path.sliced(std::min(path.size(), start.size()));
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return path.startsWith(start) && !ending.isEmpty() && ending.size() <= 8
        && std::all_of(ending.begin(), ending.end(), fits);
}

QString addressIn(const QByteArray &field)
{
    const QString address = QString::fromLatin1(field);
    return field.size() <= longestAddress && isSourceAddress(address) ? address : QString();
}

QByteArray encoded(const QString &address)
{
    return QUrl(address, QUrl::StrictMode).toEncoded();
}

QByteArray dateText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate).toLatin1();
}

// A field holds no tab and no line end.
QByteArray plain(const QString &text)
{
    QByteArray field = text.simplified().toLatin1();
    field.removeIf([](char c) { return c <= ' ' || c >= 0x7F; });
    return field.isEmpty() ? QByteArray("-") : field.left(100);
}

// Whatever else is wrong with the fields, as a sentence; "" where nothing is.
QString faultOf(const Snapshot &snapshot, const QList<QByteArray> &fields)
{
    if (snapshot.url.isEmpty())
        return tr("\"%1\" is not the address of a page.").arg(QString::fromUtf8(fields.at(0).left(200)));
    if (!snapshot.taken.isValid())
        return tr("\"%1\" is not a date like 2026-11-20T08:30:00Z.").arg(QString::fromUtf8(fields.at(1).left(50)));
    if (fields.at(6).size() != 64 || !isLowerHex(fields.at(6)))
        return tr("The SHA-256 is not one: 64 digits from 0 to 9 and a to f.");
    if (!isPathOf(fields.at(7), fields.at(6)))
        return tr("\"%1\" is not the name of a stored copy.").arg(QString::fromUtf8(fields.at(7).left(200)));
    if (snapshot.status < 100 || snapshot.status > 599 || snapshot.size < 0 || !isType(fields.at(3)))
        return tr("Status, type or size cannot be read.");
    return {};
}

} // namespace

QString snapshotPath(const QByteArray &sha256, const QString &type)
{
    const auto known = std::find_if(endings.begin(), endings.end(), [&](const auto &row) { return row.first == type; });
    const QString ending = known != endings.end()     ? known->second.toString()
        : type.startsWith(u"text/") || type.isEmpty() ? u"txt"_s
                                                      : u"bin"_s;
    const QString name = QString::fromLatin1(sha256);
    return QString(archiveFolder + (u'/' + name.left(2) + u'/' + name + u'.' + ending));
}

QByteArray indexLine(const Snapshot &snapshot)
{
    QList<QByteArray> fields{encoded(snapshot.url), dateText(snapshot.taken), QByteArray::number(snapshot.status),
                             plain(snapshot.type),  plain(snapshot.charset),  QByteArray::number(snapshot.size),
                             snapshot.sha256,       snapshot.path.toLatin1()};
    if (!snapshot.finalUrl.isEmpty() && snapshot.finalUrl != snapshot.url)
        fields.append(encoded(snapshot.finalUrl));
    return fields.join('\t') + '\n';
}

std::optional<Snapshot> readIndexLine(QByteArrayView line, QString &fault)
{
    const QList<QByteArray> fields = line.toByteArray().split('\t');
    if (fields.size() < fewestFields) {
        fault = tr("A line of the archive's index has %1 fields between tabs: this has fewer.").arg(fewestFields);
        return std::nullopt;
    }
    Snapshot snapshot;
    snapshot.url = addressIn(fields.at(0));
    snapshot.taken = QDateTime::fromString(QString::fromLatin1(fields.at(1)), Qt::ISODate);
    if (dateText(snapshot.taken) != fields.at(1))
        snapshot.taken = {};
    snapshot.checked = snapshot.taken;
    snapshot.status = fields.at(2).toInt();
    snapshot.type = QString::fromLatin1(fields.at(3));
    snapshot.charset = fields.at(4) == "-" ? QString() : QString::fromLatin1(fields.at(4));
    bool isNumber = false;
    snapshot.size = fields.at(5).toLongLong(&isNumber);
    snapshot.size = isNumber ? snapshot.size : -1;
    snapshot.sha256 = fields.at(6);
    snapshot.path = QString::fromLatin1(fields.at(7));
    snapshot.finalUrl = fields.size() > fewestFields ? addressIn(fields.at(fewestFields)) : QString();
    if (snapshot.finalUrl.isEmpty())
        snapshot.finalUrl = snapshot.url;
    fault = faultOf(snapshot, fields);
    return fault.isEmpty() ? std::optional(snapshot) : std::nullopt;
}

QByteArray withIndexLine(const QByteArray &index, const QByteArray &line)
{
    if (index.isEmpty())
        return headLine + line;
    qsizetype at = 0;
    while (at < index.size()) {
        const qsizetype end = index.indexOf('\n', at);
        const qsizetype next = end < 0 ? index.size() : end + 1;
        const QByteArrayView present = QByteArrayView(index).sliced(at, next - at);
        if (!present.startsWith('#') && !present.trimmed().isEmpty() && line < present)
            break;
        at = next;
    }
    QByteArray more = index;
    const bool lacksEnd = at == index.size() && !index.endsWith('\n');
    more.insert(at, lacksEnd ? '\n' + line : line);
    return more;
}

} // namespace casebook
