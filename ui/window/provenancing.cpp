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
    m_search->look(
        {shown.study, shown.schema, shown.document.bodyText().toByteArray(), m_archiving.library().root(), archive});
}

} // namespace casebook
