#include "core/sources/linkrecords.h"

#include "core/base/filebytes.h"
#include "core/store/cachefolder.h"
#include "core/store/lockfile.h"
#include "core/store/newfolders.h"
#include "core/store/replacefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QThread>

#include <algorithm>
#include <cerrno>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024; // bytes
constexpr qsizetype mostRecords = 100'000;       // the latest
constexpr qsizetype longestText = 8192;          // characters; addresses are cut off nowhere else
constexpr int longestWait = 5000;                // ms, for another process
constexpr int waitStep = 20;                     // ms

constexpr QStringView formatName = u"casebook-links";
constexpr int formatVersion = 1;

QString translate(const char *text)
{
    return QCoreApplication::translate("Links", text);
}

QString textIn(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString().left(longestText);
}

/// An unchecked record, or one without an address, tells nothing and is left out.
std::optional<LinkRecord> recordIn(const QJsonObject &object)
{
    LinkRecord record;
    record.url = textIn(object, u"url"_s);
    record.state = linkStateOf(object.value(u"state"_s).toString()).value_or(LinkState::Unchecked);
    record.status = object.value(u"status"_s).toInt();
    record.location = textIn(object, u"location"_s);
    record.permanent = object.value(u"permanent"_s).toBool();
    record.reason = textIn(object, u"reason"_s);
    record.checked = QDateTime::fromString(object.value(u"checked"_s).toString(), Qt::ISODate).toUTC();
    const bool tells = !record.url.isEmpty() && record.state != LinkState::Unchecked && record.checked.isValid();
    return tells ? std::optional(record) : std::nullopt;
}

QJsonObject toObject(const LinkRecord &record)
{
    QJsonObject object{{u"url"_s, record.url},
                       {u"state"_s, linkStateId(record.state)},
                       {u"checked"_s, record.checked.toUTC().toString(Qt::ISODate)}};
    if (record.status > 0)
        object.insert(u"status"_s, record.status);
    if (!record.location.isEmpty())
        object.insert(u"location"_s, record.location);
    if (record.permanent)
        object.insert(u"permanent"_s, true);
    if (!record.reason.isEmpty())
        object.insert(u"reason"_s, record.reason);
    return object;
}

std::optional<LinkRecords> parseRecords(const QByteArray &bytes)
{
    const QJsonObject file = QJsonDocument::fromJson(bytes).object();
    if (file.value(u"format"_s).toString() != formatName || !file.value(u"links"_s).isArray())
        return std::nullopt;
    LinkRecords records;
    const QJsonArray links = file.value(u"links"_s).toArray();
    for (const QJsonValue &link : links) {
        if (const auto record = recordIn(link.toObject()))
            addLinkRecord(records, *record);
    }
    return records;
}

/// In the order of addresses, so that the same records give the same bytes.
QByteArray toBytes(const QString &root, const LinkRecords &records)
{
    QList<LinkRecord> list = records.values();
    if (list.size() > mostRecords) {
        std::nth_element(list.begin(), list.begin() + mostRecords, list.end(),
                         [](const LinkRecord &a, const LinkRecord &b) { return a.checked > b.checked; });
        list.resize(mostRecords);
    }
    std::sort(list.begin(), list.end(), [](const LinkRecord &a, const LinkRecord &b) { return a.url < b.url; });
    QJsonArray links;
    for (const LinkRecord &record : std::as_const(list))
        links.append(toObject(record));
    return QJsonDocument(QJsonObject{{u"format"_s, formatName.toString()},
                                     {u"version"_s, formatVersion},
                                     {u"corpus"_s, root},
                                     {u"links"_s, links}})
        .toJson(QJsonDocument::Compact);
}

QString ignored(const QString &path, const QString &reason)
{
    return translate(
               "The results of earlier link checks in %1 cannot be read and are ignored: %2 They are written anew "
               "with the next check.")
        .arg(path, reason);
}

/// 0, or why the lock could not be taken in time.
int waitFor(LockFile &lock)
{
    for (int waited = 0;; waited += waitStep) {
        const int error = lock.take();
        if (error != EAGAIN || waited >= longestWait)
            return error;
        QThread::msleep(waitStep);
    }
}

} // namespace

void addLinkRecord(LinkRecords &records, const LinkRecord &record)
{
    LinkRecord &known = records[record.url];
    const bool knowsMore = record.state == LinkState::Unreachable && known.state != LinkState::Unchecked
        && known.state != LinkState::Unreachable;
    if (!knowsMore && (!known.checked.isValid() || record.checked >= known.checked))
        known = record;
}

void addFreshRecords(LinkRecords &records, const LinkRecordList &fresh)
{
    constexpr qint64 longestDifference = 24 * 3600; // s, between the clocks of those who share the cache
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const LinkRecord &record : fresh) {
        const auto known = records.constFind(record.url);
        if (known != records.constEnd() && std::max(now, record.checked).secsTo(known->checked) > longestDifference)
            records.erase(known);
        addLinkRecord(records, record);
    }
}

QString linkRecordsPath(const QString &root)
{
    return cacheFolder() % u"/links/"_s % corpusKey(root) % u".json"_s;
}

KeptLinks readLinkRecords(const QString &root)
{
    const QString path = linkRecordsPath(root);
    if (!QFileInfo::exists(path))
        return {};
    const Result<FileBytes> file = readFileBytes(path, largestFile);
    if (!file)
        return {{}, ignored(path, file.error().message)};
    if (file->stamp.size > largestFile) {
        const QLocale locale;
        return {{}, ignored(path, translate("It has %1.").arg(locale.formattedDataSize(file->stamp.size)))};
    }
    std::optional<LinkRecords> records = parseRecords(file->bytes);
    if (!records)
        return {{}, ignored(path, translate("It is damaged."))};
    return {std::move(*records), {}};
}

Result<LinkRecords> addLinkRecords(const QString &root, const LinkRecordList &records, SystemCalls &calls)
{
    const QString path = linkRecordsPath(root);
    const auto failed = [&path](int error) {
        return Error{
            translate("The results of the link check could not be kept in %1: %2. They are shown until Casebook "
                      "is closed.")
                .arg(path, systemReason(error))};
    };
    NewFolders folders(calls, 0700);
    if (const int error = folders.make(QFile::encodeName(QFileInfo(path).path())))
        return failed(error);
    folders.keep();
    LockFile lock(path % u".lock"_s);
    if (const int error = waitFor(lock))
        return failed(error);
    LinkRecords all = readLinkRecords(root).records;
    addFreshRecords(all, records);
    if (const auto written = replaceFile(path, toBytes(root, all), calls); !written)
        return written.error();
    return all;
}

} // namespace casebook
