#include "ui/palette/palette.h"

#include "ui/palette/palettedelegate.h"
#include "ui/palette/palettemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 12; // the others are scrolled to
constexpr int widthInLetters = 96;
constexpr int edge = 24; // from the window's sides

} // namespace

Palette::Palette(QWidget *window)
    : QWidget(window),
      m_window(window),
      m_search(new PaletteSearch(this)),
      m_model(new PaletteModel(this)),
      m_field(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_none(new QLabel(tr("Nothing matches."), this))
{
    setObjectName(u"palette"_s);
    m_field->setPlaceholderText(tr("Go to a case or view, filter, or do something"));
    m_field->setAccessibleName(tr("Command palette"));
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("What was found"));
    m_none->setMargin(10);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none);
    connect(m_field, &QLineEdit::textChanged, m_search, &PaletteSearch::find);
    connect(m_search, &PaletteSearch::found, this, &Palette::showMatches);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Palette::tellCurrent);
    hide();
}

void Palette::open()
{
    if (isOpen())
        return;
    m_focusBefore = QApplication::focusWidget();
    m_shown = false;
    m_chooseWhenFound = false;
    m_model->setMatches({});
    m_none->hide();
    {
        const QSignalBlocker blocker(m_field);
        m_field->clear();
    }
    qApp->installEventFilter(this);
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
    m_search->find({});
}

void Palette::dismiss()
{
    if (!isOpen())
        return;
    qApp->removeEventFilter(this);
    m_search->cancel();
    const bool hadFocus = m_field->hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore.clear();
}

void Palette::findAgain()
{
    if (isOpen())
        m_search->find(m_field->text());
}

void Palette::place()
{
    const int wanted = fontMetrics().averageCharWidth() * widthInLetters;
    const int width = std::min(wanted, m_window->width() - 2 * edge);
    const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : fontMetrics().height() + 10;
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    const int around = layout()->contentsMargins().top() + layout()->contentsMargins().bottom() + layout()->spacing();
    const int list = m_none->isVisibleTo(this) ? m_none->sizeHint().height() : rows * row;
    const int height = std::min(m_field->sizeHint().height() + around + list, m_window->height() - 2 * edge);
    setGeometry((m_window->width() - width) / 2, std::min(m_window->height() / 8, 110), width, height);
}

void Palette::showMatches(const QString &text, const QList<PaletteMatch> &matches)
{
    if (!isOpen())
        return;
    m_shownText = text;
    m_shown = true;
    m_model->setMatches(matches);
    m_list->setVisible(!matches.isEmpty());
    m_none->setVisible(matches.isEmpty());
    if (!matches.isEmpty())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    place();
    if (std::exchange(m_chooseWhenFound, false))
        choose(m_list->currentIndex().row());
}

void Palette::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const PaletteEntry entry = m_model->entryAt(row);
    dismiss();
    emit chosen(entry);
}

void Palette::chooseWhenFound()
{
    // What is marked must be the answer to what has been typed, however quickly.
    if (m_shown && m_shownText == m_field->text())
        choose(m_list->currentIndex().row());
    else
        m_chooseWhenFound = true;
}

void Palette::tellCurrent()
{
    // The focus stays in the field: so the field says what is marked.
    m_field->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool Palette::takeKey(const QKeyEvent &event)
{
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().row();
    const auto go = [&](int to) {
        if (rows > 0)
            m_list->setCurrentIndex(m_model->index((to + rows) % rows));
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseWhenFound();
        return true;
    case Qt::Key_Down:
        return go(row + 1);
    case Qt::Key_Up:
        return go(row - 1);
    case Qt::Key_PageDown:
        return go(std::min(row + mostRows, rows - 1));
    case Qt::Key_PageUp:
        return go(std::max(row - mostRows, 0));
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere to go
    default:
        return false;
    }
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor window = palette().color(QPalette::Window);
    painter.setPen(blend(palette().color(QPalette::WindowText), window, 0.35));
    painter.setBrush(window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::ShortcutOverride) {
        // Keys of the palette are its own, whatever they mean in the window.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter)
            event->accept();
    } else if (watched == m_field && event->type() == QEvent::KeyPress) {
        if (takeKey(*static_cast<QKeyEvent *>(event)))
            return true;
    } else if (watched == m_field && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            dismiss();
    } else if (watched == m_window && event->type() == QEvent::Resize) {
        place();
    } else if (event->type() == QEvent::MouseButtonPress && isOpen()) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->window() == m_window && widget != this && !isAncestorOf(widget))
            dismiss();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace casebook
