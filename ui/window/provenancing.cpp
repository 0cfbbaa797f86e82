#include "ui/window/provenancing.h"

#include "core/corpus/session.h"
#include "ui/archive/snapshotlibrary.h"
#include "ui/provenance/provenancesearch.h"
#include "ui/read/readerpage.h"
#include "ui/window/archiving.h"
#include "ui/window/casepane.h"

namespace casebook {

Provenancing::Provenancing(const CorpusSession &session, Archiving &archiving, CasePane &pane)
    : QObject(&archiving),
      m_session(session),
      m_archiving(archiving),
      m_pane(pane),
      m_search(new ProvenanceSearch(this))
{
    CaseView *view = pane.reader()->view();
    connect(view, &CaseView::caseShown, this, &Provenancing::look);
    connect(&archiving, &Archiving::changed, this, &Provenancing::look);
    connect(view, &CaseView::passageRequested, &archiving, &Archiving::readCopy);
    connect(m_search, &ProvenanceSearch::found, this, [view](const CaseStudyPtr &study, const QList<Provenance> &all) {
        if (view->shown().study == study)
            view->setProvenance(all);
    });
    look();
}

void Provenancing::look()
{
    const CaseView *view = m_pane.reader()->view();
    const Archive &archive = m_archiving.library().archive();
    if (!view->hasCase() || !m_session.isOpen()) {
        m_search->cancel();
        return;
    }
    const ShownCase &shown = view->shown();
    Asked asked{shown.study, shown.document.bodyText().toByteArray(), {}};
    for (const QList<Source> sources = sourcesOf(*shown.study, shown.schema); const Source &source : sources)
        asked.copies += archive.snapshotsOf(source.url);
    // While many copies are kept it is asked again and again: begun anew each time, a long PDF would never be read.
    if (m_search->isRunning() && asked == m_asked)
        return;
    m_asked = asked;
    m_search->look({shown.study, shown.schema, asked.body, m_archiving.library().root(), archive});
}

} // namespace casebook
