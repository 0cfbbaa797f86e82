#include "ui/similar/similarsearch.h"

namespace casebook {

SimilarSearch::SimilarSearch(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SimilarSearch::~SimilarSearch()
{
    cancel();
    m_pool.waitForDone();
}

void SimilarSearch::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_cancelled.reset();
}

void SimilarSearch::start(const Corpus &corpus, const QString &id)
{
    cancel();
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    m_cancelled = cancelled;
    m_pool.start([this, cancelled, cases = corpus.cases(), schema = corpus.schema(), id] {
        const QList<SimilarCase> similar = similarCases(cases, schema, id, 10, cancelled.get());
        QMetaObject::invokeMethod(
            this,
            [this, cancelled, similar] {
                if (!*cancelled)
                    emit found(similar);
            },
            Qt::QueuedConnection);
    });
}

} // namespace casebook
