#include "ui/provenance/provenancesearch.h"

#include "core/markdown/parser.h"

namespace casebook {

ProvenanceSearch::ProvenanceSearch(QObject *parent) : QObject(parent), m_texts(std::make_shared<SnapshotTexts>())
{
    m_pool.setMaxThreadCount(1);
}

ProvenanceSearch::~ProvenanceSearch()
{
    cancel();
    m_pool.waitForDone();
}

void ProvenanceSearch::cancel()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_pool.clear(); // of what has not been begun
    m_answered = ++m_round;
}

void ProvenanceSearch::look(const Question &question)
{
    cancel();
    const int round = ++m_round;
    m_pool.start([this, question, round, texts = m_texts, stop = m_stop.get_token()] {
        const QList<Provenance> all = provenanceOf(*question.study, question.schema, parseMarkdown(question.body),
                                                   question.root, question.archive, *texts, stop);
        QMetaObject::invokeMethod(
            this,
            [this, all, round, study = question.study] {
                if (round != m_round)
                    return;
                m_answered = round;
                emit found(study, all);
            },
            Qt::QueuedConnection);
    });
}

} // namespace casebook
