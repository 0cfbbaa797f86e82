#include "ui/archive/snapshotwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QUrl>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct SnapshotWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::SnapshotWords)
};

QString day(const QDateTime &time)
{
    return QLocale(QLocale::English).toString(time.toUTC().date(), u"d MMMM yyyy"_s);
}

// In groups, between which a line may end: all of it is too wide for a narrow pane.
QString digest(const QByteArray &hex)
{
    constexpr qsizetype group = 16;
    QString text = QString::fromLatin1(hex);
    for (qsizetype at = group; at < text.size(); at += group + 1)
        text.insert(at, u' ');
    return text;
}

} // namespace

QString snapshotLink(const QString &url)
{
    return snapshotLinkPrefix + QString::fromLatin1(QUrl::toPercentEncoding(url));
}

QString pageOfSnapshotLink(const QString &link)
{
    if (!link.startsWith(snapshotLinkPrefix))
        return {};
    return QUrl::fromPercentEncoding(QStringView(link).mid(QStringView(snapshotLinkPrefix).size()).toUtf8());
}

QString copyKeptWords(const Snapshot &snapshot)
{
    return SnapshotWords::tr("copy kept on %1").arg(day(snapshot.taken));
}

QString snapshotDates(const Snapshot &snapshot)
{
    const QString taken =
        SnapshotWords::tr("%1, %2 UTC").arg(day(snapshot.taken), snapshot.taken.toUTC().toString(u"hh:mm"_s));
    return snapshot.checked > snapshot.taken ? SnapshotWords::tr("%1, the same on %2").arg(taken, day(snapshot.checked))
                                             : taken;
}

QString snapshotFacts(const Snapshot &snapshot, const QString &charset)
{
    QStringList lines{QUrl(snapshot.url).toDisplayString()};
    if (snapshot.finalUrl != snapshot.url)
        lines.append(SnapshotWords::tr("answered from %1").arg(QUrl(snapshot.finalUrl).toDisplayString()));
    QStringList facts{snapshot.type, charset, QLocale().formattedDataSize(snapshot.size)};
    facts.removeAll(QString());
    lines.append(facts.join(u" \u00b7 "_s));
    lines.append(SnapshotWords::tr("SHA-256 %1").arg(digest(snapshot.sha256)));
    return lines.join(u'\n');
}

} // namespace casebook
