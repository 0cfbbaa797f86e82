#include "ui/read/evidencepanel.h"

#include "ui/theme/theme.h"
#include "ui/typeset/evidencetypesetter.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthInCharacters = 64;

} // namespace

EvidencePanel::EvidencePanel(const Content &content, QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"evidencePanel"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Evidence: %1").arg(content.word));
    setAccessibleDescription(content.about + u'\n' + evidenceInLines(content.steps)
                             + (content.seen.isEmpty() ? QString() : QString(u'\n' + content.seen)));
    auto *layout = new QVBoxLayout(this);
    const int space = fontMetrics().height();
    layout->setContentsMargins(space, space * 3 / 4, space, space * 3 / 4);
    layout->setSpacing(space / 2);

    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    addLabel(content.word, large, false);
    addLabel(content.about, font(), true);
    addSteps(content.steps);
    if (!content.seen.isEmpty())
        addLabel(content.seen, font(), true);
    if (content.legend)
        addLegend();
}

QLabel *EvidencePanel::addLabel(const QString &text, const QFont &font, bool muted)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    layout()->addWidget(label);
    return label;
}

void EvidencePanel::addRow(QGridLayout *grid, const QString &name, const QString &text)
{
    const int row = grid->rowCount();
    auto *left = new QLabel(name, this);
    auto *right = new QLabel(text, this);
    for (QLabel *label : {left, right}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    left->setFont(bold);
    right->setWordWrap(true);
    if (name.isEmpty()) {
        grid->addWidget(right, row, 0, 1, 2);
        delete left;
        return;
    }
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row, 1);
}

void EvidencePanel::addSteps(const QList<EvidenceStep> &steps)
{
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(fontMetrics().height());
    for (const EvidenceStep &step : steps)
        addRow(grid, step.effectInWords(), step.sentence);
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

void EvidencePanel::addLegend()
{
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    layout()->addWidget(line);
    addLabel(tr("From the strongest to the weakest:"), font(), true);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(fontMetrics().height());
    for (const EvidenceLevel level :
         {EvidenceLevel::Measured, EvidenceLevel::FirstHand, EvidenceLevel::Reported, EvidenceLevel::Hypothetical})
        addRow(grid, levelLabel(level), levelDefinition(level));
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

void EvidencePanel::popUp(const QRect &place)
{
    // Inside the window where that is large enough, since the panel speaks of what is there.
    QRect room = parentWidget()->screen()->availableGeometry();
    const int width = std::min(fontMetrics().averageCharWidth() * widthInCharacters, room.width());
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    const QRect window = parentWidget()->window()->geometry().intersected(room);
    if (window.width() >= width && window.height() >= height)
        room = window;
    const int gap = fontMetrics().height() / 3;
    int top = place.bottom() + gap;
    if (top + height > room.bottom())
        top = std::max(room.top(), place.top() - gap - height);
    const int left = std::clamp(place.left() - gap, room.left(), std::max(room.left(), room.right() - width));
    setGeometry(left, top, width, height);
    m_before = QApplication::focusWidget();
    show();
    setFocus(Qt::PopupFocusReason);
}

void EvidencePanel::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    // What styles draw around a panel cannot be seen on a dark page.
    painter.setPen(blend(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.4));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void EvidencePanel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        close();
        if (m_before) { // not every platform gives the keys back by itself
            m_before->activateWindow();
            m_before->setFocus(Qt::PopupFocusReason);
        }
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace casebook
