#include "ui/edit/form/fieldflow.h"

#include "ui/edit/form/fieldeditor.h"

#include <algorithm>

namespace casebook {

namespace {

FieldWidth wishOf(const QLayoutItem &item)
{
    const auto *editor = qobject_cast<const FieldEditor *>(const_cast<QLayoutItem &>(item).widget());
    return editor ? editor->width() : FieldWidth{.wholeRow = true};
}

int heightOf(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

FieldFlow::FieldFlow(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FieldFlow::~FieldFlow() = default;

void FieldFlow::insertEditor(int index, FieldEditor *editor)
{
    addChildWidget(editor);
    m_items.insert(m_items.begin() + index, std::make_unique<QWidgetItemV2>(editor));
    invalidate();
}

void FieldFlow::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *FieldFlow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FieldFlow::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto place = m_items.begin() + index;
    QLayoutItem *item = place->release();
    m_items.erase(place);
    invalidate();
    return item;
}

void FieldFlow::invalidate()
{
    m_knownWidth = -1;
    QLayout::invalidate();
}

int FieldFlow::gap() const
{
    return parentWidget() ? parentWidget()->fontMetrics().height() / 2 : 8;
}

bool FieldFlow::isSmall(std::size_t index) const
{
    return index < m_items.size() && !wishOf(*m_items[index]).wholeRow;
}

/// Whether a small field fits behind what a row has already.
bool FieldFlow::joins(const Row &row, std::size_t index, int wanted, int width) const
{
    if (row.whole) {
        const int rest = width - wanted - gap();
        return row.cells.size() == 1 && !isSmall(index + 1) && rest >= 2 * wanted;
    }
    int used = wanted;
    for (const Cell &cell : row.cells)
        used += cell.width + gap();
    return used <= width;
}

std::vector<FieldFlow::Row> FieldFlow::rows(int width) const
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i]->isEmpty())
            continue;
        const FieldWidth wish = wishOf(*m_items[i]);
        if (rows.empty() || wish.wholeRow || !joins(rows.back(), i, wish.wanted, width))
            rows.push_back({{}, wish.wholeRow});
        const int wanted = wish.wholeRow ? width : std::min(wish.wanted, width);
        rows.back().cells.push_back({m_items[i].get(), wanted, wish.wholeRow ? width : std::max(wish.most, wanted)});
    }
    for (Row &row : rows)
        widen(row, width);
    return rows;
}

/// Gives what is left of a row to those of its fields that can use it.
void FieldFlow::widen(Row &row, int width) const
{
    int left = width - gap() * static_cast<int>(row.cells.size() - 1);
    for (const Cell &cell : row.cells)
        left -= cell.width;
    if (row.whole) {
        row.cells.front().width += left; // less than nothing, where a small field is beside it
        return;
    }
    for (bool grows = true; grows && left > 0;) {
        grows = false;
        const auto open =
            std::count_if(row.cells.begin(), row.cells.end(), [](const Cell &cell) { return cell.width < cell.most; });
        const int share = open > 0 ? std::max<int>(1, left / static_cast<int>(open)) : 0;
        for (Cell &cell : row.cells) {
            const int more = std::min({share, cell.most - cell.width, left});
            cell.width += more;
            left -= more;
            grows = grows || more > 0;
        }
    }
}

int FieldFlow::rowHeight(const Row &row) const
{
    int height = 0;
    for (const Cell &cell : row.cells)
        height = std::max(height, heightOf(*cell.item, cell.width));
    return height;
}

int FieldFlow::heightForWidth(int width) const
{
    if (width == m_knownWidth)
        return m_knownHeight;
    const QMargins margins = contentsMargins();
    int height = 0;
    for (const Row &row : rows(width - margins.left() - margins.right()))
        height += rowHeight(row) + (height > 0 ? gap() : 0);
    m_knownWidth = width;
    m_knownHeight = height + margins.top() + margins.bottom();
    return m_knownHeight;
}

QSize FieldFlow::sizeHint() const
{
    const int width = parentWidget() ? parentWidget()->fontMetrics().averageCharWidth() * 60 : 400;
    return {width, heightForWidth(width)};
}

QSize FieldFlow::minimumSize() const
{
    const int width = parentWidget() ? parentWidget()->fontMetrics().averageCharWidth() * 24 : 160;
    return {width, 0};
}

void FieldFlow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect room = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = room.y();
    for (const Row &row : rows(room.width())) {
        const int height = rowHeight(row);
        int x = room.x();
        for (const Cell &cell : row.cells) {
            cell.item->setGeometry(QStyle::visualRect(direction, room, QRect(x, y, cell.width, height)));
            x += cell.width + gap();
        }
        y += height + gap();
    }
}

} // namespace casebook
