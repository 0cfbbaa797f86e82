#include "ui/report/caseruns.h"

#include "ui/report/casewriter.h"
#include "ui/report/reportwords.h"

#include <QDir>

#include <algorithm>

namespace casebook {

namespace {

constexpr int leastCases = 64; // in a run: the letters of its fonts take some 40 KB
constexpr int mostRuns = 8;
constexpr int pause = 30; // milliseconds between two looks at what the others do

} // namespace

std::vector<CaseRun> caseRuns(const BriefingPlan &plan, BriefingRecipe::Layout layout)
{
    const auto cases = static_cast<int>(plan.cases.size());
    const int wanted = std::max(leastCases, (cases + mostRuns - 1) / mostRuns);
    std::vector<CaseRun> runs;
    for (int number = 0; number < cases; ++number) {
        const auto index = static_cast<size_t>(number);
        const bool opensPage = layout != BriefingRecipe::Layout::Continuous || number == 0
            || plan.groupOf[index] != plan.groupOf[index - 1];
        if (runs.empty() || (opensPage && number - runs.back().first >= wanted && cases - number >= leastCases / 2))
            runs.push_back({number, number});
        runs.back().end = number + 1;
    }
    return runs;
}

Error pagesError(const QString &target, const QFileDevice &file)
{
    return Error{ReportWords::tr("%1 could not be saved: its pages cannot be kept in the folder %2 until all are there "
                                 "(%3). Make room there, or set TMPDIR to another folder.")
                     .arg(target, QDir::tempPath(), file.errorString())};
}

CaseRuns::CaseRuns(const BriefingContent &content, BriefingMeter &meter, std::vector<Section> &sections)
    : m_content(content), m_meter(meter), m_sections(sections)
{
}

CaseRuns::~CaseRuns()
{
    m_failed = true;
    for (const auto &thread : m_threads)
        thread->wait();
}

Result<void> CaseRuns::start(const std::vector<CaseRun> &runs, int threads)
{
    for (const CaseRun &run : runs) {
        const int file = static_cast<int>(m_tasks.size()) + 1;
        m_tasks.push_back({run, file, std::make_unique<QTemporaryFile>()});
        if (!m_tasks.back().pages->open())
            return pagesError(m_content.target, *m_tasks.back().pages);
    }
    const int others = std::min(threads, static_cast<int>(runs.size())) - 1;
    for (int i = 0; i < others; ++i) {
        m_threads.emplace_back(QThread::create([this] { work(); }));
        m_threads.back()->start();
    }
    return {};
}

Result<void> CaseRuns::finish()
{
    work();
    for (const auto &thread : m_threads) {
        while (!thread->wait(pause))
            m_meter.tell();
    }
    for (const Task &task : m_tasks) {
        if (task.error)
            return *task.error;
    }
    return {};
}

std::vector<QIODevice *> CaseRuns::files() const
{
    std::vector<QIODevice *> files;
    for (const Task &task : m_tasks)
        files.push_back(task.pages.get());
    return files;
}

void CaseRuns::work()
{
    for (size_t next = m_next++; next < m_tasks.size() && goesOn(); next = m_next++) {
        Task &task = m_tasks[next];
        if (const auto written = write(task); !written) {
            task.error = written.error();
            m_failed = true;
        }
    }
}

Result<void> CaseRuns::write(Task &task)
{
    {
        SectionWriter pages(m_content.geometry, m_meter, task.file);
        pages.setPages(std::make_unique<PageWriter>(task.pages.get(), m_content.geometry, pages.style()));
        if (!pages.pages().isActive())
            return Error{ReportWords::tr("The pages cannot be drawn. Please report this.")};
        CaseWriter cases(m_content, pages);
        for (int number = task.run.first; number < task.run.end && goesOn(); ++number) {
            Result<Section> section = cases.write(number);
            if (!section)
                return section.error();
            m_sections[static_cast<size_t>(number)] = *std::move(section);
            m_meter.addCase();
        }
    } // the PDF ends here, with its fonts
    if (!task.pages->flush() || task.pages->error() != QFileDevice::NoError)
        return pagesError(m_content.target, *task.pages);
    return {};
}

} // namespace casebook
