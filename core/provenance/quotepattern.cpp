#include "core/provenance/quotepattern.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// A piece of a quote that is not to be read as words.
struct Mark {
    QuoteStep::Kind kind = QuoteStep::Kind::Word; ///< Word: letters in brackets, which belong to a word
    qsizetype start = 0;
    qsizetype end = 0;
};

bool isLetterAt(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetter();
}

bool isLetters(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

QList<Mark> marksIn(QStringView quote)
{
    static const QRegularExpression expression(
        uR"([\[(]\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?|\[([^\[\]]{0,300})\])"_s);
    QList<Mark> marks;
    for (auto it = expression.globalMatch(quote); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        Mark mark{QuoteStep::Kind::Ellipsis, match.capturedStart(), match.capturedEnd()};
        if (match.hasCaptured(1)) {
            const bool isPartOfWord =
                isLetters(match.capturedView(1)) && (isLetterAt(quote, mark.start - 1) || isLetterAt(quote, mark.end));
            mark.kind = isPartOfWord ? QuoteStep::Kind::Word : QuoteStep::Kind::Insertion;
        }
        marks.append(mark);
    }
    return marks;
}

/// A text in which some characters do not count, and where in the whole text the others stand.
struct Excerpt {
    QString text;
    std::vector<int> origins;

    void add(QStringView whole, qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i) {
            text.append(whole[i]);
            origins.push_back(static_cast<int>(i));
        }
    }
};

void appendWords(QuotePattern &pattern, QStringView quote, qsizetype from, qsizetype to, const QList<Mark> &letters)
{
    Excerpt with;    // "[T]he" as "The"
    Excerpt without; // as "he"
    qsizetype at = from;
    for (const Mark &mark : letters) {
        for (Excerpt *excerpt : {&with, &without})
            excerpt->add(quote, at, mark.start);
        with.add(quote, mark.start + 1, mark.end - 1);
        at = mark.end;
    }
    for (Excerpt *excerpt : {&with, &without})
        excerpt->add(quote, at, to);

    const std::vector<TextWord> words = textWords(with.text, WordsOf::Quote);
    const std::vector<TextWord> others =
        letters.isEmpty() ? std::vector<TextWord>() : textWords(without.text, WordsOf::Quote);
    const bool isPaired = others.size() == words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        QuoteStep step;
        step.word = words[i];
        step.word.start = with.origins[static_cast<std::size_t>(words[i].start)];
        step.word.end = with.origins[static_cast<std::size_t>(words[i].end) - 1] + 1;
        if (isPaired && others[i].key != words[i].key)
            step.otherKey = others[i].key;
        pattern.steps.push_back(step);
    }
}

/// Of neighbouring gaps the widest counts, and none does at either end.
void tidy(QuotePattern &pattern)
{
    std::vector<QuoteStep> kept;
    for (const QuoteStep &step : pattern.steps) {
        const bool isGap = step.kind != QuoteStep::Kind::Word;
        if (isGap && kept.empty())
            continue;
        if (isGap && kept.back().kind != QuoteStep::Kind::Word) {
            kept.back().kind = std::max(kept.back().kind, step.kind);
            continue;
        }
        kept.push_back(step);
    }
    while (!kept.empty() && kept.back().kind != QuoteStep::Kind::Word)
        kept.pop_back();
    for (const QuoteStep &step : kept) {
        pattern.words += step.kind == QuoteStep::Kind::Word ? 1 : 0;
        pattern.ellipses += step.kind == QuoteStep::Kind::Ellipsis ? 1 : 0;
        pattern.insertions += step.kind == QuoteStep::Kind::Insertion ? 1 : 0;
    }
    pattern.steps = std::move(kept);
}

} // namespace

QuotePattern quotePattern(QStringView quote)
{
    QuotePattern pattern;
    QList<Mark> letters; // since the last gap
    qsizetype from = 0;
    for (const Mark &mark : marksIn(quote)) {
        if (mark.kind == QuoteStep::Kind::Word) {
            letters.append(mark);
            continue;
        }
        appendWords(pattern, quote, from, mark.start, letters);
        letters.clear();
        from = mark.end;
        QuoteStep gap;
        gap.kind = mark.kind;
        pattern.steps.push_back(gap);
    }
    appendWords(pattern, quote, from, quote.size(), letters);
    tidy(pattern);
    return pattern;
}

} // namespace casebook
