#pragma once

#include "ui/edit/source/problemmarks.h"

#include <QColor>
#include <QList>
#include <QPlainTextEdit>

namespace casebook {

class LineGutter;
class RichPaster;
class SourceHighlighter;

/// Lines with a background of their own: what differs, in a comparison.
struct LineTint {
    int first = 0; ///< from 0
    int count = 0;
    QColor color;
};

/// The source of one case study: highlighted, with line numbers, problems underlined.
///
/// Knows no files. Text goes in through setContents() or replaceContents() and comes out of document()->toRawText();
/// toPlainText() would turn hard blanks into plain ones.
class SourceEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    enum class UndoStep {
        Own,
        Joined, ///< with the step before
    };

    explicit SourceEditor(QWidget *parent = nullptr);

    /// Shows another text, without a history. Lines end with a line feed.
    void setContents(const QString &text);
    /// Makes the text that of `text` by changing the lines that differ, as one step of undo. The cursor and what is
    /// visible stay where they are in the text around them.
    void replaceContents(const QString &text, UndoStep step = UndoStep::Own);

    /// Puts the cursor there and shows it in the middle. Both from 1, the column in code points; past the end of the
    /// text or line: its end. A column of 0 is taken as 1.
    void goTo(int line, int column = 1);

    /// Underlines the problems that have a line, with the message as a tool tip. They move with the text until the next
    /// call.
    void setProblems(const Problems &problems);
    /// The messages of the problems of a line (from 1), one below the other; empty where it has none.
    QString problemsOnLine(int line) const;
    /// Whether one of them is an error.
    bool hasErrorOnLine(int line) const;

    /// Marks places that a query asks for, one of which (from 0; -1: none) is the one that a person has gone to. They
    /// move with the text until the next call.
    void setMatches(const QList<QTextCursor> &places, int current);

    void setLineTints(const QList<LineTint> &tints);

    /// Steps of one point from the size that the desktop gives; kept within -6 and 24.
    int zoom() const { return m_zoom; }
    void setZoom(int steps);

    /// Pastes without what rich text has beyond its words: paste() makes Markdown of it, in the body, outside of code.
    void pastePlain();

    /// The width of the line numbers with their margins, in pixels.
    int gutterWidth() const;

signals:
    void zoomChanged(int steps);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class LineGutter;

    void placeGutter();
    void showDecorations();
    bool insertRich(const QMimeData &source);
    bool editByKey(const QKeyEvent &event);

    LineGutter *m_gutter;
    RichPaster *m_paster;
    SourceHighlighter *m_highlighter;
    ProblemMarks m_marks;
    QList<QTextCursor> m_matches;
    int m_currentMatch = -1;
    QList<LineTint> m_tints;
    int m_zoom = 0;
    bool m_pastesPlain = false;
};

} // namespace casebook
