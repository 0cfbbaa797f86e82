#pragma once

#include "core/corpus/casestudy.h"
#include "core/sources/snapshot.h"

#include <QObject>

namespace casebook {

class Archiving;
class CasePane;
class CorpusSession;
class ProvenanceSearch;

/// Has the claims and quotes of the case that is read looked for in the copies of its sources, tells beside them what
/// was seen, and leads to the passages.
class Provenancing : public QObject {
    Q_OBJECT

public:
    /// The archiving owns it; the others must outlive it.
    Provenancing(const CorpusSession &session, Archiving &archiving, CasePane &pane);

    const ProvenanceSearch &search() const { return *m_search; }

private:
    struct Asked {
        CaseStudyPtr study;
        QByteArray body;
        QList<Snapshot> copies; ///< of its sources
        bool operator==(const Asked &) const = default;
    };

    void look();

    const CorpusSession &m_session;
    Archiving &m_archiving;
    CasePane &m_pane;
    ProvenanceSearch *m_search;
    Asked m_asked; ///< what it looks for
};

} // namespace casebook
