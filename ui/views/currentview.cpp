#include "ui/views/currentview.h"

#include "core/base/fold.h"
#include "ui/browse/browser.h"

#include <algorithm>

namespace casebook {

namespace {

/// As views are compared: case and accents make no difference to what a filter finds.
SavedView comparable(SavedView view)
{
    view.filter = QString::fromUtf8(fold(view.filter));
    return view;
}

} // namespace

CurrentView::CurrentView(Browser &browser, const ViewSession &views, QObject *parent)
    : QObject(parent), m_browser(browser), m_views(views)
{
    connect(&views, &ViewSession::changed, this, &CurrentView::readViews);
    connect(&browser.session(), &CorpusSession::schemaChanged, this, &CurrentView::readViews);
    connect(&browser.session(), &CorpusSession::opened, this, &CurrentView::readViews);
    connect(&browser, &Browser::resultChanged, this, &CurrentView::update);
    readViews();
}

SavedView CurrentView::content() const
{
    return viewOf(m_browser.query(), m_browser.arrangement(), m_browser.corpus().schema());
}

void CurrentView::show(const QString &id)
{
    const SavedView *view = m_views.views().find(id);
    if (!view || view->broken)
        return;
    const Schema &schema = m_browser.corpus().schema();
    const SavedView shown = *view; // what follows may have the views read anew
    m_id = id;
    Arrangement arrangement = shown.arrangement(schema);
    arrangement.joinAll = m_browser.arrangement().joinAll;
    m_browser.setArrangement(arrangement);
    m_browser.setQuery(shown.query(schema));
    update();
}

void CurrentView::expect(const QString &id)
{
    m_expected = id;
    m_expectedContent = comparable(content());
}

void CurrentView::readViews()
{
    m_canonical.clear();
    for (const SavedView &view : m_views.views().views) {
        if (!view.broken)
            m_canonical.insert(view.id, comparable(canonicalView(view, m_browser.corpus().schema())));
    }
    if (m_canonical.contains(m_expected) && m_canonical.value(m_expected) == m_expectedContent)
        m_id = std::exchange(m_expected, QString());
    update();
}

void CurrentView::update()
{
    const SavedView asked = comparable(content());
    m_changed = m_canonical.value(m_id) != asked || !m_canonical.contains(m_id);
    if (m_changed) {
        const QList<SavedView> &all = m_views.views().views;
        const auto same = std::find_if(all.begin(), all.end(), [&](const SavedView &view) {
            return m_canonical.contains(view.id) && m_canonical.value(view.id) == asked;
        });
        if (same != all.end())
            m_id = same->id;
        else if (asked == SavedView() || !m_canonical.contains(m_id))
            m_id.clear();
        m_changed = same == all.end() && !m_id.isEmpty();
    }
    const std::pair now(m_id, m_changed);
    if (std::exchange(m_told, now) != now)
        emit changed();
}

} // namespace casebook
