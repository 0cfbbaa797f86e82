#include "ui/edit/markdown/emphasisspans.h"

#include <algorithm>
#include <array>

namespace casebook {

namespace {

qsizetype runLength(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

bool isSpaceAt(QStringView text, qsizetype at)
{
    return at < 0 || at >= text.size() || text[at].isSpace();
}

bool isPunctuationAt(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text[at].isPunct() || text[at].isSymbol());
}

/// A run of marks that has not been used up.
struct Run {
    QChar mark;
    qsizetype begin = 0; ///< of the marks that are left
    qsizetype count = 0;
};

class EmphasisScan {
public:
    explicit EmphasisScan(QStringView text) : m_text(text) {}

    QList<EmphasisSpan> run();

private:
    void take(qsizetype at, qsizetype count);
    void close(Run &closer);
    int &openersOf(QChar mark) { return m_openers[mark == u'*' ? 0 : 1]; }

    QStringView m_text;
    QList<Run> m_open;
    std::array<int, 2> m_openers{}; ///< how many of m_open are of `*` and of `_`
    QList<EmphasisSpan> m_spans;
};

QList<EmphasisSpan> EmphasisScan::run()
{
    QList<qsizetype> unclosed;
    for (qsizetype at = 0; at < m_text.size();) {
        const QChar next = m_text[at];
        if (next == u'\\') {
            at += 2;
        } else if (next == u'`') {
            const qsizetype end = endOfCode(m_text, at, unclosed);
            at = end < 0 ? at + runLength(m_text, at) : end;
        } else if (next == u'*' || next == u'_') {
            const qsizetype count = runLength(m_text, at);
            take(at, count);
            at += count;
        } else {
            ++at;
        }
    }
    return m_spans;
}

// Whether a run may open or close is CommonMark's rule of what flanks it.
void EmphasisScan::take(qsizetype at, qsizetype count)
{
    const QChar mark = m_text[at];
    const bool spaceBefore = isSpaceAt(m_text, at - 1);
    const bool spaceAfter = isSpaceAt(m_text, at + count);
    const bool pointBefore = isPunctuationAt(m_text, at - 1);
    const bool pointAfter = isPunctuationAt(m_text, at + count);
    const bool left = !spaceAfter && (!pointAfter || spaceBefore || pointBefore);
    const bool right = !spaceBefore && (!pointBefore || spaceAfter || pointAfter);
    Run run{mark, at, count};
    if (right && (mark == u'*' || !left || pointAfter))
        close(run);
    if (left && run.count > 0 && (mark == u'*' || !right || pointBefore)) {
        m_open.append(run);
        ++openersOf(mark);
    }
}

void EmphasisScan::close(Run &closer)
{
    while (closer.count > 0 && openersOf(closer.mark) > 0) {
        while (m_open.last().mark != closer.mark) // what lies between cannot be closed any more
            --openersOf(m_open.takeLast().mark);
        Run &opener = m_open.last();
        const qsizetype marks = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
        const qsizetype begin = opener.begin + opener.count - marks;
        m_spans.append({{begin, closer.begin + marks}, static_cast<int>(marks)});
        opener.count -= marks;
        closer.begin += marks;
        closer.count -= marks;
        if (opener.count == 0)
            --openersOf(m_open.takeLast().mark);
    }
}

} // namespace

qsizetype endOfCode(QStringView text, qsizetype at, QList<qsizetype> &unclosed)
{
    const qsizetype run = runLength(text, at);
    if (unclosed.contains(run))
        return -1;
    for (qsizetype next = text.indexOf(u'`', at + run); next >= 0; next = text.indexOf(u'`', next)) {
        const qsizetype other = runLength(text, next);
        next += other;
        if (other == run)
            return next;
    }
    unclosed.append(run);
    return -1;
}

QList<EmphasisSpan> emphasisSpans(QStringView paragraph)
{
    return EmphasisScan(paragraph).run();
}

} // namespace casebook
