#include "core/query/snippet.h"

#include "core/corpus/schema.h"
#include "core/markdown/parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype unitsBefore = 24; // the place must be seen in a narrow row
constexpr qsizetype unitsAfter = 200;
constexpr qsizetype mostPlaces = 20;    // for each needle; more would not fit in a line
constexpr qsizetype mostBody = 200'000; // UTF-16 units of a body that are looked at, since a row waits for them

/// A text of a case, and the label of its field.
struct Candidate {
    QString label;
    QString text;
    qsizetype found = 0; ///< how many needles stand in it
    bool prose = false;  ///< it is no mere term, which tells little
};

class Finder {
public:
    Finder(const Schema &schema, const QList<QByteArray> &needles) : m_schema(schema), m_needles(needles) {}

    void lookAt(const QString &label, const QString &text, bool prose)
    {
        if (text.isEmpty() || (m_best.found == m_needles.size() && m_best.prose))
            return;
        const FoldedText folded(text);
        const qsizetype found = std::count_if(m_needles.begin(), m_needles.end(), [&](const QByteArray &needle) {
            return !folded.placesOf(needle, 1).isEmpty();
        });
        if (found > m_best.found || (found > 0 && found == m_best.found && prose && !m_best.prose))
            m_best = {label, text, found, prose};
    }

    /// Every text of a value. A term is looked at as it is shown where its label has the words too.
    void lookAt(const QString &path, const QString &label, const Value &value)
    {
        for (const auto &[key, part] : value.entries())
            lookAt(path + u'.' + key, label, part);
        for (const Value &item : value.items())
            lookAt(path, label, item);
        if (value.isScalar() && !value.isNull() && !value.isBool()) {
            const QString text = value.toText();
            const Field *field = m_schema.field(path);
            if (field && !field->vocabulary.isEmpty())
                lookAt(label, m_schema.valueLabel(path, text), false);
            lookAt(label, text, !field || field->type == FieldType::Text);
        }
    }

    const Candidate &best() const { return m_best; }

private:
    const Schema &m_schema;
    const QList<QByteArray> &m_needles;
    Candidate m_best;
};

QList<QByteArray> notShown(const QList<QByteArray> &needles, const QStringList &shown)
{
    std::vector<FoldedText> texts;
    for (const QString &text : shown)
        texts.emplace_back(text);
    QList<QByteArray> missing;
    std::copy_if(needles.begin(), needles.end(), std::back_inserter(missing), [&](const QByteArray &needle) {
        return std::none_of(texts.begin(), texts.end(),
                            [&](const FoldedText &text) { return !text.placesOf(needle, 1).isEmpty(); });
    });
    return missing;
}

void lookAtFields(Finder &finder, const CaseStudy &study, const Schema &schema)
{
    for (const Field &field : schema.fields) {
        if (const Value *value = study.fields.find(field.id))
            finder.lookAt(field.id, schema.fieldLabel(field.id), *value);
    }
    for (const auto &[key, value] : study.fields.entries()) {
        if (!schema.field(key))
            finder.lookAt(key, labelFromId(key), value);
    }
}

/// The body as a person reads it; where the words are not in that, such as those of an address, as it is written.
void lookAtBody(Finder &finder, const QString &markdown)
{
    const QString label = QCoreApplication::translate("Snippet", "Text");
    finder.lookAt(label, plainText(parseMarkdown(markdown.toUtf8())).trimmed(), true);
    if (finder.best().found == 0)
        finder.lookAt(label, markdown, true);
}

/// Where a cut at or behind `at` goes, so that no word is cut: behind a blank, at `high` at the latest.
qsizetype afterBlank(const QString &text, qsizetype at, qsizetype high)
{
    qsizetype cut = at;
    while (cut < high && !text.at(cut - 1).isSpace())
        ++cut;
    if (cut == high
        && !text.at(cut - 1).isSpace()) // one long word, or a script without blanks: anywhere but inside a pair
        cut = text.at(at).isLowSurrogate() ? at + 1 : at;
    return cut;
}

/// The same at or before `at`: before a blank, at `low` at the earliest.
qsizetype beforeBlank(const QString &text, qsizetype at, qsizetype low)
{
    qsizetype cut = at;
    while (cut > low && !text.at(cut).isSpace())
        --cut;
    if (cut == low && !text.at(cut).isSpace())
        cut = text.at(at).isLowSurrogate() ? at - 1 : at;
    return cut;
}

} // namespace

Snippet excerpt(const QString &text, const QList<TextPlace> &places, qsizetype before, qsizetype after)
{
    if (places.isEmpty())
        return {};
    const TextPlace &first = places.first();
    qsizetype start = first.start <= before ? 0 : afterBlank(text, first.start - before, first.start);
    qsizetype end =
        text.size() - first.end() <= after ? text.size() : beforeBlank(text, first.end() + after, first.end());
    Snippet snippet;
    if (start > 0)
        snippet.text = u"… "_s;
    TextPlace mark;
    auto place = places.begin();
    // Blanks become single ones, which moves what stands behind them.
    for (qsizetype at = start; at < end; ++at) {
        if (place != places.end() && at == place->start)
            mark.start = snippet.text.size();
        const bool blank = text.at(at).isSpace();
        if (!blank || (!snippet.text.isEmpty() && !snippet.text.back().isSpace()))
            snippet.text += blank ? QChar(u' ') : text.at(at);
        if (place != places.end() && at + 1 == place->end()) {
            mark.length = snippet.text.size() - mark.start;
            snippet.marks.append(mark);
            ++place;
        }
    }
    if (end < text.size())
        snippet.text += snippet.text.back().isSpace() ? u"…"_s : u" …"_s;
    return snippet;
}

Snippet snippetOf(const CaseStudy &study, const Schema &schema, const QList<QByteArray> &needles,
                  const QStringList &shown, const std::function<QString()> &body)
{
    const QList<QByteArray> missing = notShown(needles, shown);
    if (missing.isEmpty())
        return {};
    Finder finder(schema, missing);
    lookAtFields(finder, study, schema);
    if (finder.best().found == 0 && body)
        lookAtBody(finder, body().left(mostBody));
    const Candidate &best = finder.best();
    Snippet snippet = excerpt(best.text, matchPlaces(best.text, missing, mostPlaces), unitsBefore, unitsAfter);
    snippet.label = best.label;
    return snippet;
}

} // namespace casebook
