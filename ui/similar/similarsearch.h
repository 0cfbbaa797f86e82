#pragma once

#include "core/corpus/corpus.h"
#include "core/query/similar.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace casebook {

/// Looks for the cases that are like one, on threads of its own: every case of the corpus is read for that.
class SimilarSearch : public QObject {
    Q_OBJECT

public:
    explicit SimilarSearch(QObject *parent = nullptr);
    /// Cancels, and waits for the thread to notice.
    ~SimilarSearch() override;

    /// Starts to look; a search under way is cancelled, and nothing more is heard of it. The corpus may change
    /// meanwhile: what it holds now is looked at.
    void start(const Corpus &corpus, const QString &id);
    void cancel();

signals:
    void found(const QList<casebook::SimilarCase> &cases);

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the search under way
    QThreadPool m_pool;
};

} // namespace casebook
