#include "ui/edit/form/caseform.h"

#include "ui/edit/banner.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/fieldgroup.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOffered = 100; // fields in a menu
constexpr int widestForm = 110;        // characters: longer lines are hard to read

} // namespace

CaseForm::CaseForm(FormHost &host, QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_obstacle(new Banner(this)),
      m_goToLine(new QAction(tr("Edit in Source"), this)),
      m_area(new QScrollArea(this)),
      m_page(new QWidget),
      m_column(new QVBoxLayout(m_page)),
      m_othersTitle(new QLabel(tr("Other fields"), m_page)),
      m_addField(new QToolButton(m_page)),
      m_hint(new QLabel(m_page))
{
    setObjectName(u"caseForm"_s);
    m_obstacle->setObjectName(u"formObstacle"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_obstacle);
    rows->addWidget(m_area, 1);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_page);
    m_area->setAccessibleName(tr("Form"));
    const int margin = fontMetrics().height() * 3 / 4;
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(margin);
    QFont heading = m_othersTitle->font();
    heading.setWeight(QFont::DemiBold);
    m_othersTitle->setFont(heading);
    m_hint->setWordWrap(true);
    m_hint->setObjectName(u"formHint"_s);
    m_addField->setObjectName(u"addField"_s);
    m_addField->setText(tr("Add Field"));
    m_addField->setPopupMode(QToolButton::InstantPopup);
    m_addField->setFocusPolicy(Qt::TabFocus);
    m_addField->setMenu(new QMenu(m_addField));
    connect(m_addField->menu(), &QMenu::aboutToShow, this, &CaseForm::fillAddMenu);
    m_column->addWidget(m_hint);
    m_column->addWidget(m_othersTitle);
    m_column->addWidget(m_addField, 0, Qt::AlignLeading);
    m_column->addStretch(1);
    connect(m_goToLine, &QAction::triggered, this, [this] { emit lineRequested(m_line); });
    connect(qApp, &QApplication::focusChanged, this, &CaseForm::followFocus);
    clear();
}

CaseForm::~CaseForm()
{
    // A control that has the focus gives it up when it goes, and by then this is no form any more.
    disconnect(qApp, nullptr, this, nullptr);
}

void CaseForm::rebuild()
{
    delete m_fields;
    delete m_others;
    const Schema &schema = m_host.terms().context().schema;
    const QList<FieldSpec> specs = fieldSpecs(schema);
    m_fields = new FieldGroup(specs, {}, FieldGroup::Keys::Known, m_host);
    m_fields->setSparse(schema.inferred);
    m_others = new FieldGroup(specs, {}, FieldGroup::Keys::Unknown, m_host);
    m_column->insertWidget(0, m_fields);
    m_column->insertWidget(m_column->indexOf(m_othersTitle) + 1, m_others);
    clear();
}

void CaseForm::startOver()
{
    m_hasFields = false;
    m_lastFocus = nullptr;
    m_area->verticalScrollBar()->setValue(0);
}

void CaseForm::clear()
{
    startOver();
    m_obstacle->hide();
    m_page->hide();
}

void CaseForm::showFields(const YamlNode &tree, const QList<FieldProblem> &problems)
{
    if (!m_fields)
        rebuild();
    const Anchor before = anchor();
    m_obstacle->hide();
    const YamlNode *map = tree.kind == YamlNode::Kind::Map ? &tree : nullptr;
    m_fields->follow({}, map);
    m_others->follow({}, map);
    m_fields->showProblems(problems);
    m_others->showProblems(problems);
    m_fields->setVisible(!m_fields->isEmpty());
    m_others->setVisible(!m_others->isEmpty());
    m_othersTitle->setVisible(!m_others->isEmpty());
    m_addField->setVisible(!m_fields->hiddenSpecs().isEmpty());
    m_hint->setVisible(m_fields->isEmpty() && m_others->isEmpty());
    m_hint->setText(m_addField->isHidden() ? tr("The corpus has no fields yet. Write some into the source.")
                                           : tr("This file has no fields yet."));
    m_page->setEnabled(true);
    m_page->show();
    m_hasFields = true;
    chainFocus();
    restore(before);
}

void CaseForm::showObstacle(const QString &message, int line)
{
    m_line = line;
    m_obstacle->showMessage(message, {m_goToLine}, false);
    m_page->setVisible(m_hasFields);
    m_page->setEnabled(false);
}

void CaseForm::setReadOnly(bool readOnly)
{
    m_page->setEnabled(!readOnly && m_obstacle->isHidden());
}

QString CaseForm::obstacle() const
{
    return m_obstacle->isHidden() ? QString() : m_obstacle->message();
}

FieldEditor *CaseForm::editorAt(const FieldPath &path) const
{
    if (!m_fields || path.isEmpty())
        return nullptr;
    FieldEditor *found = m_fields->editorAt(path);
    return found ? found : m_others->editorAt(path);
}

bool CaseForm::goTo(const FieldPath &path)
{
    FieldEditor *editor = m_page->isEnabled() && m_hasFields ? editorAt(path) : nullptr;
    QWidget *control = editor ? editor->control() : nullptr;
    if (!control)
        return false;
    control->setFocus(Qt::OtherFocusReason);
    m_area->ensureWidgetVisible(editor, 0, fontMetrics().height() * 3);
    return true;
}

void CaseForm::takeFocus()
{
    QWidget *target = m_lastFocus;
    if ((!target || !target->isVisible()) && m_fields)
        target = (m_fields->controls() + m_others->controls()).value(0);
    if (target && m_page->isEnabled() && m_hasFields)
        target->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void CaseForm::clearRefusals()
{
    if (!m_fields)
        return;
    m_fields->clearRefusals();
    m_others->clearRefusals();
}

void CaseForm::followFocus(QWidget *, QWidget *now)
{
    if (!now || !m_page->isAncestorOf(now) || now == m_lastFocus)
        return;
    m_lastFocus = now;
    // Tab leads through fields that are out of sight.
    m_area->ensureWidgetVisible(now, 0, fontMetrics().height());
}

/// Tab goes as the eye does, also through what has been put in between.
void CaseForm::chainFocus()
{
    const QList<QWidget *> all = m_fields->controls() + m_others->controls() + QList<QWidget *>{m_addField};
    if (std::exchange(m_chain, all) == all)
        return;
    QWidget *before = nullptr;
    for (QWidget *control : all) {
        if (before)
            QWidget::setTabOrder(before, control);
        before = control;
    }
}

void CaseForm::fillAddMenu()
{
    QMenu *menu = m_addField->menu();
    menu->clear();
    const QList<FieldSpec> hidden = m_fields->hiddenSpecs();
    for (const FieldSpec &spec : hidden.first(std::min(hidden.size(), mostOffered))) {
        menu->addAction(spec.field.label, this, [this, id = spec.field.id] {
            m_fields->reveal(id);
            m_host.refresh();
            goTo(FieldPath(id));
        });
    }
}

/// What is at the top of the view: it stays there when things above it change their height.
CaseForm::Anchor CaseForm::anchor() const
{
    if (!m_hasFields || m_area->verticalScrollBar()->value() == 0)
        return {};
    const QList<FieldEditor *> all = m_fields->editors() + m_others->editors();
    for (FieldEditor *editor : all) {
        const int y = editor->mapTo(m_area->viewport(), QPoint()).y();
        if (y + editor->height() > 0)
            return {editor, y};
    }
    return {};
}

void CaseForm::restore(const Anchor &anchor)
{
    if (!anchor.editor || anchor.editor->isHidden())
        return;
    // Now, not when the event loop comes to it: a picture in between would jump.
    m_page->layout()->activate();
    const int y = anchor.editor->mapTo(m_area->viewport(), QPoint()).y();
    if (y != anchor.y)
        m_area->verticalScrollBar()->setValue(m_area->verticalScrollBar()->value() + y - anchor.y);
}

void CaseForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit shown();
}

} // namespace casebook
