#pragma once

#include "core/base/result.h"
#include "core/curate/plan.h"
#include "core/exporters/briefingrecipe.h"
#include "core/query/savedview.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CaseCommands;
class CurrentView;
class ViewNameDialog;
class ViewSession;

/// Saves, changes, moves and removes views: asks for names, and has each change done as an operation on files that is
/// undone with all others. Dialogs are window-modal and answer later.
class ViewCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent; it owns the commands. All must outlive them.
    ViewCommands(const ViewSession &views, CurrentView &current, CaseCommands &files, QWidget *window);

    /// What is shown becomes a new view, once it has a name.
    void save();
    /// The view asks from now on for what is shown.
    void update(const QString &id);
    /// The view is exported like this from now on.
    void keepRecipe(const QString &id, const BriefingRecipe &recipe);
    /// Another name and description; the file keeps its name, by which others may refer to it.
    void rename(const QString &id);
    void moveToTrash(const QString &id);
    /// Gives a view the place `to` in the list, counted without it; nothing where there is no such place.
    void move(const QString &id, qsizetype to);

private:
    ViewNameDialog *askForName(const QString &title, const QString &action, const QString &ownName);
    QString freeViewId(const QString &name) const;
    void carryOut(const Result<Plan> &plan, const QString &message, const QString &failure);

    const ViewSession &m_views;
    CurrentView &m_current;
    CaseCommands &m_files;
    QWidget *m_window;
};

} // namespace casebook
