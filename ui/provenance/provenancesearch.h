#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/provenance/provenance.h"

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace casebook {

/// Looks for the claims and quotes of the case that is read in the snapshots of its sources, in the background. Texts
/// of snapshots and what was found in them are kept, so that the same case again is answered at once.
class ProvenanceSearch : public QObject {
    Q_OBJECT

public:
    /// What is to be looked for, and where. Holds copies: the window may go on.
    struct Question {
        CaseStudyPtr study;
        Schema schema;
        QByteArray body; ///< of the case, as Markdown
        QString root;
        Archive archive;
    };

    explicit ProvenanceSearch(QObject *parent = nullptr);
    /// Waits for a search under way.
    ~ProvenanceSearch() override;

    /// Of an earlier question that is not answered yet, no answer comes any more.
    void look(const Question &question);
    /// No answer comes any more.
    void cancel();
    bool isRunning() const { return m_answered != m_round; }

signals:
    void found(const casebook::CaseStudyPtr &study, const QList<casebook::Provenance> &all);

private:
    std::shared_ptr<SnapshotTexts> m_texts;
    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_round = 0; ///< of questions: only the last one is answered
    int m_answered = 0;
};

} // namespace casebook
