#include "ui/report/briefing.h"

#include "core/base/clock.h"
#include "core/store/outputfile.h"
#include "ui/report/briefinglayout.h"
#include "ui/report/reportwords.h"

#include <QFile>
#include <QPagedPaintDevice>

namespace casebook {

namespace {

BriefingOptions completed(BriefingOptions options, const Schema &schema)
{
    if (options.title.trimmed().isEmpty())
        options.title = schema.name.isEmpty() ? ReportWords::tr("Case studies") : schema.name;
    options.title = options.title.simplified();
    options.question = options.question.simplified();
    options.notice = options.notice.simplified();
    if (!options.date.isValid())
        options.date = documentDate();
    return options;
}

Result<void> checkPlan(const BriefingPlan &plan)
{
    if (!plan.cases.empty())
        return {};
    if (plan.omitted.isEmpty())
        return Error{ReportWords::tr(
            "There is no case to write, so no file was written: select other cases or widen the filter.")};
    return Error{ReportWords::tr("None of the selected cases can be read, so no file was written. %1: %2")
                     .arg(plan.omitted.first().path, plan.omitted.first().reason)};
}

/// Where nothing can be laid out, the Error says why.
Result<BriefingPlan> planFor(const Corpus &corpus, const SearchResult &selection)
{
    BriefingPlan plan = planBriefing(corpus, selection);
    if (const auto checked = checkPlan(plan); !checked)
        return checked.error();
    return plan;
}

} // namespace

Result<void> writeBriefing(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options,
                           const QString &path, const BriefingProgress &progress)
{
    Result<BriefingPlan> plan = planFor(corpus, selection);
    if (!plan)
        return plan.error();
    if (const auto checked = OutputFile::check(path); !checked)
        return checked;
    BriefingLayout layout(corpus, *std::move(plan), completed(options, corpus.schema()), progress);
    if (const auto laidOut = layout.run(path); !laidOut)
        return laidOut;
    OutputFile output(path);
    if (const auto opened = output.open(); !opened)
        return opened;
    QFile file(output.temporaryPath());
    if (!file.open(QIODevice::WriteOnly))
        return output.failure(file);
    const Result<void> finished = layout.finish(file);
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return output.failure(file);
    file.close();
    return finished ? output.commit() : finished;
}

Result<void> drawBriefing(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options,
                          qreal dotsPerInch, int mostPages, const BriefingProgress &progress,
                          const std::function<bool(int page, int pages, const QByteArray &png)> &page)
{
    Result<BriefingPlan> plan = planFor(corpus, selection);
    if (!plan)
        return plan.error();
    BriefingLayout layout(corpus, *std::move(plan), completed(options, corpus.schema()), progress);
    return layout.draw(dotsPerInch, mostPages, page);
}

Result<void> paintBriefing(const Corpus &corpus, const SearchResult &selection, const BriefingOptions &options,
                           QPagedPaintDevice &device, const BriefingPages &pages, const BriefingProgress &progress)
{
    Result<BriefingPlan> plan = planFor(corpus, selection);
    if (!plan)
        return plan.error();
    BriefingOptions fitting = completed(options, corpus.schema());
    QPageLayout paper = device.pageLayout();
    if (paper.pageSize().id() == QPageSize::A4)
        fitting.paper = BriefingRecipe::Paper::A4;
    else if (paper.pageSize().id() == QPageSize::Letter)
        fitting.paper = BriefingRecipe::Paper::Letter;
    paper.setMode(QPageLayout::FullPageMode);
    device.setPageLayout(paper);
    return BriefingLayout(corpus, *std::move(plan), fitting, progress).paint(device, pages);
}

} // namespace casebook
