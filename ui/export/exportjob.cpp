#include "ui/export/exportjob.h"

#include <QSet>

#include <algorithm>

namespace casebook {

ExportJob::ExportJob(Corpus corpus, SearchResult selection, BriefingOptions options, QString path, QObject *parent)
    : QObject(parent),
      m_corpus(std::move(corpus)),
      m_selection(std::move(selection)),
      m_options(std::move(options)),
      m_path(std::move(path))
{
}

ExportJob::ExportJob(const TextFormat &format, Corpus corpus, SearchResult selection, BriefingOptions options,
                     QString path, QObject *parent)
    : ExportJob(std::move(corpus), std::move(selection), std::move(options), std::move(path), parent)
{
    m_format = format;
}

ExportJob::~ExportJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void ExportJob::start()
{
    m_thread.reset(QThread::create([this] {
        const Result<void> written = write();
        // Whoever cancels when the file is there already has come too late.
        emit finished(written ? QString() : written.error().message, !written && m_cancelled);
    }));
    m_thread->start();
}

Result<void> ExportJob::write()
{
    if (!m_format) {
        return writeBriefing(m_corpus, m_selection, m_options, m_path,
                             [this](const BriefingStep &step) { return tell(step.share, stepInWords(step)); });
    }
    const ExportContent content{m_corpus, m_selection, {}, m_options.selection, m_options.query};
    return writeTextFile(*m_format, content, m_path, [this](int done, int total) {
        return tell(qreal(done) / std::max(1, total), tr("%1 of %2 cases").arg(done).arg(total));
    });
}

bool ExportJob::tell(qreal share, const QString &words)
{
    constexpr qint64 pause = 40; // milliseconds
    if (!m_told.isValid() || m_told.hasExpired(pause) || share >= 1) {
        m_told.start();
        emit progress(qRound(1000 * share), words);
    }
    return !m_cancelled;
}

SearchResult onlyCases(const SearchResult &result, const Corpus &corpus, const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    const auto isOther = [&](int row) { return !wanted.contains(corpus.at(row)->id); };
    SearchResult part = result;
    for (ResultGroup &group : part.groups)
        std::erase_if(group.rows, isOther);
    std::erase_if(part.groups, [](const ResultGroup &group) { return group.rows.empty(); });
    std::erase_if(part.order, isOther);
    return part;
}

} // namespace casebook
