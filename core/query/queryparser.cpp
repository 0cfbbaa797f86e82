#include "core/query/fieldcondition.h"
#include "core/query/querydoubts.h"
#include "core/query/queryreading.h"
#include "core/query/queryscanner.h"
#include "core/query/querytree.h"

#include <optional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

class Parser {
public:
    /// Without `doubts` nothing is noted.
    Parser(QStringView text, const Schema &schema, QueryDoubts *doubts)
        : m_scan(text), m_schema(schema), m_doubts(doubts), m_tree(m_reading.tokens), m_size(text.size())
    {
    }

    QueryReading read()
    {
        while (m_conditions <= mostConditions && m_scan.skipBlanks())
            readTerm();
        while (m_tree.depth() > 0) {
            note(QueryNote::Kind::UnclosedParenthesis, m_tree.innermostOffset(), 1);
            closeGroup({});
        }
        m_reading.query.terms = m_tree.finish();
        noteLoneOr();
        return std::move(m_reading);
    }

private:
    void note(QueryNote::Kind kind, qsizetype offset, qsizetype length)
    {
        if (m_doubts && m_conditions <= mostConditions)
            m_doubts->add(kind, offset, length);
    }

    bool inGroup() const { return m_tree.depth() + m_ignoredGroups > 0; }

    QueryToken tokenSince(qsizetype begin, QueryToken::Kind kind) const
    {
        QueryToken token;
        token.kind = kind;
        token.offset = token.valueOffset = begin;
        token.length = m_scan.at() - begin;
        return token;
    }

    void readTerm()
    {
        const qsizetype begin = m_scan.at();
        if (m_scan.isAt(u'('))
            return openGroup(begin, false);
        if (m_scan.isAt(u')') && inGroup())
            return readClose(begin);
        if (isOr())
            return readOr(begin);
        QueryTerm term;
        term.excluded = m_scan.isAt(u'-') && !m_scan.isBlankAt(1) && !(inGroup() && m_scan.isAt(u')', 1));
        m_scan.moveTo(begin + (term.excluded ? 1 : 0));
        if (term.excluded && m_scan.isAt(u'('))
            return openGroup(begin, true);
        if (!readField(term, begin))
            readText(term, begin);
    }

    bool isOr() const
    {
        return m_scan.isAt(u'O') && m_scan.isAt(u'R', 1)
            && (m_scan.isBlankAt(2) || m_scan.isAt(u'(', 2) || (inGroup() && m_scan.isAt(u')', 2)));
    }

    void readOr(qsizetype begin)
    {
        m_scan.moveTo(begin + 2);
        if (!m_tree.startAlternative(tokenSince(begin, QueryToken::Kind::Or)))
            note(QueryNote::Kind::LoneOr, begin, 2);
    }

    void noteLoneOr()
    {
        if (const qsizetype place = m_tree.takeLoneOr(); place >= 0)
            note(QueryNote::Kind::LoneOr, place, 2);
    }

    void openGroup(qsizetype begin, bool excluded)
    {
        m_scan.moveTo(m_scan.at() + 1);
        if (m_ignoredGroups > 0 || m_tree.depth() == deepestGroup) {
            if (m_ignoredGroups++ == 0)
                note(QueryNote::Kind::TooDeep, begin, m_scan.at() - begin);
            return;
        }
        QueryToken token = tokenSince(begin, QueryToken::Kind::Open);
        token.excluded = excluded;
        m_tree.open(excluded, token);
    }

    void readClose(qsizetype begin)
    {
        m_scan.moveTo(begin + 1);
        if (m_ignoredGroups > 0) {
            --m_ignoredGroups;
            return;
        }
        if (m_tree.innermostIsEmpty()) {
            const qsizetype start = m_tree.innermostOffset();
            note(QueryNote::Kind::EmptyGroup, start, m_scan.at() - start);
        }
        closeGroup(tokenSince(begin, QueryToken::Kind::Close));
    }

    void closeGroup(const QueryToken &token)
    {
        m_tree.close(token);
        noteLoneOr();
    }

    void add(const QueryTerm &term, qsizetype begin, qsizetype valueOffset)
    {
        if (m_conditions == mostConditions)
            note(QueryNote::Kind::TooMany, begin, m_size - begin);
        if (++m_conditions > mostConditions)
            return;
        QueryToken token = tokenSince(begin, QueryToken::Kind::Term);
        token.valueOffset = valueOffset;
        token.termKind = term.kind;
        token.path = term.path;
        token.excluded = term.excluded;
        m_tree.add(term, token);
    }

    void readText(QueryTerm term, qsizetype begin)
    {
        const qsizetype start = m_scan.at();
        term.kind = m_scan.isAtQuote() ? QueryTerm::Kind::Phrase : QueryTerm::Kind::Word;
        term.text = term.kind == QueryTerm::Kind::Phrase ? m_scan.readQuoted() : m_scan.readBare(inGroup());
        if (term.text.trimmed().isEmpty())
            return;
        if (term.kind == QueryTerm::Kind::Word && term.text.count(u')') > term.text.count(u'('))
            note(QueryNote::Kind::LoneParenthesis, start + term.text.lastIndexOf(u')'), 1);
        add(term, begin, start);
    }

    /// Reads `name:values` or `"a name":values`. Where that is not understood, answers false and stays where it was;
    /// but what has quotes in it is taken as one word then, since its blanks belong together.
    bool readField(QueryTerm &term, qsizetype begin)
    {
        const qsizetype start = m_scan.at();
        const bool quoted = m_scan.isAtQuote();
        WrittenValue name;
        name.quoted = quoted;
        name.offset = start;
        name.text = quoted ? m_scan.readQuoted() : m_scan.readName();
        name.length = m_scan.at() - start;
        if (!name.text.isEmpty() && m_scan.isAt(u':')) {
            m_scan.moveTo(m_scan.at() + 1);
            const qsizetype valueOffset = m_scan.at();
            readValues();
            if (takeField(name, term.excluded, begin, valueOffset))
                return true;
            const QString raw = rawSince(start);
            if (m_doubts && m_conditions < mostConditions)
                m_doubts->addNotUnderstood(name, m_values, quoted || m_hasQuotes ? raw : restOf(start));
            if (m_doubts && m_values.isEmpty() && !quoted)
                noteBlank(name, valueOffset);
            if (m_hasQuotes && !quoted) {
                term.kind = QueryTerm::Kind::Word;
                term.text = raw;
                add(term, begin, start);
                return true;
            }
        }
        m_scan.moveTo(start);
        return false;
    }

    /// "from: go" is two words, and hardly ever meant so.
    void noteBlank(const WrittenValue &name, qsizetype valueOffset)
    {
        m_scan.moveTo(valueOffset);
        if (!m_scan.isBlankAt(0) || !m_scan.skipBlanks() || isOr() || m_conditions >= mostConditions)
            return;
        const qsizetype value = m_scan.at();
        if (m_scan.isAtQuote())
            m_scan.readQuoted();
        else
            m_scan.readBare(inGroup());
        m_doubts->addBlank(name, m_scan.since(value).toString(), m_scan.at());
    }

    QString restOf(qsizetype start)
    {
        m_scan.moveTo(start);
        return m_scan.readBare(inGroup());
    }

    /// The text since an offset, with the quotes closed that the end of the text has left open.
    QString rawSince(qsizetype start) const
    {
        QString raw = m_scan.since(start).toString();
        if (m_hasQuotes && !m_scan.wasClosed()) {
            qsizetype backslashes = 0;
            while (raw.at(raw.size() - 1 - backslashes) == u'\\')
                ++backslashes;
            raw += backslashes % 2 == 1 ? u"\\\""_s : u"\""_s;
        }
        return raw;
    }

    void readValues()
    {
        m_values.clear();
        m_hasQuotes = false;
        while (!m_scan.isBlankAt(0) && !(inGroup() && m_scan.isAt(u')'))) {
            WrittenValue value;
            value.offset = m_scan.at();
            value.quoted = m_scan.isAtQuote();
            value.text = value.quoted ? m_scan.readQuoted() : m_scan.readValue(inGroup());
            value.length = m_scan.at() - value.offset;
            m_hasQuotes = m_hasQuotes || value.quoted;
            if (!value.text.isEmpty())
                m_values.append(value);
            if (!m_scan.isAt(u','))
                break;
            m_scan.moveTo(m_scan.at() + 1);
        }
    }

    bool takeField(const WrittenValue &name, bool excluded, qsizetype begin, qsizetype valueOffset)
    {
        if (m_values.isEmpty())
            return false;
        if (!name.quoted && name.text.toLower() == u"sort" && takeSort(begin, valueOffset))
            return true;
        std::optional<QueryTerm> term = fieldCondition(name, m_values, m_schema);
        if (!term)
            return false;
        term->excluded = excluded;
        if (m_doubts && term->kind == QueryTerm::Kind::Field)
            m_doubts->checkValues(*term, m_values);
        add(*term, begin, valueOffset);
        return true;
    }

    bool takeSort(qsizetype begin, qsizetype valueOffset)
    {
        const QString &value = m_values.first().text;
        const bool descending = value.startsWith(u'-');
        const QString path = resolveFieldName(QStringView(value).mid(descending ? 1 : 0), m_schema);
        if (path.isEmpty() || m_values.size() > 1)
            return false;
        m_reading.query.sortPath = path;
        m_reading.query.sortDescending = descending;
        QueryToken token = tokenSince(begin, QueryToken::Kind::Sort);
        token.valueOffset = valueOffset;
        token.path = path;
        token.depth = m_tree.depth();
        m_reading.tokens.append(token);
        return true;
    }

    QueryScanner m_scan;
    const Schema &m_schema;
    QueryDoubts *m_doubts;
    QueryReading m_reading;
    QueryTree m_tree;
    qsizetype m_size;
    QList<WrittenValue> m_values; ///< of the field last read
    bool m_hasQuotes = false;     ///< some of them
    int m_ignoredGroups = 0;      ///< open, and too deep to count
    int m_conditions = 0;
};

} // namespace

Query parseQuery(QStringView text, const Schema &schema)
{
    return Parser(text, schema, nullptr).read().query;
}

QueryReading readQuery(QStringView text, const Schema &schema, const ValuesOf &valuesOf)
{
    QueryDoubts doubts(schema, valuesOf);
    QueryReading reading = Parser(text, schema, &doubts).read();
    reading.notes = doubts.take();
    return reading;
}

} // namespace casebook
