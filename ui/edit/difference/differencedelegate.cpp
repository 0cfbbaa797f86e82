#include "ui/edit/difference/differencedelegate.h"

#include "ui/edit/difference/differencecolors.h"
#include "ui/edit/difference/differencemodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;
using Kind = DifferenceRow::Kind;

namespace {

constexpr qsizetype mostShown = 4000; // characters of one line
constexpr int padding = 2;            // pixels above and below a row's text

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

int blank(const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(u' ');
}

QString endNote(LineEnd end, bool several)
{
    switch (end) {
    case LineEnd::None:
        return DifferenceDelegate::tr("no line end");
    case LineEnd::CarriageReturnLineFeed:
        return several ? u"CRLF"_s : QString();
    case LineEnd::LineFeed:
        break;
    }
    return several ? u"LF"_s : QString();
}

QTextOption textOption(const QFont &font, bool wraps)
{
    QTextOption option;
    option.setWrapMode(wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(4 * blank(font));
    return option;
}

} // namespace

/// One line with its numbers, in its part of a row.
struct DifferenceDelegate::Cell {
    const DifferenceRow *row = nullptr;
    QRect rect;
    TextSide side = TextSide::New;
    int line = -1; ///< of that side; -1: the other side alone has one here
    bool isChanged = false;
    int oldNumber = -1; ///< shown before the text; -2: this layout has no such column
    int newNumber = -1;
    QString note; ///< how the line ends, where that is worth knowing
};

DifferenceDelegate::DifferenceDelegate(const DifferenceModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

int DifferenceDelegate::numberWidth(const QFont &font) const
{
    const int most =
        std::max(m_model.difference().lineCount(TextSide::Old), m_model.difference().lineCount(TextSide::New));
    const auto digits = std::max<qsizetype>(3, QString::number(most).size());
    return QFontMetrics(font).horizontalAdvance(u'9') * static_cast<int>(digits) + blank(font);
}

QList<DifferenceDelegate::Cell> DifferenceDelegate::cells(const QStyleOptionViewItem &option,
                                                          const DifferenceRow &row) const
{
    const bool isChanged = row.kind == Kind::Changed;
    const auto cell = [&](TextSide side, int line, const QRect &rect) {
        const bool several = m_model.difference().hasSeveralLineEnds();
        const bool hasNote = isChanged && line >= 0;
        return Cell{
            &row,      rect, side, line,
            isChanged, -2,   -2,   hasNote ? endNote(m_model.difference().lineEnd(side, line), several) : QString()};
    };
    const QRect all(option.rect.left(), option.rect.top(), widthOf(option), option.rect.height());
    if (m_model.layout() == DifferenceLayout::Unified) {
        const bool isOld = row.newLine < 0;
        Cell one = cell(isOld ? TextSide::Old : TextSide::New, isOld ? row.oldLine : row.newLine, all);
        one.oldNumber = row.oldLine;
        one.newNumber = row.newLine;
        return {one};
    }
    const int half = all.width() / 2;
    Cell left = cell(TextSide::Old, row.oldLine, all.adjusted(0, 0, half - all.width(), 0));
    Cell right = cell(TextSide::New, row.newLine, all.adjusted(half + 1, 0, 0, 0));
    left.oldNumber = row.oldLine;
    right.newNumber = row.newLine;
    return {left, right};
}

// What is left beside the numbers and the sign.
QRect DifferenceDelegate::textRect(const QStyleOptionViewItem &option, const QRect &cell) const
{
    const int columns = m_model.layout() == DifferenceLayout::Unified ? 2 : 1;
    const int before = columns * numberWidth(option.font) + 5 * blank(option.font);
    return cell.adjusted(before, padding, -blank(option.font), -padding);
}

QString DifferenceDelegate::shownText(const Cell &cell) const
{
    if (cell.line < 0)
        return QString();
    QString text = m_model.difference().line(cell.side, cell.line);
    if (text.size() > mostShown) {
        const qsizetype more = text.size() - mostShown;
        text = text.left(mostShown) + tr("… %Ln more character(s)", nullptr, static_cast<int>(more));
    }
    return cell.note.isEmpty() ? text : QString(text % u"  " % cell.note);
}

bool DifferenceDelegate::fitsOneLine(const QString &text, const QFont &font, int width) const
{
    // Widths of letters outside ASCII, and of tabs, are not known without layout.
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    return isPlain && text.size() * QFontMetrics(font).maxWidth() < width;
}

qreal DifferenceDelegate::layOut(QTextLayout &layout, int width) const
{
    layout.setTextOption(textOption(layout.font(), m_wraps));
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition({0, height});
        height += line.height();
        if (!m_wraps)
            break;
    }
    layout.endLayout();
    return height;
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int one = QFontMetrics(option.font).height();
    int height = one;
    const DifferenceRow &row = m_model.row(index.row());
    if (row.kind == Kind::Hidden)
        height = one + one / 2;
    else if (m_wraps) {
        const QList<Cell> all = cells(option, row);
        for (const Cell &cell : all) {
            const QString text = shownText(cell);
            const int width = textRect(option, cell.rect).width();
            if (fitsOneLine(text, option.font, width))
                continue;
            QTextLayout layout(text, option.font);
            height = std::max(height, qCeil(layOut(layout, width)));
        }
    }
    return {1, height + 2 * padding}; // as broad as the view, whatever that is
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const DifferenceRow &row = m_model.row(index.row());
    if (row.kind == Kind::Hidden) {
        paintHidden(painter, option, index.data().toString());
    } else {
        const QList<Cell> all = cells(option, row);
        for (const Cell &cell : all)
            paintCell(painter, option, cell);
        if (all.size() > 1) {
            const int x = all.first().rect.right() + 1;
            painter->fillRect(QRect(x, option.rect.top(), 1, option.rect.height()), ruleColor(option.palette));
        }
    }
    const QColor highlight = option.palette.color(QPalette::Highlight);
    if (option.state.testFlag(QStyle::State_Selected)) {
        QColor veil = highlight;
        veil.setAlphaF(0.16F);
        painter->fillRect(option.rect, veil);
    }
    const bool isFocused = option.widget && option.widget->hasFocus() && option.state.testFlag(QStyle::State_HasFocus);
    if (isFocused)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), highlight);
    painter->restore();
}

void DifferenceDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell) const
{
    const QColor behind = cell.line < 0 ? missingTint(option.palette)
        : cell.isChanged                ? lineTint(cell.side, option.palette)
                                        : option.palette.color(QPalette::Base);
    painter->fillRect(cell.rect, behind);
    if (cell.line < 0)
        return;
    paintNumbers(painter, option, cell);
    paintText(painter, option, cell);
}

void DifferenceDelegate::paintNumbers(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell) const
{
    painter->setFont(option.font);
    const int width = numberWidth(option.font);
    QRect column(cell.rect.left() + blank(option.font), cell.rect.top() + padding, width,
                 QFontMetrics(option.font).height());
    painter->setPen(cell.isChanged ? signColor(cell.side, option.palette) : mutedText(option.palette));
    for (const int number : {cell.oldNumber, cell.newNumber}) {
        if (number == -2)
            continue;
        if (number >= 0)
            painter->drawText(column, Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
        column.translate(width, 0);
    }
    if (cell.isChanged) {
        column.translate(blank(option.font), 0);
        column.setWidth(2 * blank(option.font));
        painter->drawText(column, Qt::AlignCenter, cell.side == TextSide::Old ? u"−"_s : u"+"_s);
    }
}

void DifferenceDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell) const
{
    const QString text = shownText(cell);
    const QRect rect = textRect(option, cell.rect);
    QTextLayout layout(text, option.font);
    QList<QTextLayout::FormatRange> formats;
    const QList<WordRange> marks = m_model.marks(cell.side, *cell.row); // only now: words are searched for what is seen
    for (const WordRange &mark : marks) {
        QTextCharFormat format;
        format.setBackground(wordTint(cell.side, option.palette));
        formats.append({static_cast<int>(mark.start), static_cast<int>(mark.length), format});
    }
    if (!cell.note.isEmpty()) {
        QTextCharFormat format;
        format.setForeground(signColor(cell.side, option.palette));
        format.setFontItalic(true);
        formats.append({static_cast<int>(text.size() - cell.note.size()), static_cast<int>(cell.note.size()), format});
    }
    layout.setFormats(formats);
    layOut(layout, rect.width());
    painter->setPen(option.palette.color(QPalette::Text));
    painter->setClipRect(rect.adjusted(0, -padding, 0, padding));
    layout.draw(painter, rect.topLeft());
    painter->setClipping(false);
}

void DifferenceDelegate::paintHidden(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const
{
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const QColor base = option.palette.color(QPalette::Base);
    painter->fillRect(option.rect, blend(option.palette.color(QPalette::Highlight), base, isHovered ? 0.16 : 0.08));
    painter->setFont(option.widget ? option.widget->window()->font() : option.font);
    painter->setPen(isHovered ? option.palette.color(QPalette::Text) : mutedText(option.palette));
    painter->drawText(option.rect, Qt::AlignCenter, u"⋯  "_s + text);
}

} // namespace casebook
