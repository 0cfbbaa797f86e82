#include "core/corpus/casestudy.h"
#include "core/query/ordinal.h"
#include "core/query/query.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Every name under which fields can be asked for: whole paths and their last parts.
QStringList allPaths(const Schema &schema)
{
    QStringList paths;
    for (const Field &field : schema.fields) {
        paths.append(field.id);
        for (const Field &part : field.fields)
            paths.append(field.id + u'.' + part.id);
    }
    for (const Field &field : schema.computed)
        paths.append(field.id);
    if (!paths.contains(folderField))
        paths.append(folderField.toString());
    return paths;
}

QStringView lastPart(QStringView path)
{
    return path.mid(path.lastIndexOf(u'.') + 1);
}

/// The only path that the test holds for, or "".
template<typename Test>
QString onlyPath(const QStringList &paths, Test test)
{
    QString only;
    for (const QString &path : paths) {
        if (!test(path))
            continue;
        if (!only.isEmpty())
            return {};
        only = path;
    }
    return only;
}

/// Reads from left to right; offsets are in UTF-16 units, from 0.
class Parser {
public:
    Parser(QStringView text, const Schema &schema) : m_text(text), m_schema(schema) {}

    Query parse()
    {
        while (skipBlanks())
            readTerm();
        return std::move(m_query);
    }

private:
    struct WrittenValue {
        QString text;
        bool quoted;
    };

    bool atEnd() const { return m_at >= m_text.size(); }

    bool skipBlanks()
    {
        while (!atEnd() && m_text.at(m_at).isSpace())
            ++m_at;
        return !atEnd();
    }

    void readTerm()
    {
        QueryTerm term;
        if (m_text.at(m_at) == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            term.excluded = true;
            ++m_at;
        }
        if (readField(term))
            return;
        term.kind = m_text.at(m_at) == u'"' ? QueryTerm::Kind::Phrase : QueryTerm::Kind::Word;
        term.text = term.kind == QueryTerm::Kind::Phrase ? readQuoted() : readUntilBlank();
        if (!term.text.trimmed().isEmpty())
            m_query.terms.append(term);
    }

    /// Reads `name:values` or `"a name":values` if a field, or one of our own words, is meant; else stays where it was.
    bool readField(const QueryTerm &term)
    {
        const qsizetype before = m_at;
        const bool quoted = m_text.at(m_at) == u'"';
        const QString name = quoted ? readQuoted() : readUntil([](QChar c) {
            return !c.isLetterOrNumber() && !c.isSurrogate() && !c.isMark() && !QStringView(u"-_./").contains(c);
        });
        if (!name.isEmpty() && !atEnd() && m_text.at(m_at) == u':') {
            ++m_at;
            const QList<WrittenValue> values = readValues();
            if (!values.isEmpty() && ((!quoted && takeOwn(name, values, term)) || takeField(name, values, term)))
                return true;
        }
        m_at = before;
        return false;
    }

    /// Takes has:, missing:, is: and sort:, if that is what stands there.
    bool takeOwn(const QString &name, const QList<WrittenValue> &values, QueryTerm term)
    {
        const QString &value = values.first().text;
        if (values.size() > 1)
            return false;
        if (name == u"is") {
            term.kind = QueryTerm::Kind::Broken;
            if (value == u"broken")
                m_query.terms.append(term);
            return value == u"broken";
        }
        if (name == u"sort")
            return takeSort(value);
        if (name != u"has" && name != u"missing")
            return false;
        term.kind = name == u"has" ? QueryTerm::Kind::Has : QueryTerm::Kind::Missing;
        term.path = resolveFieldName(value, m_schema);
        if (!term.path.isEmpty())
            m_query.terms.append(term);
        return !term.path.isEmpty();
    }

    bool takeSort(const QString &value)
    {
        const bool descending = value.startsWith(u'-');
        const QString path = resolveFieldName(QStringView(value).mid(descending ? 1 : 0), m_schema);
        if (path.isEmpty())
            return false;
        m_query.sortPath = path;
        m_query.sortDescending = descending;
        return true;
    }

    bool takeField(const QString &name, const QList<WrittenValue> &values, QueryTerm term)
    {
        term.path = resolveFieldName(name, m_schema);
        if (term.path.isEmpty())
            return false;
        const Field *field = m_schema.field(term.path);
        const WrittenValue &first = values.first();
        if (field && isOrdered(field->type) && values.size() == 1 && !first.quoted && looksLikeRange(first.text))
            return takeRange(first.text, field->type, term);
        term.kind = QueryTerm::Kind::Field;
        for (const WrittenValue &value : values)
            term.values.append(value.text);
        m_query.terms.append(term);
        return true;
    }

    static bool looksLikeRange(const QString &value)
    {
        return value.contains(u".."_s) || value.startsWith(u'<') || value.startsWith(u'>');
    }

    /// A bound that cannot be read makes no range, and the whole is searched for as a word.
    bool takeRange(const QString &value, FieldType type, QueryTerm term)
    {
        if (const qsizetype dots = value.indexOf(u".."_s); dots >= 0) {
            term.from = value.left(dots);
            term.to = value.mid(dots + 2);
        } else {
            term.open = value.size() < 2 || value.at(1) != u'=';
            (value.startsWith(u'>') ? term.from : term.to) = value.mid(term.open ? 1 : 2);
        }
        const auto isReadable = [&](const QString &bound) { return bound.isEmpty() || ordinalOf(bound, type, false); };
        if ((term.from.isEmpty() && term.to.isEmpty()) || !isReadable(term.from) || !isReadable(term.to))
            return false;
        term.kind = QueryTerm::Kind::Range;
        m_query.terms.append(term);
        return true;
    }

    QList<WrittenValue> readValues()
    {
        QList<WrittenValue> values;
        while (!atEnd() && !m_text.at(m_at).isSpace()) {
            const bool quoted = m_text.at(m_at) == u'"';
            const QString value = quoted ? readQuoted() : readUntil([](QChar c) { return c.isSpace() || c == u','; });
            if (!value.isEmpty())
                values.append({value, quoted});
            if (atEnd() || m_text.at(m_at) != u',')
                break;
            ++m_at;
        }
        return values;
    }

    template<typename Stop>
    QString readUntil(Stop stop)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && !stop(m_text.at(m_at)))
            ++m_at;
        return m_text.mid(begin, m_at - begin).toString();
    }

    QString readUntilBlank()
    {
        return readUntil([](QChar c) { return c.isSpace(); });
    }

    /// Reads "..." with \" and \\ inside; a missing end is the end of the text.
    QString readQuoted()
    {
        QString text;
        for (++m_at; !atEnd() && m_text.at(m_at) != u'"'; ++m_at) {
            const bool escaped = m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size()
                && (m_text.at(m_at + 1) == u'"' || m_text.at(m_at + 1) == u'\\');
            m_at += escaped ? 1 : 0;
            text.append(m_text.at(m_at));
        }
        ++m_at;
        return text;
    }

    QStringView m_text;
    const Schema &m_schema;
    qsizetype m_at = 0;
    Query m_query;
};

} // namespace

QString resolveFieldName(QStringView name, const Schema &schema)
{
    const QStringList paths = allPaths(schema);
    const auto same = [](QStringView a, QStringView b) { return a.compare(b, Qt::CaseInsensitive) == 0; };
    const auto starts = [](QStringView a, QStringView b) { return a.startsWith(b, Qt::CaseInsensitive); };
    if (name.isEmpty())
        return {};
    if (paths.contains(name))
        return name.toString();
    for (const QString &path : paths) {
        if (same(path, name))
            return path;
    }
    if (QString path = onlyPath(paths, [&](QStringView p) { return same(lastPart(p), name); }); !path.isEmpty())
        return path;
    // A prefix of one or two letters is too easily typed before a colon by chance.
    if (name.size() < 3)
        return {};
    return onlyPath(paths, [&](QStringView p) { return starts(p, name) && !p.contains(u'.'); });
}

Query parseQuery(QStringView text, const Schema &schema)
{
    return Parser(text, schema).parse();
}

} // namespace casebook
