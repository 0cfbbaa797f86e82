#pragma once

#include "core/corpus/corpus.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class Actions;
class Browser;
class CaseCommands;
class CorpusPage;
class CorpusSession;
class CurrentView;
class ViewActions;
class ViewCommands;
class ViewList;
class ViewSession;

/// Connects the saved views with the window: their list above the filters, their menu, and what is done to their files.
class Viewing : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Actions &actions;
        CorpusPage &page;
    };

    /// `window` owns it, and outlives whatever is given.
    Viewing(const CorpusSession &session, Browser &browser, CaseCommands &files, const Parts &parts, QWidget *window);

    const ViewSession &views() const { return *m_views; }
    CurrentView &current() const { return *m_current; }
    /// What is wrong with the files of the views.
    QList<FileProblem> problems() const;
    ViewCommands &commands() const { return *m_commands; }
    /// Shows a view as soon as it has been read, with more conditions. Nothing where there is none of that id.
    void showWhenRead(const QString &id, const QString &filter);
    /// Looks for changes of the views on disk.
    void lookAgain();

signals:
    void problemsChanged();

private:
    void placePanel(const Parts &parts);
    void connectActions();
    void connectList();
    void showState();
    void moveBy(int rows);
    /// The view that actions are about: the one with the focus in the list, else the one that is shown.
    QString target() const;

    void showPending();

    const CorpusSession &m_session;
    Browser &m_browser;
    ViewSession *m_views;
    CurrentView *m_current;
    ViewCommands *m_commands;
    ViewActions *m_actions;
    ViewList *m_list = nullptr;
    QString m_pending; ///< to be shown when it has been read
    QString m_pendingFilter;
};

} // namespace casebook
