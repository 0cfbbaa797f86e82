#include "ui/edit/form/recordfield.h"

#include "ui/edit/form/card.h"
#include "ui/edit/form/fieldgroup.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"

#include <QVBoxLayout>

namespace casebook {

RecordField::RecordField(FieldSpec fieldSpec, FormHost &host, QWidget *parent)
    : FieldEditor(std::move(fieldSpec), host, parent),
      m_parts(
          new FieldGroup(partSpecs(spec(), host.terms().context().schema), spec().path, FieldGroup::Keys::All, host))
{
    setHeading();
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    const int margin = fontMetrics().height() / 2;
    column->setContentsMargins(margin, margin / 2, margin, margin);
    column->addWidget(m_parts);
    setContent(card);
}

void RecordField::showNode(const YamlNode *node)
{
    m_parts->follow(path(), node);
}

void RecordField::showProblems(const QList<FieldProblem> &problems)
{
    Problems own;
    for (const FieldProblem &one : problems) {
        if (one.path == path())
            own.append(one.problem);
    }
    setProblems(own);
    m_parts->showProblems(problems);
}

void RecordField::clearRefusal()
{
    FieldEditor::clearRefusal();
    m_parts->clearRefusals();
}

QWidget *RecordField::control() const
{
    return controls().value(0);
}

QList<QWidget *> RecordField::controls() const
{
    return m_parts->controls();
}

FieldEditor *RecordField::editorAt(const FieldPath &path)
{
    if (!holds(path))
        return nullptr;
    FieldEditor *part = m_parts->editorAt(path);
    return part ? part : this;
}

} // namespace casebook
