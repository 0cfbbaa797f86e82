#include "ui/report/briefingplan.h"

#include <QHash>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QDate newestReview(const Corpus &corpus)
{
    QDate newest;
    for (const CaseStudyPtr &study : corpus.cases()) {
        const QDate date = QDate::fromString(roleText(*study, corpus.schema(), role::reviewed), Qt::ISODate);
        if (date.isValid() && (!newest.isValid() || date > newest))
            newest = date;
    }
    return newest;
}

int positionOf(const ResultGroup &group, const Schema &schema, int otherwise)
{
    for (qsizetype i = 0; i < schema.groups.size(); ++i) {
        if (schema.groups.at(i).value == group.value)
            return static_cast<int>(i);
    }
    return otherwise;
}

} // namespace

BriefingPlan planBriefing(const Corpus &corpus, const SearchResult &selection)
{
    BriefingPlan plan;
    plan.corpusSize = corpus.size();
    plan.newestReview = newestReview(corpus);
    QHash<int, int> numbers; // by position in the corpus; -1: left out
    for (const ResultGroup &source : selection.groups) {
        const int number = static_cast<int>(plan.groups.size());
        BriefingGroup group{
            source.label, source.description, source.color, positionOf(source, corpus.schema(), number), {}};
        for (int row : source.rows) {
            const CaseStudyPtr &study = corpus.at(row);
            if (!numbers.contains(row)) {
                const QString reason = reasonToOmit(*study, corpus.layout());
                numbers.insert(row, reason.isEmpty() ? static_cast<int>(plan.cases.size()) : -1);
                if (reason.isEmpty()) {
                    plan.cases.push_back(study);
                    plan.groupOf.push_back(number);
                } else {
                    plan.omitted.append({caseName(*study, corpus.schema()), study->path, reason});
                }
            }
            if (numbers.value(row) >= 0)
                group.cases.push_back(numbers.value(row));
        }
        if (!group.cases.empty())
            plan.groups.append(group);
    }
    return plan;
}

} // namespace casebook
