#pragma once

#include <QColor>
#include <QTextTableFormat>

namespace casebook {

enum class Edge {
    Left,
    Top,
    Right,
    Bottom,
};

/// The format of a table's cell, put together: `CellFormat().padding(...).edge(...)`. Lengths in the document's units.
class CellFormat {
public:
    CellFormat &padding(qreal vertical, qreal horizontal);
    CellFormat &padding(qreal left, qreal top, qreal right, qreal bottom);
    /// A line along one edge.
    CellFormat &edge(Edge edge, qreal width, const QColor &color);
    CellFormat &allEdges(qreal width, const QColor &color);
    CellFormat &background(const QColor &color);
    CellFormat &alignment(QTextCharFormat::VerticalAlignment alignment);

    operator const QTextTableCellFormat &() const { return m_format; }

private:
    QTextTableCellFormat m_format;
};

} // namespace casebook
