#pragma once

#include "core/corpus/corpus.h"
#include "core/query/searchresult.h"
#include "ui/report/briefing.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace casebook {

/// Draws the pages of a briefing on a thread of its own, from copies.
class PreviewJob : public QObject {
    Q_OBJECT

public:
    /// With more pages than these, the cases that are left are not drawn.
    static constexpr int mostPages = 100;

    PreviewJob(Corpus corpus, SearchResult selection, BriefingOptions options, qreal dotsPerInch,
               QObject *parent = nullptr);
    /// Cancels and waits.
    ~PreviewJob() override;

    void start();
    void cancel() { m_cancelled = true; }

signals:
    /// In order, from 0; as PNG.
    void pageDrawn(int page, int pages, const QByteArray &png);
    /// The last signal. Empty: all pages are there, or the job was cancelled.
    void finished(const QString &complaint);

private:
    void run();

    Corpus m_corpus;
    SearchResult m_selection;
    BriefingOptions m_options;
    qreal m_dotsPerInch;
    std::atomic<bool> m_cancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace casebook
