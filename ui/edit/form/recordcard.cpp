#include "ui/edit/form/recordcard.h"

#include "ui/edit/colors.h"
#include "ui/edit/form/draghandle.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"
#include "ui/edit/form/rawfield.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

RecordCard::RecordCard(const FieldSpec &owner, FormHost &host, QWidget *parent)
    : Card(parent),
      m_owner(owner),
      m_host(host),
      m_handle(new DragHandle),
      m_parts(new FieldGroup(partSpecs(owner, host.terms().context().schema), owner.path, FieldGroup::Keys::All, host)),
      m_duplicate(makeButton(u"duplicateRecord"_s, u"duplicate"_s, tr("Duplicate (Ctrl+D)"))),
      m_remove(makeButton(u"removeRecord"_s, u"trash"_s, tr("Remove (Alt+Del)"))),
      m_middle(new QVBoxLayout)
{
    setObjectName(u"recordCard"_s);
    const int margin = fontMetrics().height() / 2;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin / 2, margin, margin / 2, margin);
    row->setSpacing(margin / 2);
    m_middle->setSpacing(0);
    m_middle->addWidget(m_parts);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_duplicate);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    row->addWidget(m_handle);
    row->addLayout(m_middle, 1);
    row->addLayout(buttons);
    connect(m_duplicate, &QToolButton::clicked, this, &RecordCard::duplicateRequested);
    connect(m_remove, &QToolButton::clicked, this, &RecordCard::removeRequested);
}

QToolButton *RecordCard::makeButton(const QString &name, const QString &iconName, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(help);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void RecordCard::follow(const FieldPath &path, const YamlNode &node)
{
    m_path = path;
    m_value = toValue(node);
    const int number = path.last().index + 1;
    const QString name = tr("%1 %2").arg(m_owner.field.label).arg(number);
    m_handle->setNumber(number);
    m_handle->setAccessibleName(name);
    m_duplicate->setAccessibleName(tr("Duplicate %1").arg(name));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    setAccessibleName(name);
    const bool isRecord = node.kind == YamlNode::Kind::Map || node.kind == YamlNode::Kind::Null;
    if (!isRecord && !m_raw) {
        m_raw = new RawField(unknownSpec(m_owner.field.label), m_host, this);
        m_middle->addWidget(m_raw);
    }
    if (m_raw)
        m_raw->setVisible(!isRecord);
    m_parts->setVisible(isRecord);
    if (isRecord)
        m_parts->follow(path, &node);
    else
        m_raw->follow(path, &node);
}

void RecordCard::showProblems(const QList<FieldProblem> &problems)
{
    QStringList own;
    for (const FieldProblem &one : problems) {
        if (one.path == m_path)
            own.append(one.problem.message);
    }
    if (!own.isEmpty() && !m_note) {
        m_note = new QLabel;
        m_note->setWordWrap(true);
        m_note->setTextFormat(Qt::PlainText);
        m_middle->addWidget(m_note);
    }
    if (m_note) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, readable(errorColor(colours), colours.color(QPalette::Window)));
        m_note->setPalette(colours);
        m_note->setText(own.join(u'\n'));
        m_note->setVisible(!own.isEmpty());
    }
    m_parts->showProblems(problems);
}

void RecordCard::clearRefusals()
{
    m_parts->clearRefusals();
}

FieldEditor *RecordCard::editorAt(const FieldPath &path) const
{
    return m_parts->editorAt(path);
}

QList<QWidget *> RecordCard::controls() const
{
    QList<QWidget *> all{m_handle};
    all += m_raw && !m_raw->isHidden() ? m_raw->controls() : m_parts->controls();
    return all + QList<QWidget *>{m_duplicate, m_remove};
}

void RecordCard::focusFirst()
{
    controls().at(1)->setFocus(Qt::OtherFocusReason);
}

/// What a key means for the whole record; `really`: does it.
bool RecordCard::actOn(const QKeyEvent &event, bool really)
{
    const auto act = [this, really](auto signal, auto... arguments) {
        if (really)
            emit(this->*signal)(arguments...);
        return true;
    };
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_D)
        return act(&RecordCard::duplicateRequested);
    if (modifiers != Qt::AltModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        return act(&RecordCard::moveRequested, -1);
    case Qt::Key_Down:
        return act(&RecordCard::moveRequested, 1);
    case Qt::Key_Delete:
        return act(&RecordCard::removeRequested);
    case Qt::Key_Insert:
        return act(&RecordCard::addRequested);
    default:
        return false;
    }
}

bool RecordCard::event(QEvent *event)
{
    // The window has some of these keys for whole cases.
    if (event->type() == QEvent::ShortcutOverride && actOn(static_cast<QKeyEvent &>(*event), false)) {
        event->accept();
        return true;
    }
    return Card::event(event);
}

void RecordCard::keyPressEvent(QKeyEvent *event)
{
    if (!actOn(*event, true))
        Card::keyPressEvent(event);
}

} // namespace casebook
