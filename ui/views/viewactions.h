#pragma once

#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CurrentView;
class ViewSession;
struct SavedView;

/// The actions on saved views, and the menu that holds them and the views themselves. What they do is connected by the
/// window, whose children they are. The views come under Alt+1 to Alt+9.
class ViewActions : public QObject {
    Q_OBJECT

public:
    /// `menu` is filled. All must outlive the actions.
    ViewActions(const ViewSession &views, const CurrentView &current, QMenu *menu, QWidget *window);

    QAction *save;
    QAction *update;
    // On one view, which they name; with keys in the list alone.
    QAction *rename;
    QAction *moveUp;
    QAction *moveDown;
    QAction *trash;

    /// Those with keys in the list.
    QList<QAction *> listActions() const { return {rename, moveUp, moveDown, trash}; }
    /// What can be done: with a corpus open, and to the view of an id ("" none).
    void setState(bool corpusOpen, const QString &id);

signals:
    void showRequested(const QString &id);

private:
    QAction *add(const QString &name, const QString &text, const QString &iconName, const QString &keys);
    void listViews();
    void markCurrent();
    void nameView(const SavedView *view);

    const ViewSession &m_views;
    const CurrentView &m_current;
    QMenu *m_menu;
    QWidget *m_window;
    QList<QAction *> m_shown; ///< one for each view
};

} // namespace casebook
