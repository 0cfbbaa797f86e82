#include "core/query/similarreasons.h"

#include "core/base/fold.h"
#include "core/query/textmatch.h"
#include "core/query/wordsof.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostValues = 4; // told of one field
constexpr std::size_t mostWordsTold = 5;
constexpr double leastShareOfField = 0.02; // of the field's part; less is no reason to a person

QString translate(const char *text)
{
    return QCoreApplication::translate("Similar", text);
}

/// Choices, lists and the organization: what a case is put under. What only tells how a text was published is not.
QStringList comparedPaths(const Schema &schema)
{
    QStringList paths;
    for (const Field &field : schema.fields) {
        const bool puts = field.type == FieldType::Choice || field.type == FieldType::List;
        if ((puts && field.id != schema.fieldOf(role::related)) || field.id == schema.fieldOf(role::organization))
            paths.append(field.id);
        for (const Field &part : field.fields) {
            if (part.type == FieldType::Choice && part.facet)
                paths.append(field.id + u'.' + part.id);
        }
    }
    return paths;
}

/// The words of the names under which cases name each other. They stand in the texts of both, and say no more than
/// that.
QSet<quint64> wordsOfNames(const CaseStudy &study, const QString &relatedPath)
{
    QSet<quint64> keys;
    const QStringList related = relatedPath.isEmpty() ? QStringList() : textsAt(study, relatedPath);
    for (const QString &name : related + QStringList(study.id)) {
        const QByteArray folded = fold(name);
        for (WordReader reader(folded); reader.next();)
            keys.insert(reader.key());
    }
    return keys;
}

std::vector<AskedWord> wordsOf(const CaseStudy &study, const QString &relatedPath, std::size_t most)
{
    std::vector<AskedWord> words;
    QHash<quint64, std::size_t> numbers;
    const QSet<quint64> names = wordsOfNames(study, relatedPath);
    const QByteArrayView text(study.searchText);
    for (WordReader reader(text); reader.next();) {
        const quint64 key = reader.key();
        if (names.contains(key))
            continue;
        const auto known = numbers.constFind(key);
        const bool inTitle = reader.word().data() < text.data() + study.titleSize;
        if (known == numbers.constEnd()) {
            numbers.insert(key, words.size());
            words.push_back({reader.word().toByteArray(), key, inTitle ? 2.0 : 1.0, 0});
        } else {
            words[*known].emphasis += 1;
        }
    }
    // The order in which they stand decides among those that stand equally often.
    std::stable_sort(words.begin(), words.end(),
                     [](const AskedWord &a, const AskedWord &b) { return a.emphasis > b.emphasis; });
    words.resize(std::min(words.size(), most));
    for (AskedWord &word : words)
        word.emphasis = 1 + std::log(word.emphasis);
    return words;
}

/// Puts two of the words together where they stand side by side in both cases; answers whether it found any.
bool joinOnce(QList<QByteArray> &words, std::pair<const CaseStudy *, const CaseStudy *> both)
{
    for (qsizetype left = 0; left < words.size(); ++left) {
        for (qsizetype right = 0; right < words.size(); ++right) {
            const QByteArray joined = words.at(left) + ' ' + words.at(right);
            if (left == right || findWord(both.first->searchText, joined) < 0
                || findWord(both.second->searchText, joined) < 0)
                continue;
            words[std::min(left, right)] = joined;
            words.removeAt(std::max(left, right));
            return true;
        }
    }
    return false;
}

} // namespace

Portrait portraitOf(const CaseStudy &study, const Schema &schema, std::size_t mostTraits, std::size_t mostWords)
{
    Portrait portrait;
    for (const QString &path : comparedPaths(schema)) {
        const QStringList values = textsAt(study, path);
        for (const QString &value : values) {
            if (portrait.traits.size() < mostTraits)
                portrait.traits.push_back({path, value, 0});
        }
    }
    portrait.relatedPath = schema.fieldOf(role::related);
    portrait.words = wordsOf(study, portrait.relatedPath, mostWords);
    return portrait;
}

quint64 sharedTraits(const CaseStudy &study, const Portrait &portrait)
{
    quint64 shared = 0;
    QStringList values;
    for (std::size_t trait = 0; trait < portrait.traits.size(); ++trait) {
        const QString &path = portrait.traits[trait].path;
        if (trait == 0 || portrait.traits[trait - 1].path != path)
            values = textsAt(study, path);
        if (values.contains(portrait.traits[trait].value, Qt::CaseInsensitive))
            shared |= quint64(1) << trait;
    }
    return shared;
}

bool areRelated(const CaseStudy &one, const CaseStudy &other, const Portrait &portrait)
{
    return !portrait.relatedPath.isEmpty()
        && (textsAt(one, portrait.relatedPath).contains(other.id)
            || textsAt(other, portrait.relatedPath).contains(one.id));
}

void addRelated(SimilarCase &similar, double share)
{
    if (share > 0)
        similar.reasons.append({SimilarReason::Kind::Related, {}, {}, share});
}

void addTraits(SimilarCase &similar, const Portrait &portrait, quint64 shared, double share)
{
    std::vector<const Trait *> traits;
    double total = 0;
    for (std::size_t trait = 0; trait < portrait.traits.size(); ++trait) {
        if ((shared >> trait) & 1 && portrait.traits[trait].weight > 0) {
            traits.push_back(&portrait.traits[trait]);
            total += portrait.traits[trait].weight;
        }
    }
    std::stable_sort(traits.begin(), traits.end(),
                     [](const Trait *a, const Trait *b) { return a->weight > b->weight; });
    for (const Trait *trait : traits) {
        if (share <= 0 || trait->weight < leastShareOfField * total)
            break;
        const double own = share * trait->weight / total;
        const auto told = std::find_if(similar.reasons.begin(), similar.reasons.end(),
                                       [&](const SimilarReason &reason) { return reason.path == trait->path; });
        if (told == similar.reasons.end()) {
            similar.reasons.append({SimilarReason::Kind::Field, trait->path, {trait->value}, own});
            continue;
        }
        told->share += own;
        if (told->values.size() < mostValues)
            told->values.append(trait->value);
    }
}

void addWords(SimilarCase &similar, const Portrait &portrait, const std::vector<double> &weights,
              std::pair<const CaseStudy *, const CaseStudy *> both, double share)
{
    std::vector<std::size_t> numbers;
    for (std::size_t number = 0; number < weights.size(); ++number) {
        if (weights[number] > 0)
            numbers.push_back(number);
    }
    if (share <= 0 || numbers.empty())
        return;
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    QList<QByteArray> words;
    for (const std::size_t number : numbers) {
        if (words.size() < static_cast<qsizetype>(mostWordsTold))
            words.append(portrait.words[number].text);
    }
    while (joinOnce(words, both)) {}
    SimilarReason reason{SimilarReason::Kind::Words, {}, {}, share};
    for (const QByteArray &word : std::as_const(words))
        reason.values.append(QString::fromUtf8(word));
    similar.reasons.append(reason);
}

QString reasonsLine(const SimilarCase &similar, const Schema &schema)
{
    QStringList parts;
    for (const SimilarReason &reason : similar.reasons) {
        QStringList values;
        for (const QString &value : reason.values)
            values.append(reason.kind == SimilarReason::Kind::Field ? schema.valueLabel(reason.path, value) : value);
        const QString list = values.join(u", "_s);
        if (reason.kind == SimilarReason::Kind::Related)
            parts.append(translate("named as related"));
        else if (reason.kind == SimilarReason::Kind::Words)
            parts.append(translate("words: %1").arg(list));
        else
            parts.append(schema.fieldLabel(reason.path) + u": "_s + list);
    }
    return parts.join(u" · "_s);
}

} // namespace casebook
