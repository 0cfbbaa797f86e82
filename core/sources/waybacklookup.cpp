#include "core/sources/waybacklookup.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUrlQuery>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct WaybackText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Wayback)
};

constexpr QStringView archiveHost = u"web.archive.org";

Error notUnderstood()
{
    return Error{WaybackText::tr("The Wayback Machine answered with something else than it should. Try again later.")};
}

/// "20200102030405", in UTC. In two parts, as the clocks here may know no such hour: they are put forward once a year.
QDateTime momentOf(const QString &text)
{
    const QDate day = QDate::fromString(text.left(8), u"yyyyMMdd"_s);
    const QTime time = QTime::fromString(text.mid(8), u"hhmmss"_s);
    return day.isValid() && time.isValid() ? QDateTime(day, time, Qt::UTC) : QDateTime();
}

QUrl question(const QUrl &service, const QString &url, const QDate &near)
{
    QUrlQuery query;
    query.addQueryItem(u"url"_s, QString::fromLatin1(QUrl::toPercentEncoding(url.section(u'#', 0, 0).trimmed())));
    if (near.isValid())
        query.addQueryItem(u"timestamp"_s, near.toString(u"yyyyMMdd"_s));
    QUrl asked = service;
    asked.setQuery(query);
    return asked;
}

Result<std::optional<WaybackCopy>> answerOf(const FetchAnswer &answer)
{
    if (answer.hasError())
        return Error{answer.message};
    if (!answer.isFine())
        return Error{WaybackText::tr("The Wayback Machine cannot tell now (%1). Try again later.").arg(answer.status)};
    return readWaybackAnswer(answer.body);
}

} // namespace

Result<std::optional<WaybackCopy>> readWaybackAnswer(const QByteArray &json)
{
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    if (!answer.value(u"archived_snapshots").isObject())
        return notUnderstood();
    const QJsonObject closest = answer.value(u"archived_snapshots").toObject().value(u"closest").toObject();
    if (!closest.value(u"available").toBool() || closest.value(u"status").toVariant().toString() != u"200")
        return std::optional<WaybackCopy>();
    WaybackCopy copy;
    copy.url = QUrl(closest.value(u"url").toString(), QUrl::StrictMode);
    copy.when = momentOf(closest.value(u"timestamp").toString());
    // It becomes an address in a case study: nowhere else may it lead.
    if (copy.url.host() != archiveHost || !copy.url.userInfo().isEmpty() || !copy.when.isValid())
        return notUnderstood();
    copy.url.setScheme(u"https"_s);
    copy.url.setPort(-1);
    return std::optional<WaybackCopy>(copy);
}

WaybackLookup::WaybackLookup(Fetcher &fetcher, QObject *parent)
    : QObject(parent),
      m_fetcher(fetcher),
      m_service(u"https://archive.org/wayback/available"_s),
      m_asked(std::make_unique<QObject>())
{
}

void WaybackLookup::find(const QString &url, const QDate &near, QObject *context, Done done)
{
    FetchRequest request;
    request.url = question(m_service, url, near);
    request.accept = "application/json";
    request.maximumBytes = 256 * 1024;
    request.allowPrivate = m_service.host() != u"archive.org";
    m_fetcher.fetch(request, m_asked.get(), [context = QPointer<QObject>(context), done](const FetchAnswer &answer) {
        if (context)
            done(answerOf(answer));
    });
}

void WaybackLookup::cancel()
{
    m_asked = std::make_unique<QObject>();
}

} // namespace casebook
