#include "ui/export/previewjob.h"

namespace casebook {

PreviewJob::PreviewJob(Corpus corpus, SearchResult selection, BriefingOptions options, qreal dotsPerInch,
                       QObject *parent)
    : QObject(parent),
      m_corpus(std::move(corpus)),
      m_selection(std::move(selection)),
      m_options(std::move(options)),
      m_dotsPerInch(dotsPerInch)
{
}

PreviewJob::~PreviewJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void PreviewJob::start()
{
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->start(QThread::LowPriority);
}

void PreviewJob::run()
{
    const auto progress = [this](const BriefingStep &) { return !m_cancelled; };
    const auto page = [this](int number, int pages, const QByteArray &png) {
        emit pageDrawn(number, pages, png);
        return !m_cancelled;
    };
    const Result<void> drawn = drawBriefing(m_corpus, m_selection, m_options, m_dotsPerInch, mostPages, progress, page);
    emit finished(drawn || m_cancelled ? QString() : drawn.error().message);
}

} // namespace casebook
