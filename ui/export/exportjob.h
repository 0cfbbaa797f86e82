#pragma once

#include "core/corpus/corpus.h"
#include "core/exporters/textformat.h"
#include "core/query/search.h"
#include "ui/report/briefing.h"

#include <QElapsedTimer>
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
    /// How far it is, from 0 to 1000, and in words.
    void progress(int share, const QString &words);
    /// Empty message: the file is there. Else why it is not; `cancelled` if that was wanted.
    void finished(const QString &message, bool cancelled);

private:
    Result<void> write();
    /// Answers whether to go on. Tells a person at most so often that each time can be seen.
    bool tell(qreal share, const QString &words);

    Corpus m_corpus;
    SearchResult m_selection;
    BriefingOptions m_options;
    QString m_path;
    std::optional<TextFormat> m_format; ///< nothing: a briefing
    std::atomic<bool> m_cancelled = false;
    QElapsedTimer m_told; ///< since progress was told of
    std::unique_ptr<QThread> m_thread;
};

/// The part of a result that holds only the cases with these ids.
SearchResult onlyCases(const SearchResult &result, const Corpus &corpus, const QStringList &ids);

} // namespace casebook
