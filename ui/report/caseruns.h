#pragma once

#include "ui/report/briefingcontent.h"
#include "ui/report/briefingmeter.h"
#include "ui/report/section.h"

#include <QTemporaryFile>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace casebook {

/// Cases that are laid out one after the other on the pages of one file, by their numbers in the plan.
struct CaseRun {
    int first = 0;
    int end = 0; ///< the one behind the last

    bool operator==(const CaseRun &) const = default;
};

/// Cuts the cases into runs, each of which begins on a page of its own anyway: few enough that it does not count that
/// each has the letters of its fonts once more. They depend on the cases alone, and not on the machine.
std::vector<CaseRun> caseRuns(const BriefingPlan &plan, BriefingRecipe::Layout layout);

/// Lays out runs of cases on several threads at once, each run into a file of its own.
///
/// Why that is safe. Qt's documentation ("Thread-Support in Qt Modules") calls QTextDocument, QTextCursor and all that
/// belongs to them reentrant, and has any number of threads paint at once, each on its own device. Below that, Qt 6.4
/// keeps fonts' engines (QFontCache), FreeType's library and its faces by thread (QThreadStorage), and looks fonts up
/// under one lock. What is not safe is to hand on from thread to thread what knows such an engine: a document that is
/// laid out, a painter, or a PDF that has still to embed its fonts when their thread, and with it their faces, are
/// gone. So everything of a run, from the first QFont to the end of its PDF, is made, used and gone on one thread;
/// words, numbers and a file on the disk are all that leaves it.
class CaseRuns {
public:
    /// The sections of cases are put into `sections`, by their numbers. All must outlive this.
    CaseRuns(const BriefingContent &content, BriefingMeter &meter, std::vector<Section> &sections);
    /// Stops and waits.
    ~CaseRuns();
    Q_DISABLE_COPY_MOVE(CaseRuns)

    /// Begins with the runs on `threads` less one; the caller is the last of them. The first file has the number 1.
    /// The Error says that there is no room for files.
    Result<void> start(const std::vector<CaseRun> &runs, int threads);
    /// Takes its share of what is left, and waits until all is done or stopped. The first Error that a run met.
    Result<void> finish();
    /// The pages of the runs, in order: to be read after finish().
    std::vector<QIODevice *> files() const;

private:
    struct Task {
        CaseRun run;
        int file = 0;
        std::unique_ptr<QTemporaryFile> pages;
        std::optional<Error> error = {};
    };

    /// Takes runs until none is left. On any thread.
    void work();
    Result<void> write(Task &task);
    bool goesOn() const { return !m_failed && !m_meter.isStopped(); }

    const BriefingContent &m_content;
    BriefingMeter &m_meter;
    std::vector<Section> &m_sections;
    std::vector<Task> m_tasks;
    std::atomic<size_t> m_next = 0;
    std::atomic<bool> m_failed = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

/// Why the pages of a target cannot be kept in the temporary folder until all are there.
Error pagesError(const QString &target, const QFileDevice &file);

} // namespace casebook
