#pragma once

#include "ui/edit/editcontext.h"

#include <QWidget>

#include <functional>

class QAction;

namespace casebook {

class FindBar;
class FormatActions;
class SourceCompleter;
class SourceEditor;

/// The source of a file with what a person works on it with: the editor, a bar to format with above it, and one to find
/// with below.
///
/// Its actions, by objectName: "find", "findNext", "findPrevious", "replace", "zoomIn", "zoomOut", "zoomReset",
/// "pastePlain", "complete" and those of FormatActions. They listen while the focus is in the pane.
class SourcePane : public QWidget {
    Q_OBJECT

public:
    explicit SourcePane(QWidget *parent = nullptr);

    SourceEditor *editor() const { return m_editor; }
    /// What is known of the corpus around the file; nothing until then.
    void setContext(const EditContext &context);
    /// The action of that objectName; null if there is none.
    QAction *action(QStringView name) const;
    /// Hides the find bar.
    void closeBars();

private:
    QAction *addAction(const QString &name, const QString &text, const QString &iconName,
                       const QList<QKeySequence> &keys, std::function<void()> run);
    void makeFindActions();
    void makeReplaceAction();
    void makeZoomActions();
    void showMenu(const QPoint &place);
    void connectFindBar();
    QString textToFind() const;
    void startFind();
    void startReplace();
    void replace(const QString &text, const QString &replacement);
    void find(bool backward);
    void askForQuote();

    SourceEditor *m_editor;
    FindBar *m_findBar;
    FormatActions *m_format;
    SourceCompleter *m_completer;
    EditContext m_context;
};

} // namespace casebook
