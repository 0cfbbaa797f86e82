#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace casebook {

class SourceEditor;

/// What a person does to the body's text by a key or a click: bold, italic, link, heading, quote, lists, and a quote
/// with its source. Each is one step of undo. In the front matter they are disabled, and so they are where nothing can
/// be written.
///
/// The actions, by objectName: "bold", "italic", "link", "heading1" to "heading4", "noHeading", "quote", "list",
/// "numbers", "insertQuote".
class FormatActions : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this. The keys work where the focus is in `scope`, which gets the actions.
    FormatActions(SourceEditor *editor, QWidget *scope);

    QAction *action(QStringView name) const;
    const QList<QAction *> &actions() const { return m_actions; }

signals:
    /// A quote is to be asked for and inserted.
    void quoteRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void run(const QAction *action);
    bool isDisabledKey(const QKeyEvent &event) const;
    void showState();

    SourceEditor *m_editor;
    QList<QAction *> m_actions;
};

} // namespace casebook
