#pragma once

#include <QWidget>

namespace casebook {

class SourceEditor;

/// The line numbers at the side of a source editor, the one of the cursor's line stronger, with a dot where a line has
/// a problem. A click goes to the line.
class LineGutter : public QWidget {
    Q_OBJECT

public:
    explicit LineGutter(SourceEditor *editor);

    /// The width that the numbers need, margins included.
    int wantedWidth() const;
    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Row {
        int line = 0; // from 0
        int top = 0;
        int height = 0;
    };
    QList<Row> visibleRows() const;
    int lineAt(int y) const;
    void paintRow(QPainter &painter, const Row &row) const;

    SourceEditor *m_editor;
};

} // namespace casebook
