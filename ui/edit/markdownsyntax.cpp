#include "ui/edit/syntax.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace casebook {

namespace {

qsizetype runLength(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

qsizetype indentOf(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\t'))
        ++at;
    return at;
}

bool isSpaceAt(QStringView text, qsizetype at)
{
    return at < 0 || at >= text.size() || text[at].isSpace();
}

bool isWordAt(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

/// What stands within a line: code, emphasis, links.
class InlineScan {
public:
    InlineScan(QStringView text, qsizetype from, SyntaxSpans &spans) : m_text(text), m_at(from), m_spans(spans) {}

    void run();

private:
    void scanCode();
    void scanEmphasis();
    void scanLink();
    void scanAngle();
    bool scanBareAddress();
    qsizetype findCloser(QChar mark, qsizetype count, qsizetype from) const;
    bool opens(QChar mark, qsizetype count) const;
    void take(qsizetype length, SyntaxKind kind);

    QStringView m_text;
    qsizetype m_at;
    SyntaxSpans &m_spans;
    QSet<qsizetype> m_closers;     // marks that end an emphasis already found
    QSet<qsizetype> m_unclosed;    // marks, with their number, that nothing further right closes
    QSet<qsizetype> m_noCodeOfRun; // the same for runs of backticks
    qsizetype m_noBracketAfter = -1;
};

void InlineScan::take(qsizetype length, SyntaxKind kind)
{
    m_spans.append({m_at, length, kind});
    m_at += length;
}

void InlineScan::run()
{
    while (m_at < m_text.size()) {
        const QChar next = m_text[m_at];
        if (next == u'\\')
            m_at += 2;
        else if (next == u'`')
            scanCode();
        else if (next == u'*' || next == u'_')
            scanEmphasis();
        else if (next == u'[')
            scanLink();
        else if (next == u'<')
            scanAngle();
        else if (next != u'h' || !scanBareAddress())
            ++m_at;
    }
}

void InlineScan::scanCode()
{
    const qsizetype run = runLength(m_text, m_at);
    qsizetype at = m_noCodeOfRun.contains(run) ? -1 : m_text.indexOf(u'`', m_at + run);
    while (at >= 0) {
        const qsizetype other = runLength(m_text, at);
        if (other == run) {
            take(at + run - m_at, SyntaxKind::Code);
            return;
        }
        at = m_text.indexOf(u'`', at + other);
    }
    m_noCodeOfRun.insert(run);
    m_at += run;
}

bool InlineScan::opens(QChar mark, qsizetype count) const
{
    return !isSpaceAt(m_text, m_at + count) && (mark != u'_' || !isWordAt(m_text, m_at - 1));
}

// Where `count` marks end an emphasis that starts left of `from`, or -1.
qsizetype InlineScan::findCloser(QChar mark, qsizetype count, qsizetype from) const
{
    for (qsizetype at = m_text.indexOf(mark, from); at >= 0; at = m_text.indexOf(mark, at)) {
        const qsizetype run = runLength(m_text, at);
        const bool ends = run >= count && !m_closers.contains(at) && !isSpaceAt(m_text, at - 1)
            && m_text[at - 1] != u'\\' && (mark != u'_' || !isWordAt(m_text, at + run));
        if (ends && (run == count || count > 1 || run > 2))
            return at;
        at += run;
    }
    return -1;
}

void InlineScan::scanEmphasis()
{
    const QChar mark = m_text[m_at];
    const qsizetype run = runLength(m_text, m_at);
    const qsizetype count = std::min<qsizetype>(run, 3);
    const qsizetype kind = count * 2 + (mark == u'*' ? 1 : 0);
    if (m_closers.contains(m_at) || run > 3 || !opens(mark, run) || m_unclosed.contains(kind)) {
        m_at += run;
        return;
    }
    const qsizetype closer = findCloser(mark, count, m_at + run);
    if (closer < 0) {
        m_unclosed.insert(kind);
    } else {
        m_closers.insert(closer);
        const qsizetype length = closer + count - m_at;
        if (count != 1)
            m_spans.append({m_at, length, SyntaxKind::Strong});
        if (count != 2)
            m_spans.append({m_at, length, SyntaxKind::Emphasis});
    }
    m_at += run;
}

// [text](address), [text][name], [name]: address
void InlineScan::scanLink()
{
    const qsizetype close = m_noBracketAfter >= 0 ? -1 : m_text.indexOf(u']', m_at);
    if (close < 0) {
        m_noBracketAfter = m_at++;
        return;
    }
    const QChar after = close + 1 < m_text.size() ? m_text[close + 1] : QChar();
    const bool isDefinition = after == u':' && m_text.first(m_at).trimmed().isEmpty();
    if (after != u'(' && after != u'[' && !isDefinition) {
        ++m_at;
        return;
    }
    take(close + 1 - m_at, SyntaxKind::Link);
    const QChar end = after == u'(' ? u')' : u']';
    const qsizetype stop = isDefinition ? m_text.size() - 1 : m_text.indexOf(end, m_at);
    if (stop >= m_at)
        take(stop + 1 - m_at, SyntaxKind::Address);
}

void InlineScan::scanAngle()
{
    const QStringView rest = m_text.sliced(m_at);
    if (rest.startsWith(u"<!--")) {
        const qsizetype end = m_text.indexOf(u"-->", m_at);
        take(end < 0 ? rest.size() : end + 3 - m_at, SyntaxKind::Comment);
    } else if (rest.startsWith(u"<http") || rest.startsWith(u"<mailto:")) {
        const qsizetype end = m_text.indexOf(u'>', m_at);
        take(end < 0 ? 1 : end + 1 - m_at, SyntaxKind::Address);
    } else {
        ++m_at;
    }
}

bool InlineScan::scanBareAddress()
{
    const QStringView rest = m_text.sliced(m_at);
    if (isWordAt(m_text, m_at - 1) || !(rest.startsWith(u"https://") || rest.startsWith(u"http://")))
        return false;
    qsizetype end = 0;
    while (end < rest.size() && !rest[end].isSpace() && !QStringView(u"<>()|`\"").contains(rest[end]))
        ++end;
    while (QStringView(u".,;:!?'*_").contains(rest[end - 1]))
        --end;
    take(end, SyntaxKind::Address);
    return true;
}

bool isRule(QStringView text)
{
    if (text.isEmpty() || !QStringView(u"-*_").contains(text.front()))
        return false;
    qsizetype marks = 0;
    for (const QChar character : text) {
        if (character == text.front())
            ++marks;
        else if (!character.isSpace())
            return false;
    }
    return marks >= 3;
}

// The length of a list's mark with its blank, or 0.
qsizetype listMark(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && at < 9 && text[at].isDigit())
        ++at;
    const bool isNumbered = at > 0 && at < text.size() && (text[at] == u'.' || text[at] == u')');
    const bool isBullet = at == 0 && !text.isEmpty() && QStringView(u"-*+").contains(text.front());
    return (isNumbered || isBullet) && isSpaceAt(text, at + 1) ? at + 1 : 0;
}

qsizetype headingMark(QStringView text)
{
    const qsizetype run = text.startsWith(u'#') ? runLength(text, 0) : 0;
    return run <= 6 && isSpaceAt(text, run) ? run : 0;
}

// The length of a code fence, or 0.
qsizetype codeFence(QStringView text)
{
    const bool begins = text.startsWith(u"```") || text.startsWith(u"~~~");
    const qsizetype run = begins ? runLength(text, 0) : 0;
    return run > 0 && (text.front() == u'~' || !text.sliced(run).contains(u'`')) ? run : 0;
}

SyntaxState scanCodeBlock(QStringView line, SyntaxState before, SyntaxSpans &spans)
{
    const QStringView text = line.trimmed();
    const bool isEnd = !text.isEmpty() && text.front() == (before.tilde ? u'~' : u'`')
        && runLength(text, 0) == text.size() && text.size() >= before.value;
    spans.append({0, line.size(), isEnd ? SyntaxKind::Fence : SyntaxKind::Code});
    return isEnd ? SyntaxState{.mode = SyntaxState::Markdown} : before;
}

// Signs of quotes and lists at the start of a line, any number of them; returns where they end.
qsizetype scanContainers(QStringView line, SyntaxSpans &spans)
{
    qsizetype at = indentOf(line);
    for (;;) {
        const QStringView rest = line.sliced(at);
        qsizetype mark = 0;
        if (rest.startsWith(u'>')) {
            spans.append({at, rest.size(), SyntaxKind::Quote});
            mark = 1;
        } else if (!isRule(rest)) {
            mark = listMark(rest);
        }
        if (mark == 0)
            return at;
        spans.append({at, mark, SyntaxKind::Mark});
        at += mark;
        at += indentOf(line.sliced(at));
    }
}

void scanTableBars(QStringView line, qsizetype from, SyntaxSpans &spans)
{
    for (qsizetype at = line.indexOf(u'|', from); at >= 0; at = line.indexOf(u'|', at + 1)) {
        if (at == 0 || line[at - 1] != u'\\')
            spans.append({at, 1, SyntaxKind::Mark});
    }
}

} // namespace

SyntaxState scanMarkdown(QStringView line, SyntaxState before, SyntaxSpans &spans)
{
    if (before.mode == SyntaxState::CodeBlock)
        return scanCodeBlock(line, before, spans);
    const qsizetype at = scanContainers(line, spans);
    const QStringView text = line.sliced(at);
    if (const qsizetype fence = codeFence(text)) {
        spans.append({at, text.size(), SyntaxKind::Fence});
        return {.mode = SyntaxState::CodeBlock, .value = static_cast<int>(fence), .tilde = text.front() == u'~'};
    }
    if (isRule(text)) {
        spans.append({at, text.size(), SyntaxKind::Fence});
        return before;
    }
    if (const qsizetype mark = headingMark(text)) {
        spans.append({at, text.size(), SyntaxKind::Heading});
        spans.append({at, mark, SyntaxKind::Mark});
    }
    InlineScan(line, at, spans).run();
    if (text.startsWith(u'|'))
        scanTableBars(line, at, spans);
    return before;
}

} // namespace casebook
