#include "core/query/rank.h"

#include "core/corpus/fieldtexts.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Rank", text);
}

QString placeText(const WordRank &rank, const Schema &schema)
{
    const auto label = [&](QStringView roleName) { return schema.fieldLabel(schema.fieldOf(roleName)); };
    switch (rank.place) {
    case WordRank::Place::Nowhere:
        return translate("nowhere");
    case WordRank::Place::Elsewhere:
        return rank.whole ? translate("a word of the text") : translate("starts a word of the text");
    case WordRank::Place::Claims:
        return (rank.whole ? translate("a word of %1") : translate("starts a word of %1")).arg(label(role::claims));
    case WordRank::Place::Organization:
        return (rank.whole ? translate("a word of %1") : translate("starts a word of %1"))
            .arg(label(role::organization));
    case WordRank::Place::Title:
        return rank.whole ? translate("a word of the title") : translate("starts a word of the title");
    }
    return {};
}

QString withPoints(const QString &text, int points)
{
    return text + u" ("_s + QString::number(points) + u')';
}

} // namespace

Rank rankOf(const CaseStudy &study, const Query &query, const Corpus &corpus)
{
    Rank rank;
    rank.path = query.sortPath;
    if (!rank.path.isEmpty()) {
        rank.order = Rank::Order::Field;
        rank.value = FieldTexts(rank.path, corpus).of(study).join(u", "_s);
        return rank;
    }
    std::vector<QByteArray> words;
    for (const SoughtText &sought : soughtTexts(query, corpus.schema())) {
        if (!sought.path.isEmpty())
            continue;
        rank.words.append(sought);
        words.push_back(sought.text);
    }
    if (!words.empty()) {
        rank.order = Rank::Order::Relevance;
        rank.relevance = relevanceOf(study, words, &rank.wordRanks);
    }
    return rank;
}

QString describeOrder(const Query &query, const Schema &schema)
{
    if (!query.sortPath.isEmpty()) {
        const QString label = schema.fieldLabel(query.sortPath);
        return (query.sortDescending ? translate("Ordered by %1, from the last to the first.")
                                     : translate("Ordered by %1, from the first to the last."))
            .arg(label);
    }
    if (!query.hasWords())
        return translate("Ordered by group, year from the newest, and title.");
    return translate("Ordered by relevance: points for where each word stands, then how near the words are to each "
                     "other, then how short the field is where the best one stands.");
}

QString describeRank(const Rank &rank, const Schema &schema)
{
    if (rank.order == Rank::Order::Usual)
        return {};
    if (rank.order == Rank::Order::Field) {
        const QString label = schema.fieldLabel(rank.path);
        return rank.value.isEmpty() ? translate("no %1, and so at the end").arg(label)
                                    : QString(label + u": "_s + rank.value);
    }
    QStringList parts;
    for (qsizetype i = 0; i < rank.words.size(); ++i) {
        const WordRank &word = rank.wordRanks[static_cast<std::size_t>(i)];
        const QString text = u"“"_s + QString::fromUtf8(rank.words.at(i).text) + u"” "_s;
        parts.append(withPoints(text + placeText(word, schema), word.points()));
    }
    if (rank.relevance.nearness > 0)
        parts.append(withPoints(translate("near each other"), rank.relevance.nearness));
    parts.append(translate("among %1 bytes").arg(rank.relevance.fieldSize));
    return parts.join(u" · "_s);
}

QString placeId(WordRank::Place place)
{
    switch (place) {
    case WordRank::Place::Nowhere:
        break;
    case WordRank::Place::Elsewhere:
        return u"elsewhere"_s;
    case WordRank::Place::Claims:
        return u"claims"_s;
    case WordRank::Place::Organization:
        return u"organization"_s;
    case WordRank::Place::Title:
        return u"title"_s;
    }
    return u"nowhere"_s;
}

} // namespace casebook
