#pragma once

#include "core/base/problem.h"

#include <QObject>
#include <QStringList>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace casebook {

class Actions;
class Browser;
class CaseCommands;
class CasePane;
class CloseGuard;
class CorpusFileEditing;
class CorpusPage;
class CorpusSession;
class ImportCommands;
class StatusLine;

/// Connects what is done to case files with the window: its actions, the tree, the case being read or edited, and the
/// status line with its offer to undo.
///
/// Undo and redo listen to their keys in the tree and in the reader; in a text these keys are the text's own.
class Curating : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Actions &actions;
        CorpusPage &page;
        StatusLine &status;
    };

    /// `window` owns it, and outlives whatever is given.
    Curating(CorpusSession &session, Browser &browser, const Parts &parts, QWidget *window);

    CaseCommands &commands() const { return *m_commands; }
    /// Has a file edited that is no case: see CorpusFileEditing::edit().
    void editFile(const QString &path, int line, int column, const Problems &problems);
    /// Calls back with whether the window may be closed: at once, or when what is being done to files has ended.
    void requestClose(const std::function<void(bool)> &answer);

signals:
    /// A case will be in the corpus when the session has looked, and is then to be shown, or edited.
    void caseExpected(const QString &id, bool edit);
    /// A corpus was made in a folder, and is to be opened.
    void corpusMade(const QString &folder);

private:
    void connectCommands();
    void connectActions();
    void fillTreeMenu();
    /// Runs it when what is being edited may be left.
    void whenSaved(QAction *action, const std::function<void()> &run);
    void showHistory();
    QStringList selectedIds() const;

    CorpusSession &m_session;
    Browser &m_browser;
    Parts m_parts;
    CasePane &m_pane;
    CaseCommands *m_commands;
    CloseGuard *m_guard;
    ImportCommands *m_import;
    CorpusFileEditing *m_files;
};

} // namespace casebook
