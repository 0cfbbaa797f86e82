#include "core/base/suggestion.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace casebook {

namespace {

constexpr qsizetype longestCompared = 200; // characters: past this, only containment counts

/// How many letters must be added, removed or changed, or neighbours swapped, to make one of the other.
qsizetype distance(const QString &a, const QString &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> row(width);
    for (std::size_t j = 0; j < width; ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        beforeLast.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const QChar left = a.at(i - 1);
            const QChar right = b.at(static_cast<qsizetype>(j) - 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (left == right ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && left == b.at(static_cast<qsizetype>(j) - 2) && a.at(i - 2) == right;
            if (swapped)
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
    }
    return row[width - 1];
}

/// The number of letters that differ; -1 where there are too many.
qsizetype fewLetters(const QString &word, const QString &candidate)
{
    const qsizetype allowed = std::max<qsizetype>(word.size() / 3, 1);
    if (word.size() > longestCompared || std::abs(word.size() - candidate.size()) > allowed)
        return -1;
    const qsizetype found = distance(word, candidate);
    return found <= allowed ? found : -1;
}

/// How far a candidate is off; -1 where it is not like the word at all. What holds the word is further off than what
/// differs by letters, and what has but a part like it, such as one word of an id, still further.
qsizetype distanceOf(const QString &word, const QString &candidate)
{
    if (const qsizetype found = fewLetters(word, candidate); found >= 0)
        return found;
    const qsizetype longer = std::abs(word.size() - candidate.size());
    if (word.size() >= 3 && (candidate.contains(word) || (candidate.size() >= 3 && word.contains(candidate))))
        return word.size() + longer;
    static const QRegularExpression between(QStringLiteral("[^a-z0-9]+"));
    const QStringList parts = candidate.split(between, Qt::SkipEmptyParts);
    const bool partMeant = word.size() >= 4
        && std::any_of(parts.begin(), parts.end(), [&](const QString &part) { return fewLetters(word, part) >= 0; });
    return partMeant ? 2 * word.size() + longer : -1;
}

} // namespace

QStringList nearestOf(const QString &word, const QStringList &candidates, int most)
{
    const QString wanted = word.toLower();
    std::vector<std::pair<qsizetype, QString>> found;
    for (const QString &candidate : candidates) {
        if (const qsizetype off = distanceOf(wanted, candidate.toLower()); off >= 0)
            found.emplace_back(off, candidate);
    }
    std::sort(found.begin(), found.end());
    QStringList nearest;
    for (const auto &[off, candidate] : found) {
        if (nearest.size() < most)
            nearest.append(candidate);
    }
    return nearest;
}

} // namespace casebook
