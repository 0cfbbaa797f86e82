#include "core/markdown/fromhtml/inlineruns.h"

#include <algorithm>
#include <span>

namespace casebook {

namespace {

using Runs = std::span<const InlineRun>;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isPoint(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

InlineRun plain(QString text, const InlineRun &like)
{
    return {.text = std::move(text), .href = like.href};
}

// Blanks in a row, over the borders of runs too, become one.
void collapseBlanks(InlineRuns &runs)
{
    bool afterBlank = true;
    for (InlineRun &run : runs) {
        if (run.kind != InlineRun::Kind::Text) {
            afterBlank = run.kind == InlineRun::Kind::Break;
            continue;
        }
        QString text;
        for (const QChar c : std::as_const(run.text)) {
            const bool blank = isBlank(c) || (c == QChar::Nbsp && afterBlank);
            if (blank && text.endsWith(QChar::Nbsp)) // how browsers write two blanks
                text.back() = u' ';
            else if (!blank || !afterBlank)
                text += blank ? QChar(u' ') : c;
            afterBlank = blank;
        }
        run.text = text;
    }
}

// A blank alone is no link, unless it is in the midst of one.
void unlinkBlanks(InlineRuns &runs)
{
    const auto leadsTo = [&runs](std::size_t index, const QString &href) {
        return index < runs.size() && runs[index].href == href;
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        InlineRun &run = runs[i];
        const bool isBlankLink =
            run.kind == InlineRun::Kind::Text && !run.href.isEmpty() && run.text.trimmed().isEmpty();
        if (isBlankLink && !(i > 0 && leadsTo(i - 1, run.href)) && !leadsTo(i + 1, run.href))
            run.href.clear();
    }
}

// Takes the blanks before breaks and at the end, and breaks at both ends.
void trimEnds(InlineRuns &runs)
{
    const auto isNothing = [](const InlineRun &run) { return run.kind == InlineRun::Kind::Text && run.text.isEmpty(); };
    bool beforeEnd = true;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (run->kind == InlineRun::Kind::Text) {
            while (beforeEnd && !run->text.isEmpty() && (isBlank(run->text.back()) || run->text.back() == QChar::Nbsp))
                run->text.chop(1);
            beforeEnd = beforeEnd && run->text.isEmpty();
        } else {
            beforeEnd = run->kind == InlineRun::Kind::Break;
        }
    }
    std::erase_if(runs, isNothing);
    while (!runs.empty() && runs.back().kind == InlineRun::Kind::Break)
        runs.pop_back();
    const auto first =
        std::find_if(runs.begin(), runs.end(), [](const InlineRun &run) { return run.kind != InlineRun::Kind::Break; });
    runs.erase(runs.begin(), first);
}

/// Splits what Markdown's marks must not enclose off both ends of a run.
class EdgeSplitter {
public:
    explicit EdgeSplitter(const InlineRuns &runs) : m_runs(runs) {}

    InlineRuns run();

private:
    QChar charBefore() const;
    QChar charAfter(std::size_t index) const;
    void split(std::size_t index);

    const InlineRuns &m_runs;
    InlineRuns m_out;
};

InlineRuns EdgeSplitter::run()
{
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const InlineRun &one = m_runs[i];
        if (one.kind == InlineRun::Kind::Text && (one.bold || one.italic))
            split(i);
        else
            m_out.push_back(one);
    }
    return std::move(m_out);
}

QChar EdgeSplitter::charBefore() const
{
    return m_out.empty() || m_out.back().text.isEmpty() ? QChar(u' ') : m_out.back().text.back();
}

QChar EdgeSplitter::charAfter(std::size_t index) const
{
    const bool none = index + 1 >= m_runs.size() || m_runs[index + 1].text.isEmpty();
    return none ? QChar(u' ') : m_runs[index + 1].text.front();
}

void EdgeSplitter::split(std::size_t index)
{
    const InlineRun &run = m_runs[index];
    qsizetype begin = 0;
    qsizetype end = run.text.size();
    while (begin < end && run.text[begin].isSpace())
        ++begin;
    while (end > begin && run.text[end - 1].isSpace())
        --end;
    const bool afterWord = begin == 0 && !charBefore().isSpace() && !isPoint(charBefore());
    const bool beforeWord = end == run.text.size() && !charAfter(index).isSpace() && !isPoint(charAfter(index));
    while (!run.code && afterWord && begin < end && isPoint(run.text[begin]))
        ++begin;
    while (!run.code && beforeWord && end > begin && isPoint(run.text[end - 1]))
        --end;
    const auto add = [this](InlineRun piece) {
        if (!piece.text.isEmpty())
            m_out.push_back(std::move(piece));
    };
    InlineRun middle = run;
    middle.text = run.text.sliced(begin, end - begin);
    add(plain(run.text.first(begin), run));
    add(std::move(middle));
    add(plain(run.text.sliced(end), run));
}

InlineRuns merged(const InlineRuns &runs)
{
    InlineRuns out;
    for (const InlineRun &run : runs) {
        const bool joins = !out.empty() && run.kind == InlineRun::Kind::Text && out.back().kind == InlineRun::Kind::Text
            && run.looksLike(out.back());
        if (joins)
            out.back().text += run.text;
        else
            out.push_back(run);
    }
    return out;
}

MarkdownNode leaf(const InlineRun &run)
{
    if (run.kind == InlineRun::Kind::Break)
        return {.kind = MarkdownKind::LineBreak};
    if (run.kind == InlineRun::Kind::Image)
        return {.kind = MarkdownKind::Image, .text = run.text, .url = run.source};
    return {.kind = run.code ? MarkdownKind::Code : MarkdownKind::Text, .text = run.text};
}

/// What runs may have in common, the outermost first.
enum class Layer {
    Link,
    Strong,
    Emphasis,
    Leaf,
};

bool has(const InlineRun &run, Layer layer)
{
    switch (layer) {
    case Layer::Link:
        return !run.href.isEmpty();
    case Layer::Strong:
        return run.bold;
    case Layer::Emphasis:
        return run.italic;
    case Layer::Leaf:
        break;
    }
    return false;
}

MarkdownNode wrapperOf(const InlineRun &run, Layer layer)
{
    if (layer == Layer::Link)
        return {.kind = MarkdownKind::Link, .url = run.href};
    return {.kind = layer == Layer::Strong ? MarkdownKind::Strong : MarkdownKind::Emphasis};
}

void appendNodes(std::vector<MarkdownNode> &nodes, Runs runs, Layer layer)
{
    if (layer == Layer::Leaf) {
        for (const InlineRun &run : runs)
            nodes.push_back(leaf(run));
        return;
    }
    const auto next = static_cast<Layer>(static_cast<int>(layer) + 1);
    for (std::size_t begin = 0; begin < runs.size();) {
        const bool wraps = has(runs[begin], layer);
        std::size_t end = begin + 1;
        while (end < runs.size() && has(runs[end], layer) == wraps
               && (layer != Layer::Link || runs[end].href == runs[begin].href))
            ++end;
        const Runs alike = runs.subspan(begin, end - begin);
        if (wraps) {
            nodes.push_back(wrapperOf(alike.front(), layer));
            appendNodes(nodes.back().children, alike, next);
        } else {
            appendNodes(nodes, alike, next);
        }
        begin = end;
    }
}

} // namespace

InlineRuns tidied(InlineRuns runs)
{
    collapseBlanks(runs);
    trimEnds(runs);
    unlinkBlanks(runs);
    return merged(EdgeSplitter(merged(runs)).run());
}

std::vector<MarkdownNode> inlineNodes(const InlineRuns &runs)
{
    std::vector<MarkdownNode> nodes;
    appendNodes(nodes, runs, Layer::Link);
    return nodes;
}

} // namespace casebook
