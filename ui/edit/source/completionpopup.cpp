#include "ui/edit/source/completionpopup.h"

#include "ui/edit/form/termmodel.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 9;
constexpr int narrowest = 22; // characters
constexpr int widest = 70;

/// The id of a term, and its label in a fainter colour.
class TermDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        row.text.clear();
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        const bool isSelected = row.state.testFlag(QStyle::State_Selected);
        const QColor color = row.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QFontMetrics metrics(row.font);
        QRect rest = row.rect.adjusted(gap(metrics), 0, -gap(metrics), 0);
        const QString id = metrics.elidedText(idOf(index), Qt::ElideRight, rest.width());
        painter->save();
        painter->setFont(row.font);
        painter->setPen(color);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeading, id);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(id) + 2 * gap(metrics));
        painter->setPen(isSelected ? color : mutedText(row.palette));
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeading,
                          metrics.elidedText(labelOf(index), Qt::ElideRight, std::max(rest.width(), 0)));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        const QString label = labelOf(index);
        const int words = metrics.horizontalAdvance(idOf(index))
            + (label.isEmpty() ? 0 : metrics.horizontalAdvance(label) + 2 * gap(metrics));
        return {words + 2 * gap(metrics), metrics.height() + gap(metrics)};
    }

private:
    static int gap(const QFontMetrics &metrics) { return metrics.height() / 3; }
    static QString idOf(const QModelIndex &index) { return index.data(TermModel::IdRole).toString(); }

    /// What the label says beyond the id.
    static QString labelOf(const QModelIndex &index)
    {
        const QString label = index.data(Qt::DisplayRole).toString();
        const QString id = idOf(index);
        const QString beyond = label.startsWith(id) ? label.mid(id.size()) : label;
        if (lettersOf(beyond).isEmpty() || lettersOf(label) == lettersOf(id))
            return {};
        const qsizetype marks =
            std::find_if_not(beyond.begin(), beyond.end(), [](QChar c) { return QStringView(u" ·–").contains(c); })
            - beyond.begin();
        return beyond.sliced(marks);
    }

    static QString lettersOf(QString text)
    {
        return text.removeIf([](QChar c) { return !c.isLetterOrNumber(); }).toCaseFolded();
    }
};

} // namespace

CompletionPopup::CompletionPopup(QWidget *parent) : QListView(parent), m_model(new TermModel(this))
{
    setObjectName(u"completionPopup"_s);
    setAccessibleName(tr("Suggestions"));
    setModel(m_model);
    setItemDelegate(new TermDelegate(this));
    setFocusPolicy(Qt::NoFocus);
    setUniformItemSizes(true);
    setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        const Term term = m_model->terms().at(index.row()); // its list may change
        emit chosen(term);
    });
    hide();
}

CompletionPopup::~CompletionPopup() = default;

QSize CompletionPopup::wantedSize() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = 0;
    int height = 0;
    const int rows = std::min(m_model->rowCount(), 100); // of the rest none will be much wider
    for (int row = 0; row < rows; ++row) {
        const QSize size = itemDelegate()->sizeHint(option, m_model->index(row));
        width = std::max(width, size.width());
        height = size.height();
    }
    width = std::max(width + fontMetrics().averageCharWidth(), fontMetrics().averageCharWidth() * narrowest);
    width += 2 * frameWidth() + (m_model->rowCount() > mostRows ? verticalScrollBar()->sizeHint().width() : 0);
    return {std::min(width, fontMetrics().averageCharWidth() * widest),
            height * std::min(m_model->rowCount(), mostRows) + 2 * frameWidth()};
}

void CompletionPopup::showTerms(const QList<Term> &terms, QWidget *widget, const QRect &place, bool choose)
{
    m_model->setTerms(terms);
    QPalette colors = widget->palette();
    colors.setColor(QPalette::WindowText, ruleColor(colors)); // of the frame
    setPalette(colors);
    moveTo(widget, place);
    setCurrentIndex(choose ? m_model->index(0) : QModelIndex());
    scrollToTop();
    show();
    raise();
}

void CompletionPopup::moveTo(QWidget *widget, const QRect &place)
{
    QWidget *window = widget->window();
    if (parentWidget() != window)
        setParent(window);
    const QRect around(widget->mapTo(window, place.topLeft()), place.size());
    ensurePolished(); // its font is that of where it stands
    const QSize wanted = wantedSize();
    const int below = window->height() - around.bottom() - 1;
    const bool goesBelow = below >= wanted.height() || below >= around.top();
    const int height = std::min(wanted.height(), goesBelow ? below : around.top());
    const int width = std::min(wanted.width(), window->width());
    const int x = std::clamp(around.left(), 0, window->width() - width);
    setGeometry(x, goesBelow ? around.bottom() + 1 : around.top() - height, width, height);
}

void CompletionPopup::step(int rows)
{
    const int last = m_model->rowCount() - 1;
    const int now = currentIndex().row();
    const bool single = rows == 1 || rows == -1;
    int row = now < 0 ? (rows > 0 ? 0 : last) : now + rows;
    if (single && now >= 0) // round and round
        row = row < 0 ? last : row > last ? 0 : row;
    setCurrentIndex(m_model->index(std::clamp(row, 0, last)));
}

const Term *CompletionPopup::current() const
{
    return currentIndex().isValid() ? &m_model->terms().at(currentIndex().row()) : nullptr;
}

const Term *CompletionPopup::first() const
{
    return m_model->terms().isEmpty() ? nullptr : &m_model->terms().first();
}

} // namespace casebook
