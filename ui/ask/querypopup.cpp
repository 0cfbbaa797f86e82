#include "ui/ask/querypopup.h"

#include "ui/browse/casedelegate.h"

#include <QAccessible>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int detailRole = Qt::UserRole + 1;
constexpr int margin = 3; // logical pixels above and below a line
constexpr int side = 10;
constexpr int mostRows = 12; // in sight

class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        const QString text = index.data().toString() + u"      "_s + index.data(detailRole).toString();
        return {metrics.horizontalAdvance(text) + 2 * side, metrics.height() + 2 * margin};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette &palette = option.palette;
        const QFontMetrics metrics(option.font);
        painter->save();
        const QColor ground = rowBackground(palette, option.state.testFlag(QStyle::State_Selected), true,
                                            option.state.testFlag(QStyle::State_MouseOver));
        painter->fillRect(option.rect, ground);
        QRect line = option.rect.adjusted(side, 0, -side, 0);
        const QString detail = index.data(detailRole).toString();
        painter->setFont(option.font);
        painter->setPen(mutedRowText(palette, ground));
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, detail);
        line.setRight(line.right() - metrics.horizontalAdvance(detail) - side);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
        painter->restore();
    }
};

} // namespace

QueryPopup::QueryPopup(QWidget *field) : QFrame(field->window()), m_list(new QListWidget(this)), m_field(field)
{
    setObjectName(u"queryPopup"_s);
    setFrameStyle(int(QFrame::Box) | int(QFrame::Plain));
    setForegroundRole(QPalette::PlaceholderText); // of the frame: seen on what is below, in light and dark
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_list->setObjectName(u"queryPopupList"_s);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        const PopupRow row = m_rows.at(m_list->row(item));
        close();
        emit chosen(row);
    });
    hide();
}

void QueryPopup::open(const QList<PopupRow> &rows, const QRect &place, bool chooses)
{
    m_rows = rows;
    m_list->clear();
    if (rows.isEmpty()) {
        hide();
        return;
    }
    for (const PopupRow &row : rows) {
        auto *item = new QListWidgetItem(row.label, m_list);
        item->setData(detailRole, row.detail);
        item->setData(Qt::AccessibleTextRole, QString(row.label + u", "_s + row.detail));
    }
    m_list->setCurrentRow(chooses ? 0 : -1);
    if (parentWidget() != m_field->window())
        setParent(m_field->window()); // the field has been put into a window since
    const int frame = 2 * (frameWidth() + 1);
    const int rowHeight = m_list->sizeHintForRow(0);
    const int height = std::min<int>(mostRows, static_cast<int>(rows.size())) * rowHeight + frame;
    const int wish = std::max(m_list->sizeHintForColumn(0) + frame + 12, fontMetrics().averageCharWidth() * 36);
    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    const QPoint below = m_field->mapTo(parentWidget(), place.bottomLeft()) + QPoint(0, 4);
    const int width = std::min(wish, room.width());
    const int x = std::clamp(below.x(), room.left(), std::max(room.left(), room.right() - width));
    setGeometry(x, below.y(), width, std::clamp(height, rowHeight, std::max(rowHeight, room.bottom() - below.y())));
    show();
    raise();
}

void QueryPopup::close()
{
    hide();
    m_rows.clear();
    m_list->clear();
}

int QueryPopup::current() const
{
    return isVisible() ? m_list->currentRow() : -1;
}

void QueryPopup::move(int by)
{
    const int count = m_list->count();
    int row = m_list->currentRow() + by;
    if (row < -1)
        row = count - 1;
    m_list->setCurrentRow(row >= count ? -1 : row);
    if (m_list->currentRow() >= 0) {
        // The focus stays in the field, so a screen reader must be told.
        QAccessibleEvent event(m_list, QAccessible::Focus);
        event.setChild(m_list->currentRow());
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace casebook
