#include "ui/edit/form/tagfield.h"

#include "core/corpus/fieldtext.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"
#include "ui/edit/form/tagbox.h"

#include <QEvent>
#include <QLineEdit>
#include <QPointer>

#include <algorithm>

namespace casebook {

TagField::TagField(FieldSpec fieldSpec, FormHost &host, QWidget *parent)
    : FieldEditor(std::move(fieldSpec), host, parent), m_box(new TagBox)
{
    setContent(m_box);
    watch(m_box->line());
    connect(m_box, &TagBox::addRequested, this, &TagField::add);
    connect(m_box, &TagBox::removeRequested, this, &TagField::remove);
    connect(m_box, &TagBox::moveRequested, this, &TagField::move);
}

void TagField::flush()
{
    m_box->addTyped();
}

QWidget *TagField::control() const
{
    return m_box->line();
}

FieldWidth TagField::width() const
{
    const int character = fontMetrics().averageCharWidth();
    return {character * 36, character * 400, false};
}

void TagField::showNode(const YamlNode *node)
{
    m_value = node ? toValue(*node) : Value();
    m_box->setItems(items());
    m_box->line()->setAccessibleName(spokenLabel());
}

QList<Term> TagField::items() const
{
    QList<Term> terms;
    if (isSingle())
        return {host().terms().term(spec(), m_value.toText())};
    for (const Value &item : m_value.items())
        terms.append(host().terms().term(spec(), item.toText()));
    return terms;
}

Value TagField::valueOf(const QString &item) const
{
    // As the list's others are: what a schema says of items is in the list's own type.
    const Value list = spec().known ? valueFromText(spec().field, joinItems({item}), m_value).value_or(Value())
                                    : valueFromText(joinItems({item}), m_value);
    return list.items().empty() ? Value(item) : list.items().front();
}

void TagField::add(const QStringList &items)
{
    const QPointer<TagField> self(this);
    host().sync();
    if (!self)
        return;
    const QStringList known = m_value.toTexts();
    Edits edits;
    Value::List whole = isSingle() ? Value::List{m_value} : Value::List();
    for (const QString &item : items) {
        if (known.contains(item) || std::count(whole.begin(), whole.end(), Value(item)) > 0)
            continue;
        whole.push_back(valueOf(item));
        edits.append(Edit::insert(path().afterLast(), whole.back()));
    }
    if (edits.isEmpty())
        return;
    // A single value that stands for a list becomes one.
    commit(isSingle() || m_value.isNull() ? Edits{Edit::set(path(), whole)} : edits);
}

void TagField::remove(int index)
{
    const QPointer<TagField> self(this);
    host().sync();
    if (!self || index >= m_box->items().size())
        return;
    if (m_box->current() > index)
        m_box->setCurrent(m_box->current() - 1);
    commit({isSingle() ? Edit::set(path(), Value()) : Edit::remove(path().item(index))});
}

void TagField::move(int index, int to)
{
    commit({Edit::move(path().item(index), to)});
}

// Only when the focus comes: what is in use is found by looking at every case.
bool TagField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        TermModel *suggestions = host().terms().suggestions(spec());
        if (!std::exchange(m_offers, true))
            m_box->setSuggestions(suggestions);
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace casebook
