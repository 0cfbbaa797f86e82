#include "core/query/query.h"

#include "core/corpus/casestudy.h"

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

    /// Reads `name:values` if a field, or one of our own words, is meant.
    bool readField(QueryTerm term)
    {
        qsizetype colon = m_at;
        while (colon < m_text.size() && (m_text.at(colon).isLetterOrNumber() || QStringView(u"-_./").contains(m_text.at(colon))))
            ++colon;
        if (colon == m_at || colon >= m_text.size() || m_text.at(colon) != u':')
            return false;
        const QStringView name = m_text.mid(m_at, colon - m_at);
        const bool own = name == u"has" || name == u"missing" || name == u"is" || name == u"sort";
        const QString path = own ? QString() : resolveFieldName(name, m_schema);
        if (!own && path.isEmpty())
            return false;
        const qsizetype before = m_at;
        m_at = colon + 1;
        const QStringList values = readValues();
        if (!values.isEmpty() && (own ? takeOwn(name, values.first(), term) : takeField(path, values, term)))
            return true;
        m_at = before;
        return false;
    }

    bool takeOwn(QStringView name, const QString &value, QueryTerm term)
    {
        if (name == u"is") {
            term.kind = QueryTerm::Kind::Broken;
            if (value == u"broken")
                m_query.terms.append(term);
            return value == u"broken";
        }
        const bool descending = name == u"sort" && value.startsWith(u'-');
        const QString path = resolveFieldName(QStringView(value).mid(descending ? 1 : 0), m_schema);
        if (path.isEmpty())
            return false;
        if (name == u"sort") {
            m_query.sortPath = path;
            m_query.sortDescending = descending;
            return true;
        }
        term.kind = name == u"has" ? QueryTerm::Kind::Has : QueryTerm::Kind::Missing;
        term.path = path;
        m_query.terms.append(term);
        return true;
    }

    bool takeField(const QString &path, const QStringList &values, QueryTerm term)
    {
        term.path = path;
        const Field *field = m_schema.field(path);
        const bool ordered = field && (field->type == FieldType::Year || field->type == FieldType::Number || field->type == FieldType::Date);
        if (ordered && values.size() == 1 && takeRange(values.first(), term))
            return true;
        term.kind = QueryTerm::Kind::Field;
        term.values = values;
        m_query.terms.append(term);
        return true;
    }

    bool takeRange(const QString &value, QueryTerm term)
    {
        const qsizetype dots = value.indexOf(u".."_s);
        if (dots >= 0) {
            term.from = value.left(dots);
            term.to = value.mid(dots + 2);
        } else if (value.startsWith(u">=")) {
            term.from = value.mid(2);
        } else if (value.startsWith(u"<=")) {
            term.to = value.mid(2);
        } else if (value.startsWith(u'>') || value.startsWith(u'<')) {
            term.open = true;
            (value.startsWith(u'>') ? term.from : term.to) = value.mid(1);
        } else {
            return false;
        }
        term.kind = QueryTerm::Kind::Range;
        if (term.from.isEmpty() && term.to.isEmpty())
            return false;
        m_query.terms.append(term);
        return true;
    }

    QStringList readValues()
    {
        QStringList values;
        while (!atEnd() && !m_text.at(m_at).isSpace()) {
            const QString value = m_text.at(m_at) == u'"' ? readQuoted() : readUntil([](QChar c) { return c.isSpace() || c == u','; });
            if (!value.isEmpty())
                values.append(value);
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
