#include "ui/edit/difference/editchanges.h"

#include "ui/edit/difference/changecounter.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/editsession.h"
#include "ui/edit/sourceeditor.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int delay = 150; // milliseconds after the last edit

} // namespace

EditChanges::EditChanges(EditSession *session, SourceEditor *editor, QWidget *edited, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_editor(editor),
      m_edited(edited),
      m_panel(new DifferencePanel(this)),
      m_counter(new ChangeCounter(editor->document(), this)),
      m_timer(new QTimer(this)),
      m_action(new QAction(icon(u"difference"_s), tr("Show C&hanges"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    setFocusProxy(m_panel);
    hide();
    m_action->setObjectName(u"showChanges"_s);
    m_action->setToolTip(tr("What you have changed and not saved yet"));
    m_action->setCheckable(true);
    m_action->setShortcut(Qt::Key_F7);
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    auto *back = new QAction(icon(u"back"_s), tr("&Back to the Text"), this);
    m_panel->addBarAction(back);
    m_timer->setSingleShot(true);
    m_timer->setInterval(delay);
    connect(back, &QAction::triggered, m_action, [this] { m_action->setChecked(false); });
    connect(m_action, &QAction::toggled, this, &EditChanges::setShown);
    connect(m_timer, &QTimer::timeout, this, &EditChanges::compare);
    connect(editor->document(), &QTextDocument::contentsChanged, this, [this] {
        if (m_action->isChecked())
            m_timer->start();
    });
    connect(session, &EditSession::baseChanged, this, &EditChanges::followSession);
    connect(m_counter, &ChangeCounter::linesChanged, this, &EditChanges::changedLinesChanged);
    connect(m_panel, &DifferencePanel::lineActivated, this, [this](int line) {
        m_action->setChecked(false);
        m_editor->goTo(line + 1);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    followSession();
}

int EditChanges::changedLines() const
{
    return m_counter->lines();
}

void EditChanges::followSession()
{
    m_action->setEnabled(m_session->isOpen());
    if (!m_session->isOpen())
        m_action->setChecked(false);
    m_counter->setBase(m_session->base().text());
    if (m_action->isChecked())
        compare();
}

void EditChanges::showOther(const QByteArray &before, const QByteArray &after, const QString &beforeTitle,
                            const QString &afterTitle)
{
    m_showsOther = true;
    m_action->setChecked(true);
    m_panel->setTitles(beforeTitle, afterTitle);
    m_panel->compare(before, after);
}

void EditChanges::compare()
{
    if (m_showsOther)
        return;
    m_panel->setTitles(tr("As it was saved"), tr("As it is here"));
    m_panel->compare(m_session->base().bytes(), m_session->currentBytes());
}

void EditChanges::setShown(bool shown)
{
    if (shown) {
        m_focusBefore = m_edited->window()->focusWidget();
        compare();
    } else {
        m_timer->stop();
        m_showsOther = false;
    }
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_edited->setVisible(!shown);
    setVisible(shown);
    if (shown)
        m_panel->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        (m_focusBefore && m_edited->isAncestorOf(m_focusBefore) ? m_focusBefore : m_editor)
            ->setFocus(Qt::OtherFocusReason);
    if (!shown)
        m_panel->clear();
}

void EditChanges::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        m_action->setChecked(false);
        event->accept();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace casebook
