#include "ui/edit/form/typedfield.h"

#include "core/corpus/fieldtext.h"
#include "ui/edit/form/formhost.h"

#include <QPointer>

namespace casebook {

void TypedField::textEdited()
{
    m_pending = true;
    host().setPending(*this);
}

Value TypedField::valueOf(const QString &text) const
{
    if (!spec().known)
        return valueFromText(text, m_value);
    const Result<Value> value = valueFromText(spec().field, text, m_value);
    return value ? *value : Value(text.trimmed());
}

void TypedField::flush()
{
    if (!std::exchange(m_pending, false))
        return;
    host().clearPending(*this);
    const QString typed = text();
    m_pending = true; // so that it stays while the form catches up with the text
    const QPointer<TypedField> self(this);
    host().sync();
    if (!self)
        return;
    m_pending = false;
    commitText(typed);
}

void TypedField::commitText(const QString &typed)
{
    const Value value = valueOf(typed);
    if (value == m_value || (value.isEmpty() && m_value.isEmpty()))
        return;
    const bool added = !wasPresent() && isPresent();
    const QPointer<TypedField> self(this);
    const Edit edit = value.isNull() && added ? Edit::remove(path()) : Edit::set(path(), value);
    if (!commit({edit}, true) && self)
        setText(textFromValue(m_value)); // back to what the file says
}

void TypedField::showNode(const YamlNode *node)
{
    m_value = node ? toValue(*node) : Value();
    const Value shown = valueOf(text());
    // A text that means what the file says is left alone: somebody may be in the middle of it.
    if (!m_pending && shown != m_value && !(shown.isEmpty() && m_value.isEmpty() && text().trimmed().isEmpty()))
        setText(textFromValue(m_value));
}

} // namespace casebook
