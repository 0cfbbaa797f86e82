#include "app/linksoutput.h"

#include "app/command.h"
#include "core/exporters/jsonwriter.h"

#include <QHash>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString stateText(LinkState state, const TextStyle &style)
{
    const QString word = linkStateId(state).leftJustified(12);
    if (state == LinkState::Dead)
        return style.severity(word, Severity::Error);
    return state == LinkState::Doubtful || state == LinkState::Moved ? style.severity(word, Severity::Warning) : word;
}

QString reasonText(const LinkRecord &record)
{
    QString text = record.reason;
    if (!record.location.isEmpty())
        text += (text.isEmpty() ? QString() : u" "_s) + u"→ "_s + record.location;
    return plainLine(text);
}

} // namespace

QByteArray linksJson(const QList<CitedLink> &links, const LinkRecords &records)
{
    JsonWriter json;
    json.beginArray();
    for (const CitedLink &link : links) {
        const auto record = records.constFind(link.url);
        if (record == records.constEnd())
            continue;
        json.beginObject();
        json.member(u"case"_s, link.caseId);
        json.member(u"url"_s, link.url);
        json.member(u"state"_s, linkStateId(record->state));
        json.member(u"status"_s, record->status);
        json.member(u"location"_s, record->location);
        json.key(u"permanent"_s);
        json.value(Value(record->permanent));
        json.member(u"reason"_s, record->reason);
        json.member(u"checked"_s, record->checked.toString(Qt::ISODate));
        json.endObject();
    }
    json.endArray();
    return json.take();
}

QString linksText(const QList<CitedLink> &links, const LinkRecords &records, const TextStyle &style)
{
    QString text;
    for (const CitedLink &link : links) {
        const auto record = records.constFind(link.url);
        if (record == records.constEnd() || record->state == LinkState::Fine)
            continue;
        text += stateText(record->state, style) + u' ' + plainLine(link.caseId) + u": "_s + plainLine(link.url) + u'\n';
        text += QString(13, u' ') + style.dim(reasonText(*record)) + u'\n';
    }
    return text;
}

QString linksSummary(const LinkRecords &records)
{
    QHash<LinkState, int> counts;
    for (const LinkRecord &record : records)
        ++counts[record.state];
    QStringList parts;
    const QList<LinkState> states = linkStates();
    for (const LinkState state : states) {
        if (counts.value(state) > 0)
            parts.append(u"%1: %2"_s.arg(linkStateLabel(state), QString::number(counts.value(state))));
    }
    const QString all = CommandText::tr("Sources asked: %1").arg(records.size());
    return parts.isEmpty() ? all : all + u" ("_s + parts.join(u", "_s) + u')';
}

} // namespace casebook
