#include "core/importers/exportedparts.h"

#include "core/importers/markdownsource.h"

#include <QRegularExpression>

#include <optional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The term of a label; the label itself where there is no vocabulary; nothing where it is unknown.
std::optional<QString> termOf(const Field *part, const QString &label)
{
    if (!part)
        return {};
    for (const Term &term : part->vocabulary) {
        if (term.label == label || term.id == label)
            return term.id;
    }
    return part->vocabulary.isEmpty() ? std::optional(label) : std::nullopt;
}

/// An entry's words, with the number of the source that it cites behind them taken off.
struct Entry {
    QString strong; ///< the words that it begins with, if they are strong
    QString text;
    int source = 0;
};

class PartReader {
public:
    PartReader(const QString &body, const QList<ImportedSource> &sources, const Schema &schema)
        : m_body(body), m_sources(sources), m_schema(schema)
    {
    }

    ExportedParts run()
    {
        const MarkdownSource source(m_body);
        std::size_t end = source.size();
        while (end >= 2 && source.block(end - 2).kind == MarkdownKind::Heading
               && source.block(end - 1).kind == MarkdownKind::List && take(source, end - 2))
            end -= 2;
        m_parts.body = end == source.size() ? m_body : source.lines(0, end);
        return std::move(m_parts);
    }

private:
    bool take(const MarkdownSource &source, std::size_t heading)
    {
        const QString label = plainText(source.block(heading)).simplified();
        const MarkdownNode &list = source.block(heading + 1);
        const Field *figures = m_schema.roleField(role::figures);
        if (figures && figures->isRecord() && label == figures->label)
            return takeAll(list, m_parts.figures, [this](const Entry &entry) { return figureIn(entry); });
        const Field *claims = m_schema.roleField(role::claims);
        const Field *side = claims ? claims->part(m_schema.partOf(role::claims, u"side")) : nullptr;
        if (!side || side->vocabulary.isEmpty() || !termOf(side, label))
            return false;
        return takeAll(list, m_parts.claims, [&](const Entry &entry) { return claimIn(entry, *termOf(side, label)); });
    }

    template<typename Read>
    bool takeAll(const MarkdownNode &list, Value::List &target, const Read &read) const
    {
        Value::List records;
        for (const MarkdownNode &item : list.children) {
            const std::optional<Entry> entry = entryIn(item);
            const Value::Map record = entry ? read(*entry) : Value::Map();
            if (record.empty())
                return false;
            records.emplace_back(record);
        }
        target.insert(target.begin(), records.begin(), records.end());
        return true;
    }

    std::optional<Entry> entryIn(const MarkdownNode &item) const
    {
        if (item.children.size() != 1 || item.children.front().kind != MarkdownKind::Paragraph)
            return {};
        const MarkdownNode &paragraph = item.children.front();
        Entry entry;
        entry.text = plainText(paragraph).simplified();
        if (!paragraph.children.empty() && paragraph.children.front().kind == MarkdownKind::Strong)
            entry.strong = plainText(paragraph.children.front()).simplified();
        static const QRegularExpression citation(u" \\((\\d{1,3})\\)$"_s);
        const QList<FoundLink> links = linksIn(paragraph);
        if (const auto match = citation.match(entry.text); match.hasMatch()) {
            const int number = match.captured(1).toInt();
            const bool known = number >= 1 && number <= m_sources.size()
                && (links.isEmpty() || links.last().url == m_sources.at(number - 1).url);
            if (!known)
                return {};
            entry.source = number;
            entry.text.truncate(match.capturedStart());
        }
        return links.size() > (entry.source > 0 ? 1 : 0) ? std::nullopt : std::optional(entry);
    }

    void add(Value::Map &record, QStringView roleName, QStringView part, Value value) const
    {
        if (!value.isEmpty())
            record.emplace_back(m_schema.partOf(roleName, part), std::move(value));
    }

    Value::Map claimIn(const Entry &entry, const QString &side) const
    {
        const Field *field = m_schema.roleField(role::claims)->part(m_schema.partOf(role::claims, u"reason"));
        const QString lead = entry.strong + u": "_s;
        const std::optional<QString> reason = termOf(field, entry.strong);
        if (entry.strong.isEmpty() || !reason || !entry.text.startsWith(lead))
            return {};
        Value::Map record;
        add(record, role::claims, u"side", side);
        add(record, role::claims, u"reason", *reason);
        add(record, role::claims, u"text", entry.text.mid(lead.size()));
        if (entry.source > 0)
            add(record, role::claims, u"source", static_cast<qint64>(entry.source));
        return record;
    }

    static Value number(const QString &text)
    {
        bool isInteger = false;
        const qint64 integer = text.toLongLong(&isInteger);
        if (isInteger)
            return integer;
        bool isNumber = false;
        const double real = text.toDouble(&isNumber);
        return isNumber ? Value(real) : Value();
    }

    Value::Map figureIn(const Entry &entry) const
    {
        static const QRegularExpression shape(u"^(.+): (?:(\\S+) → )?(\\S+)(?: ([^→]+))?$"_s);
        const auto match = shape.match(entry.text);
        const Value after = number(match.captured(3));
        const Value before = number(match.captured(2));
        if (!match.hasMatch() || after.isNull() || (before.isNull() && !match.captured(2).isEmpty()))
            return {};
        Value::Map record;
        add(record, role::figures, u"what", match.captured(1));
        add(record, role::figures, u"before", before);
        add(record, role::figures, u"after", after);
        add(record, role::figures, u"unit", match.captured(4));
        if (entry.source > 0)
            add(record, role::figures, u"source", static_cast<qint64>(entry.source));
        return record;
    }

    const QString &m_body;
    const QList<ImportedSource> &m_sources;
    const Schema &m_schema;
    ExportedParts m_parts;
};

} // namespace

ExportedParts takeExportedParts(const QString &body, const QList<ImportedSource> &sources, const Schema &schema)
{
    return PartReader(body, sources, schema).run();
}

} // namespace casebook
