#pragma once

#include "core/corpus/corpus.h"
#include "core/query/searchresult.h"
#include "ui/report/briefing.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

QT_BEGIN_NAMESPACE
class QPrinter;
QT_END_NAMESPACE

namespace casebook {

/// What is printed: copies, for the corpus may change meanwhile.
struct PrintContent {
    std::shared_ptr<const Corpus> corpus;
    SearchResult selection;
    BriefingOptions options;
};

/// Prints a briefing on a thread of its own: the pages, the copies and the paper that the printer is set to. A file
/// that is printed to is there only when it is whole.
class PrintJob : public QObject {
    Q_OBJECT

public:
    /// Nobody else touches the printer before the job has finished.
    PrintJob(PrintContent content, std::shared_ptr<QPrinter> printer, QObject *parent = nullptr);
    /// Cancels and waits.
    ~PrintJob() override;

    void start();
    void cancel() { m_cancelled = true; }

signals:
    /// How far it is, from 0 to 1000, and in words.
    void progress(int share, const QString &words);
    /// Empty message: all is with the printer. Else why it is not; `cancelled` if that was wanted.
    void finished(const QString &message, bool cancelled);

private:
    Result<void> run();
    Result<void> paint();
    Result<void> printToFile(const QString &path);

    PrintContent m_content;
    std::shared_ptr<QPrinter> m_printer;
    std::atomic<bool> m_cancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace casebook
