#include "ui/edit/form/textfield.h"

#include "ui/edit/form/growingtext.h"

namespace casebook {

using namespace Qt::StringLiterals;

TextField::TextField(FieldSpec fieldSpec, FormHost &host, QWidget *parent)
    : TypedField(std::move(fieldSpec), host, parent), m_text(new GrowingText)
{
    m_text->setObjectName(u"fieldText"_s);
    setContent(m_text);
    watch(m_text);
    connect(m_text, &GrowingText::edited, this, &TextField::textEdited);
    connect(m_text, &GrowingText::returnPressed, this, &TextField::flush);
}

QWidget *TextField::control() const
{
    return m_text;
}

QString TextField::text() const
{
    return m_text->text();
}

void TextField::setText(const QString &text)
{
    m_text->setText(text);
}

void TextField::showNode(const YamlNode *node)
{
    TypedField::showNode(node);
    m_text->setAccessibleName(spokenLabel());
}

} // namespace casebook
