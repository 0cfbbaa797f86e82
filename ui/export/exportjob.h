#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/textformat.h"
#include "core/query/search.h"
#include "ui/report/briefing.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

namespace casebook {

/// Writes cases to a file on a thread of its own, from copies: the corpus may change meanwhile.
class ExportJob : public QObject {
    Q_OBJECT

public:
    ExportJob(Corpus corpus, SearchResult selection, BriefingOptions options, QString path, QObject *parent = nullptr);
    /// The same in a text format; of the options the title, the words and the query count.
    ExportJob(const TextFormat &format, Corpus corpus, SearchResult selection, BriefingOptions options, QString path,
              QObject *parent = nullptr);
    /// Cancels and waits.
    ~ExportJob() override;

    void start();
    void cancel() { m_cancelled = true; }
    QString path() const { return m_path; }

signals:
    void progress(int done, int total);
    /// Empty message: the file is there. Else why it is not; `cancelled` if that was wanted.
    void finished(const QString &message, bool cancelled);

private:
    Result<void> write(const ExportProgress &progress) const;

    Corpus m_corpus;
    SearchResult m_selection;
    BriefingOptions m_options;
    QString m_path;
    std::optional<TextFormat> m_format; ///< nothing: a briefing
    std::atomic<bool> m_cancelled = false;
    std::unique_ptr<QThread> m_thread;
};

/// The part of a result that holds only the cases with these ids.
SearchResult onlyCases(const SearchResult &result, const Corpus &corpus, const QStringList &ids);

} // namespace casebook
