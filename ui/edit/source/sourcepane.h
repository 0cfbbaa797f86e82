#pragma once

#include <QWidget>

#include <functional>

class QAction;

namespace casebook {

class FindBar;
class SourceEditor;

/// The source of a file with what a person works on it with: the editor and a bar to find with.
///
/// Its actions, by objectName: "find", "findNext", "findPrevious", "zoomIn", "zoomOut", "zoomReset". They listen while
/// the focus is in the pane.
class SourcePane : public QWidget {
    Q_OBJECT

public:
    explicit SourcePane(QWidget *parent = nullptr);

    SourceEditor *editor() const { return m_editor; }
    /// The action of that objectName; null if there is none.
    QAction *action(QStringView name) const;
    /// Hides the find bar.
    void closeBars();

private:
    QAction *addAction(const QString &name, const QString &text, const QString &iconName,
                       const QList<QKeySequence> &keys, std::function<void()> run);
    void makeFindActions();
    void makeZoomActions();
    void connectFindBar();
    void startFind();
    void find(bool backward);

    SourceEditor *m_editor;
    FindBar *m_findBar;
};

} // namespace casebook
