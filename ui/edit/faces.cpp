#include "ui/edit/faces.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QDataStream>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 52; // characters of a face beside another
constexpr quint32 stateMark = 0xFACE5001;

struct FaceText {
    QString actionName;
    QString label;
    QString help;
    QString icon;
};

FaceText textOf(Face face)
{
    switch (face) {
    case Face::Form:
        return {u"showForm"_s, Faces::tr("Form"), Faces::tr("The fields as a form"), u"form"_s};
    case Face::Source:
        return {u"showSource"_s, Faces::tr("Source"), Faces::tr("The file as it is written"), u"source"_s};
    case Face::Preview:
        break;
    }
    return {u"showPreview"_s, Faces::tr("Preview"), Faces::tr("The case as it is read"), u"read"_s};
}

} // namespace

Faces::Faces(QSplitter *splitter, QWidget *parent) : QWidget(parent), m_splitter(splitter), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    splitter->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followFocus(now); });
}

Faces::~Faces()
{
    disconnect(qApp, nullptr, this, nullptr); // the panes may go later, and the focus with them
}

void Faces::add(Face face, QWidget *pane, std::function<void()> focus)
{
    const FaceText text = textOf(face);
    auto *action = new QAction(icon(text.icon), text.label, this);
    action->setObjectName(text.actionName);
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(face))));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, face] { goTo(face); });
    auto *button = new QToolButton(this);
    button->setObjectName(QString(text.actionName + u"Button"_s));
    button->setText(text.label);
    button->setIcon(icon(text.icon));
    button->setToolTip(QString(text.help + u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')'));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, face] { click(face); });
    m_row->addWidget(button);
    m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(m_splitter->count() - 1, 1);
    m_panes.insert(face, {pane, button, action, std::move(focus)});
    arrange();
}

QAction *Faces::action(Face face) const
{
    return m_panes.value(face).action;
}

bool Faces::isShown(Face face) const
{
    const QWidget *pane = m_panes.value(face).widget;
    return pane && !pane->isHidden();
}

void Faces::prefer(Face face)
{
    m_wanted.removeAll(face);
    m_wanted.prepend(face);
}

void Faces::goTo(Face face)
{
    if (!m_panes.contains(face))
        return;
    emit chosen(face);
    prefer(face);
    arrange();
    focusCurrent();
}

void Faces::focusCurrent()
{
    const QList<Face> shown = fitting();
    if (!shown.isEmpty())
        m_panes.value(shown.first()).focus();
}

// Beside others a second click hides a face; alone it is a tab.
void Faces::click(Face face)
{
    const QList<Face> shown = fitting();
    if (!shown.contains(face) || shown.size() == 1) {
        goTo(face);
        return;
    }
    m_wanted = shown; // else one that had no room would come in its place
    m_wanted.removeAll(face);
    arrange();
    focusCurrent();
}

void Faces::followFocus(QWidget *now)
{
    for (const auto &[face, pane] : m_panes.asKeyValueRange()) {
        if (now && isShown(face) && (pane.widget == now || pane.widget->isAncestorOf(now)))
            prefer(face);
    }
}

/// The wanted faces that there is room for, the current one in any case.
QList<Face> Faces::fitting() const
{
    const int least = fontMetrics().averageCharWidth() * leastWidth;
    const auto room = std::max(1, m_splitter->width() / std::max(1, least));
    QList<Face> faces;
    for (const Face face : m_wanted) {
        if (m_panes.contains(face) && faces.size() < room)
            faces.append(face);
    }
    return faces;
}

int Faces::shownMask() const
{
    int mask = 0;
    for (const auto &[face, pane] : m_panes.asKeyValueRange())
        mask |= isShown(face) ? 1 << static_cast<int>(face) : 0;
    return mask;
}

void Faces::arrange()
{
    if (std::exchange(m_arranging, true))
        return;
    const int before = shownMask();
    const QList<Face> shown = fitting();
    if (m_splitter->isVisible() && before != 0)
        m_sizes.insert(before, m_splitter->sizes());
    for (const auto &[face, pane] : m_panes.asKeyValueRange()) {
        pane.widget->setVisible(shown.contains(face));
        pane.button->setChecked(shown.contains(face));
    }
    m_arranging = false;
    const int after = shownMask();
    if (after == before)
        return;
    share(after);
    emit arranged();
}

/// The room as it was shared when the same faces were shown last, else in equal parts.
void Faces::share(int mask)
{
    QList<int> sizes = m_sizes.value(mask);
    if (sizes.size() != m_splitter->count())
        sizes = QList<int>(m_splitter->count(), 1 << 16);
    m_splitter->setSizes(sizes);
}

bool Faces::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_splitter && event->type() == QEvent::Resize)
        arrange();
    return QWidget::eventFilter(watched, event);
}

QByteArray Faces::saveState() const
{
    QHash<int, QList<int>> sizes = m_sizes;
    if (m_splitter->isVisible())
        sizes.insert(shownMask(), m_splitter->sizes());
    QList<qint32> wanted;
    for (const Face face : m_wanted)
        wanted.append(static_cast<qint32>(face));
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << stateMark << wanted << sizes;
    return state;
}

bool Faces::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 mark = 0;
    QList<qint32> saved;
    QHash<int, QList<int>> sizes;
    stream >> mark >> saved >> sizes;
    QList<Face> wanted;
    for (const qint32 number : saved) {
        const auto face = static_cast<Face>(number);
        if (number >= 0 && number <= static_cast<qint32>(Face::Preview) && !wanted.contains(face))
            wanted.append(face);
    }
    if (stream.status() != QDataStream::Ok || mark != stateMark || wanted.isEmpty())
        return false;
    m_wanted = wanted;
    arrange();
    m_sizes = sizes;
    share(shownMask());
    return true;
}

} // namespace casebook
