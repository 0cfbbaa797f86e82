#include "ui/edit/syntax.h"

#include <algorithm>

namespace casebook {

namespace {

bool isBlank(QChar character)
{
    return character == u' ' || character == u'\t';
}

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Scans one line from left to right.
class YamlLine {
public:
    YamlLine(QStringView line, SyntaxState state, SyntaxSpans &spans) : m_line(line), m_state(state), m_spans(spans) {}

    SyntaxState scan();

private:
    bool atEnd() const { return m_at >= m_line.size(); }
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_line.size() ? m_line[m_at + ahead] : QChar(); }
    bool blankAt(qsizetype at) const { return at >= m_line.size() || isBlank(m_line[at]); }
    void skipBlanks();
    void add(qsizetype start, SyntaxKind kind);

    bool continueBlock();
    void scanDashes();
    void scanToken();
    void scanQuoted(QChar quote, qsizetype start);
    void scanPlain();
    bool scanBlockHeader();
    bool endsPlain() const;
    bool takeColon(qsizetype keyStart);
    static bool isNumber(QStringView text);
    static bool isConstant(QStringView text);

    QStringView m_line;
    SyntaxState m_state;
    SyntaxSpans &m_spans;
    qsizetype m_at = 0;
    qsizetype m_keyColumn = 0; // where the key, or the dash, that a value belongs to starts
    bool m_hasKey = false;
};

void YamlLine::skipBlanks()
{
    while (!atEnd() && isBlank(peek()))
        ++m_at;
}

void YamlLine::add(qsizetype start, SyntaxKind kind)
{
    if (m_at > start)
        m_spans.append({start, m_at - start, kind});
}

SyntaxState YamlLine::scan()
{
    if (m_state.mode == SyntaxState::YamlBlock && continueBlock())
        return m_state;
    if (m_state.mode == SyntaxState::YamlDoubleQuoted)
        scanQuoted(u'"', 0);
    else if (m_state.mode == SyntaxState::YamlSingleQuoted)
        scanQuoted(u'\'', 0);
    else if (m_state.depth == 0)
        scanDashes();
    while (!atEnd())
        scanToken();
    return m_state;
}

// A block goes on while lines are empty or further to the right than what it belongs to.
bool YamlLine::continueBlock()
{
    skipBlanks();
    if (atEnd() || m_at > m_state.value) {
        const qsizetype start = m_at;
        m_at = m_line.size();
        add(start, SyntaxKind::String);
        return true;
    }
    m_at = 0;
    m_state = {.mode = SyntaxState::Yaml};
    return false;
}

void YamlLine::scanDashes()
{
    skipBlanks();
    m_keyColumn = m_at;
    while ((peek() == u'-' || peek() == u'?') && blankAt(m_at + 1)) {
        m_keyColumn = m_at++;
        add(m_keyColumn, SyntaxKind::Mark);
        skipBlanks();
    }
}

void YamlLine::scanToken()
{
    const qsizetype start = m_at;
    const QChar next = peek();
    if (isBlank(next)) {
        skipBlanks();
    } else if (next == u'#' && (start == 0 || isBlank(m_line[start - 1]))) {
        m_at = m_line.size();
        add(start, SyntaxKind::Comment);
    } else if (next == u'"' || next == u'\'') {
        ++m_at;
        scanQuoted(next, start);
    } else if (next == u'{' || next == u'[') {
        ++m_state.depth;
        ++m_at;
        add(start, SyntaxKind::Mark);
    } else if (m_state.depth > 0 && (next == u'}' || next == u']' || next == u',')) {
        m_state.depth -= next == u',' ? 0 : 1;
        ++m_at;
        add(start, SyntaxKind::Mark);
    } else if (next == u'&' || next == u'*' || next == u'!') {
        while (!atEnd() && !isBlank(peek()) && !(m_state.depth > 0 && QStringView(u",]}").contains(peek())))
            ++m_at;
        add(start, SyntaxKind::Anchor);
    } else if ((next != u'|' && next != u'>') || m_state.depth > 0 || !scanBlockHeader()) {
        scanPlain();
    }
}

void YamlLine::scanQuoted(QChar quote, qsizetype start)
{
    const bool isDouble = quote == u'"';
    m_state.mode = isDouble ? SyntaxState::YamlDoubleQuoted : SyntaxState::YamlSingleQuoted;
    while (!atEnd()) {
        if ((isDouble && peek() == u'\\') || (!isDouble && peek() == quote && peek(1) == quote)) {
            m_at = std::min(m_at + 2, m_line.size());
        } else if (m_line[m_at++] == quote) {
            m_state.mode = SyntaxState::Yaml;
            break;
        }
    }
    if (m_state.mode != SyntaxState::Yaml || !takeColon(start))
        add(start, SyntaxKind::String);
}

// The colon that makes a key of what stands before it; it is left for the next token.
bool YamlLine::takeColon(qsizetype keyStart)
{
    qsizetype colon = m_at;
    while (colon < m_line.size() && isBlank(m_line[colon]))
        ++colon;
    const bool isKey = colon < m_line.size() && m_line[colon] == u':' && (blankAt(colon + 1) || m_state.depth > 0)
        && (m_state.depth > 0 || !m_hasKey);
    if (!isKey)
        return false;
    add(keyStart, SyntaxKind::Key);
    m_spans.append({colon, 1, SyntaxKind::Mark});
    m_at = colon + 1;
    if (m_state.depth == 0) {
        m_hasKey = true;
        m_keyColumn = keyStart;
    }
    return true;
}

// "|" or ">" with its signs, and nothing but a comment after it.
bool YamlLine::scanBlockHeader()
{
    qsizetype end = m_at + 1;
    while (end < m_line.size() && (isDigit(m_line[end]) || m_line[end] == u'+' || m_line[end] == u'-'))
        ++end;
    const QStringView rest = m_line.sliced(end).trimmed();
    if (!blankAt(end) || (!rest.isEmpty() && rest.front() != u'#'))
        return false;
    const qsizetype start = m_at;
    m_at = end;
    add(start, SyntaxKind::Mark);
    m_state.mode = SyntaxState::YamlBlock;
    m_state.value = static_cast<int>(m_keyColumn);
    return true;
}

bool YamlLine::endsPlain() const
{
    const QChar next = peek();
    if (next == u'#')
        return m_at > 0 && isBlank(m_line[m_at - 1]);
    if (next == u':')
        return blankAt(m_at + 1) && (m_state.depth > 0 || !m_hasKey);
    return m_state.depth > 0 && (next == u',' || next == u']' || next == u'}' || next == u'[' || next == u'{');
}

void YamlLine::scanPlain()
{
    const qsizetype start = m_at++;
    while (!atEnd() && !endsPlain())
        ++m_at;
    const qsizetype stop = m_at;
    while (m_at > start + 1 && isBlank(m_line[m_at - 1]))
        --m_at;
    const QStringView text = m_line.sliced(start, m_at - start);
    if (stop < m_line.size() && m_line[stop] == u':' && takeColon(start))
        return;
    if (isNumber(text))
        add(start, SyntaxKind::Number);
    else if (isConstant(text))
        add(start, SyntaxKind::Constant);
}

// Numbers and dates: close enough for a colour.
bool YamlLine::isNumber(QStringView text)
{
    const qsizetype first = text.startsWith(u'-') || text.startsWith(u'+') ? 1 : 0;
    return text.size() > first && isDigit(text[first]) && std::all_of(text.begin() + first, text.end(), [](QChar c) {
               return isDigit(c) || QStringView(u".-:+eExXoTZabcdfABCDF").contains(c);
           });
}

bool YamlLine::isConstant(QStringView text)
{
    return text == u"~" || text.compare(u"true", Qt::CaseInsensitive) == 0
        || text.compare(u"false", Qt::CaseInsensitive) == 0 || text.compare(u"null", Qt::CaseInsensitive) == 0;
}

} // namespace

SyntaxState scanYaml(QStringView line, SyntaxState before, SyntaxSpans &spans)
{
    return YamlLine(line, before, spans).scan();
}

} // namespace casebook
