#pragma once

#include "tests/ui/support/corpusfolder.h"

#include <QAction>
#include <QModelIndex>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QMessageBox;
QT_END_NAMESPACE

namespace casebook {

class CasePane;
class CaseTreeView;
class CaseView;
class EditPage;
class MainWindow;
class QueryField;
class SourceEditor;

/// The program's window, used as a hand uses it: by keys, clicks and what can be seen.
class WindowDriver {
public:
    /// Shows a window, with nothing open.
    WindowDriver();
    ~WindowDriver();

    MainWindow &window() const { return *m_window; }
    /// Opens a folder as the command line asks for it, and waits until all of it has been read. False where it fails.
    bool open(const QString &root, const QString &caseId = {}, const QString &filter = {});
    /// Closes the window for good, answering nothing.
    void close() { m_window.reset(); }
    /// Whether the window is still there for a person to see.
    bool isOpen() const;

    QAction *action(const QString &name) const;
    /// Presses keys where the focus is, and where it is nowhere, in the window.
    void press(const QString &keys) const;
    void type(const QString &text) const;

    CaseTreeView *tree() const;
    QueryField *field() const;
    CasePane *pane() const;
    CaseView *reader() const;
    EditPage *page() const;
    SourceEditor *editor() const;

    QModelIndex at(const QString &id) const;
    /// Whether the tree shows a case of that id.
    bool shows(const QString &id) const { return at(id).isValid(); }
    void clickCase(const QString &id, Qt::KeyboardModifiers modifiers = {}) const;
    /// "Migrating to Rust 11" and so on.
    QStringList groups() const;
    /// The ids below them.
    QStringList cases() const;
    /// The title of the case in the reader; "" while something else is shown.
    QString read() const;
    QString status() const;
    /// The text of the welcome page's message; "" while it is not shown.
    QString welcomeMessage() const;

    /// The question, or message, that is open; null if none.
    QMessageBox *box() const;
    /// Presses one of its buttons and waits until it is gone.
    bool answer(const QString &button) const;
    /// The dialog of that object name that is open.
    QWidget *dialog(const QString &name) const;

private:
    std::unique_ptr<MainWindow> m_window;
};

} // namespace casebook
