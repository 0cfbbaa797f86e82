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

    const CorpusSession &m_session;
    ViewSession *m_views;
    CurrentView *m_current;
    ViewCommands *m_commands;
    ViewActions *m_actions;
    ViewList *m_list = nullptr;
};

} // namespace casebook
