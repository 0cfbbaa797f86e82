#pragma once

#include "ui/palette/paletteentry.h"

#include <QHash>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace casebook {

/// The actions that the palette offers: those that can be done now, each once, with its keys.
class ActionEntries {
public:
    /// Those of a menu and the menus in it; `path` names the menu: "View". Menus that are filled when they open are
    /// filled.
    void addMenu(QMenu *menu, const QString &path = {});
    /// Others, under a heading. Those without a name or a text are passed over, and those whose text is there already.
    void add(const QList<QAction *> &actions, const QString &path);
    /// An action that is never offered.
    void leaveOut(const QAction *action) { m_leftOut.append(action); }

    const PaletteEntries &entries() const { return m_entries; }
    /// The action of an entry's id; null where it is gone.
    QAction *action(const QString &id) const { return m_actions.value(id); }

private:
    void addAction(QAction *action, const QString &path);

    PaletteEntries m_entries;
    QHash<QString, QPointer<QAction>> m_actions; ///< by id
    QStringList m_texts;
    QList<const QAction *> m_leftOut;
};

} // namespace casebook
