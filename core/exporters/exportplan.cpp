#include "core/exporters/exportplan.h"

#include "core/exporters/casewords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace casebook {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

} // namespace

QString reasonToOmit(const CaseStudy &study, const CorpusLayout &layout)
{
    if (!study.broken) {
        return QFileInfo(layout.absolute(study.path)).isReadable()
            ? QString()
            : ExportWords::tr("The file is gone or may not be read.");
    }
    const auto error = std::find_if(study.problems.begin(), study.problems.end(),
                                    [](const Problem &problem) { return problem.severity == Severity::Error; });
    if (error == study.problems.end())
        return ExportWords::tr("The file cannot be read.");
    return error->line > 0 ? ExportWords::tr("Line %1: %2").arg(QString::number(error->line), error->message)
                           : error->message;
}

ExportPlan planExport(const Corpus &corpus, const SearchResult &selection)
{
    ExportPlan plan;
    QSet<int> seen;
    for (const ResultGroup &source : selection.groups) {
        ResultGroup group = source;
        group.rows.clear();
        for (const int row : source.rows) {
            if (seen.contains(row))
                continue;
            seen.insert(row);
            const CaseStudy &study = *corpus.at(row);
            if (const QString reason = reasonToOmit(study, corpus.layout()); !reason.isEmpty())
                plan.omitted.append({caseName(study, corpus.schema()), study.path, reason});
            else
                group.rows.push_back(row);
        }
        plan.cases += static_cast<int>(group.rows.size());
        if (!group.rows.empty())
            plan.groups.push_back(std::move(group));
    }
    return plan;
}

} // namespace casebook
