#include "ui/edit/markdown/emphasis.h"

#include "ui/edit/markdown/emphasisspans.h"
#include "ui/edit/markdown/markdownline.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;
using Side = Replacement::Side;

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

// A letter, or what joins two of them to one word.
bool isInWord(QStringView text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return false;
    const bool joins = QStringView(u"'’-").contains(text[at]) && at > 0 && at + 1 < text.size();
    return isWord(text[at]) || (joins && isWord(text[at - 1]) && isWord(text[at + 1]));
}

TextSpan united(const TextSpan &a, const TextSpan &b)
{
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// What is to be emphasised in one paragraph.
struct Target {
    TextSpan place;            ///< empty: nothing
    QList<EmphasisSpan> spans; ///< all emphases of the paragraph
};

void trim(QStringView text, TextSpan &span)
{
    while (span.begin < span.end && text[span.begin].isSpace())
        ++span.begin;
    while (span.end > span.begin && text[span.end - 1].isSpace())
        --span.end;
}

Target targetIn(const QList<MarkdownLine> &paragraph, QStringView text, const TextSpan &selection)
{
    const TextSpan content{paragraph.first().content.begin, paragraph.last().content.end};
    Target target{{std::max(content.begin, selection.begin), std::min(content.end, selection.end)}, {}};
    if (target.place.begin >= target.place.end)
        return {};
    trim(text, target.place);
    target.spans = emphasisSpans(text.sliced(content.begin, content.size()));
    for (EmphasisSpan &span : target.spans)
        span.outer = {span.outer.begin + content.begin, span.outer.end + content.begin};
    return target;
}

QList<Target> targetsOf(const SelectedText &source, const TextSpan &selection)
{
    QList<Target> targets;
    const QList<QList<MarkdownLine>> paragraphs = markdownParagraphs(source.text, selection);
    for (const QList<MarkdownLine> &paragraph : paragraphs) {
        Target target = targetIn(paragraph, source.text, selection);
        if (!target.place.isEmpty())
            targets.append(std::move(target));
    }
    return targets;
}

// The emphasis that a target has already, or null.
const EmphasisSpan *spanAround(const Target &target, int marks)
{
    const auto found = std::find_if(target.spans.begin(), target.spans.end(), [&](const EmphasisSpan &span) {
        return span.marks == marks && span.outer.contains(target.place);
    });
    return found == target.spans.end() ? nullptr : &*found;
}

void removeMarks(const EmphasisSpan &span, QList<Replacement> &replacements)
{
    const TextSpan inner = span.inner();
    replacements.append({{span.outer.begin, inner.begin}, {}, Side::Opens});
    replacements.append({{inner.end, span.outer.end}, {}, Side::Closes});
}

// Marks around the target and all emphases that it cuts through, whose own marks of the kind go.
void addMarks(const Target &target, int marks, QList<Replacement> &replacements)
{
    TextSpan place = target.place;
    for (bool grown = true; grown;) {
        grown = false;
        for (const EmphasisSpan &span : target.spans) {
            const bool isCut = span.outer.touches(place) && !place.contains(span.outer)
                && (span.marks == marks || !span.inner().contains(place));
            if (isCut)
                place = united(place, span.outer);
            grown = grown || isCut;
        }
    }
    const QString mark(marks, u'*');
    replacements.append({{place.begin, place.begin}, mark, Side::Opens});
    replacements.append({{place.end, place.end}, mark, Side::Closes});
    for (const EmphasisSpan &span : target.spans) {
        if (span.marks == marks && place.contains(span.outer))
            removeMarks(span, replacements);
    }
}

TextChange aroundCursor(const SelectedText &source, int marks)
{
    const QString mark(marks, u'*');
    const qsizetype at = source.selection.begin;
    const QStringView text(source.text);
    qsizetype first = at;
    while (first > 0 && text[first - 1] == u'*')
        --first;
    qsizetype after = at;
    while (after < text.size() && text[after] == u'*')
        ++after;
    const qsizetype before = at - first;
    TextChange change;
    if (before == after - at && (before == marks || before == 3)) {
        change.replacements = {{{at - marks, at + marks}, {}, Side::Opens}};
        change.selection = TextSpan{at - marks, at - marks};
    } else {
        change.replacements = {{{at, at}, mark + mark, Side::Opens}};
        change.selection = TextSpan{at + marks, at + marks};
    }
    return change;
}

} // namespace

TextSpan wordAt(QStringView text, qsizetype place)
{
    TextSpan word{place, place};
    while (isInWord(text, word.begin - 1))
        --word.begin;
    while (isInWord(text, word.end))
        ++word.end;
    return word;
}

TextChange toggleEmphasis(const SelectedText &source, Emphasis emphasis)
{
    const int marks = emphasis == Emphasis::Bold ? 2 : 1;
    const bool isCursor = source.selection.isEmpty();
    const TextSpan selection = isCursor ? wordAt(source.text, source.selection.begin) : source.selection;
    const QList<Target> targets = targetsOf(source, selection);
    if (targets.isEmpty())
        return isCursor ? aroundCursor(source, marks) : TextChange();
    const bool isOn =
        std::all_of(targets.begin(), targets.end(), [&](const Target &target) { return spanAround(target, marks); });
    TextChange change;
    for (const Target &target : targets) {
        const EmphasisSpan *span = spanAround(target, marks);
        if (isOn)
            removeMarks(*span, change.replacements);
        else if (!span)
            addMarks(target, marks, change.replacements);
    }
    std::stable_sort(change.replacements.begin(), change.replacements.end(),
                     [](const Replacement &a, const Replacement &b) { return a.place.begin < b.place.begin; });
    return change;
}

} // namespace casebook
