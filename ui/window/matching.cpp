#include "ui/window/matching.h"

#include "ui/archive/snapshotpage.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreeview.h"
#include "ui/edit/editpage.h"
#include "ui/edit/findbar.h"
#include "ui/edit/source/sourcematches.h"
#include "ui/read/readerpage.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"

#include <QAction>

#include <algorithm>

namespace casebook {

Matching::Matching(Browser &browser, const Window &window, QObject *parent)
    : QObject(parent),
      m_browser(browser),
      m_window(window),
      m_source(new SourceMatches(window.pane.editor()->editor(), this))
{
    connect(&browser, &Browser::resultChanged, this, &Matching::takeSought);
    const auto stepBy = [this](int by) { m_browser.whenAnswered([this, by] { step(by); }); };
    connect(window.actions.nextMatch, &QAction::triggered, this, [stepBy] { stepBy(1); });
    connect(window.actions.previousMatch, &QAction::triggered, this, [stepBy] { stepBy(-1); });
    window.pane.reader()->setMatchActions(window.actions.previousMatch, window.actions.nextMatch);
    takeSought();
}

void Matching::takeSought()
{
    const QList<QByteArray> &sought = m_browser.sought();
    m_window.pane.reader()->view()->setSought(sought);
    m_window.pane.preview()->setSought(sought);
    m_source->setSought(sought);
}

void Matching::step(int by)
{
    if (auto *page = qobject_cast<SnapshotPage *>(m_window.pane.currentWidget()); page && page->findAgain(by < 0))
        return;
    if (m_window.pane.isEditing())
        stepInSource(by);
    else if (!m_window.pane.reader()->findAgain(by < 0)) // what is being looked for in the text comes first
        stepThroughCases(by);
}

void Matching::stepInSource(int by)
{
    EditPage *page = m_window.pane.editor();
    const auto *bar = page->findChild<FindBar *>();
    if (m_browser.sought().isEmpty() || (bar && bar->isVisible())) {
        page->showFace(Face::Source);
        page->action(by > 0 ? u"findNext" : u"findPrevious")->trigger();
        return;
    }
    if (m_source->count() == 0) {
        emit message(tr("The words that the query asks for do not stand in this file's text."));
        return;
    }
    page->showFace(Face::Source);
    if (m_source->step(by))
        emit message(by > 0 ? tr("From the beginning again.") : tr("From the end again."));
}

void Matching::stepThroughCases(int by)
{
    CaseView *view = m_window.pane.reader()->view();
    if (m_browser.sought().isEmpty()) {
        emit message(tr("Search for words, and this key goes from one to the next."));
        return;
    }
    const int current = view->matches().current();
    if (view->hasCase() && view->goToMatch(current < 0 && by < 0 ? view->matches().count() - 1 : current + by))
        return;
    const std::vector<int> &order = m_browser.result().order;
    if (order.empty()) {
        emit message(tr("No case matches."));
        return;
    }
    const auto here = std::find(order.begin(), order.end(), m_browser.answeredCorpus()->positionOf(m_window.pane.currentId()));
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    // From a case that is not in the answer to its first or last one.
    std::ptrdiff_t next = here != order.end() ? here - order.begin() + by : by > 0 ? 0 : count - 1;
    const bool wraps = next < 0 || next >= count;
    next = (next + count) % count;
    const QString id = m_browser.answeredCorpus()->at(order[static_cast<std::size_t>(next)])->id;
    emit caseRequested(id);
    const bool shown = view->goToMatch(by > 0 ? 0 : view->matches().count() - 1);
    if (wraps)
        emit message(by > 0 ? tr("From the first case again.") : tr("From the last case again."));
    else if (!shown)
        emit message(tr("The words stand in a part of this case that is not shown here."));
}

} // namespace casebook
