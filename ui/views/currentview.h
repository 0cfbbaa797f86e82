#pragma once

#include "core/query/viewsession.h"

#include <QHash>
#include <QObject>

namespace casebook {

class Browser;

/// Which saved view is shown: the one that asks for what the browser asks, else the one that was shown last and has
/// been changed since, until the filter is cleared. No widgets.
class CurrentView : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    CurrentView(Browser &browser, const ViewSession &views, QObject *parent = nullptr);

    /// Null where none is.
    const SavedView *view() const { return m_views.views().find(m_id); }
    const QString &id() const { return m_id; }
    /// Something else is asked for than the view says.
    bool isChanged() const { return m_changed; }
    /// What the browser asks, as a view.
    SavedView content() const;

    /// Asks what a view says; nothing where there is none or it is broken.
    void show(const QString &id);
    /// What is asked now is being written into the view of this id, which is the one that is shown as soon as it has
    /// been read so; nothing comes of it where it could not be written.
    void expect(const QString &id);

signals:
    void changed();

private:
    void readViews();
    void update();

    Browser &m_browser;
    const ViewSession &m_views;
    QHash<QString, SavedView> m_canonical; ///< by id, but for broken ones
    QString m_id;
    QString m_expected;
    SavedView m_expectedContent;
    bool m_changed = false;
    std::pair<QString, bool> m_told; ///< id and changed, when changed() was emitted last
};

} // namespace casebook
