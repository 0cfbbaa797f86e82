#include "ui/typeset/cellformat.h"

namespace casebook {

CellFormat &CellFormat::padding(qreal vertical, qreal horizontal)
{
    return padding(horizontal, vertical, horizontal, vertical);
}

CellFormat &CellFormat::padding(qreal left, qreal top, qreal right, qreal bottom)
{
    m_format.setLeftPadding(left);
    m_format.setTopPadding(top);
    m_format.setRightPadding(right);
    m_format.setBottomPadding(bottom);
    return *this;
}

CellFormat &CellFormat::edge(Edge edge, qreal width, const QColor &color)
{
    constexpr auto solid = QTextFrameFormat::BorderStyle_Solid;
    switch (edge) {
    case Edge::Left:
        m_format.setLeftBorder(width);
        m_format.setLeftBorderStyle(solid);
        m_format.setLeftBorderBrush(color);
        break;
    case Edge::Top:
        m_format.setTopBorder(width);
        m_format.setTopBorderStyle(solid);
        m_format.setTopBorderBrush(color);
        break;
    case Edge::Right:
        m_format.setRightBorder(width);
        m_format.setRightBorderStyle(solid);
        m_format.setRightBorderBrush(color);
        break;
    case Edge::Bottom:
        m_format.setBottomBorder(width);
        m_format.setBottomBorderStyle(solid);
        m_format.setBottomBorderBrush(color);
        break;
    }
    return *this;
}

CellFormat &CellFormat::allEdges(qreal width, const QColor &color)
{
    return edge(Edge::Left, width, color)
        .edge(Edge::Top, width, color)
        .edge(Edge::Right, width, color)
        .edge(Edge::Bottom, width, color);
}

CellFormat &CellFormat::background(const QColor &color)
{
    m_format.setBackground(color);
    return *this;
}

CellFormat &CellFormat::alignment(QTextCharFormat::VerticalAlignment alignment)
{
    m_format.setVerticalAlignment(alignment);
    return *this;
}

} // namespace casebook
