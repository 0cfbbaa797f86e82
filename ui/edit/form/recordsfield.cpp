#include "ui/edit/form/recordsfield.h"

#include "ui/edit/form/draghandle.h"
#include "ui/edit/form/dropmark.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/recordcard.h"

#include <QApplication>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

RecordsField::RecordsField(FieldSpec fieldSpec, FormHost &host, QWidget *parent)
    : FieldEditor(std::move(fieldSpec), host, parent),
      m_list(new QWidget),
      m_column(new QVBoxLayout(m_list)),
      m_add(new QToolButton),
      m_mark(new DropMark(m_list))
{
    setHeading();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(fontMetrics().height() / 3);
    setContent(m_list);
    m_add->setObjectName(u"addRecord"_s);
    m_add->setText(tr("+ Add"));
    m_add->setAccessibleName(tr("Add to %1").arg(spec().field.label));
    m_add->setToolTip(tr("Add one at the end (Alt+Ins: behind the one at hand)"));
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::TabFocus);
    setCorner(m_add);
    watch(m_add);
    connect(m_add, &QToolButton::clicked, this, [this] { add(static_cast<int>(m_cards.size())); });
}

int RecordsField::indexOf(const RecordCard *card) const
{
    return static_cast<int>(std::find(m_cards.begin(), m_cards.end(), card) - m_cards.begin());
}

RecordCard *RecordsField::insertCard(int index)
{
    auto *card = new RecordCard(spec(), host(), m_list);
    m_cards.insert(index, card);
    m_column->insertWidget(index, card);
    card->show();
    connect(card, &RecordCard::moveRequested, this, [this, card](int by) { move(card, indexOf(card) + by); });
    connect(card, &RecordCard::addRequested, this, [this, card] { add(indexOf(card) + 1); });
    connect(card, &RecordCard::duplicateRequested, this, [this, card] { duplicate(card); });
    connect(card, &RecordCard::removeRequested, this, [this, card] { remove(card); });
    connect(card->handle(), &DragHandle::dragged, this, [this, card](const QPoint &position) { drag(card, position); });
    connect(card->handle(), &DragHandle::dropped, this, [this, card] { endDrag(card, true); });
    connect(card->handle(), &DragHandle::cancelled, this, [this, card] { endDrag(card, false); });
    return card;
}

void RecordsField::dropCard(int index)
{
    RecordCard *card = m_cards.takeAt(index);
    m_column->removeWidget(card);
    card->hide();
    card->deleteLater(); // this may be in answer to one of its own signals
}

/// Makes as many cards as there are records, keeping those at both ends that show the same as before.
void RecordsField::fit(const YamlNode *node)
{
    const auto count = node ? static_cast<qsizetype>(node->items.size()) : 0;
    const auto valueAt = [node](qsizetype i) { return toValue(node->items[static_cast<std::size_t>(i)]); };
    if (count == m_cards.size())
        return;
    const qsizetype most = std::min(count, m_cards.size());
    qsizetype start = 0;
    while (start < most && m_cards.at(start)->value() == valueAt(start))
        ++start;
    qsizetype end = 0;
    while (end < most - start && m_cards.at(m_cards.size() - 1 - end)->value() == valueAt(count - 1 - end))
        ++end;
    while (m_cards.size() > count)
        dropCard(static_cast<int>(m_cards.size() - 1 - end));
    while (m_cards.size() < count)
        insertCard(static_cast<int>(m_cards.size() - end));
}

void RecordsField::showNode(const YamlNode *node)
{
    fit(node);
    for (int i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->follow(path().item(i), node->items[static_cast<std::size_t>(i)]);
    m_list->setVisible(!m_cards.isEmpty());
}

void RecordsField::showProblems(const QList<FieldProblem> &problems)
{
    Problems own;
    for (const FieldProblem &one : problems) {
        if (one.path == path())
            own.append(one.problem);
    }
    setProblems(own);
    for (RecordCard *card : std::as_const(m_cards))
        card->showProblems(problems);
}

void RecordsField::clearRefusal()
{
    FieldEditor::clearRefusal();
    for (RecordCard *card : std::as_const(m_cards))
        card->clearRefusals();
}

QWidget *RecordsField::control() const
{
    return m_cards.isEmpty() ? m_add : m_cards.first()->controls().at(1);
}

QList<QWidget *> RecordsField::controls() const
{
    QList<QWidget *> all{m_add};
    for (const RecordCard *card : m_cards)
        all += card->controls();
    return all;
}

FieldEditor *RecordsField::editorAt(const FieldPath &path)
{
    if (!holds(path))
        return nullptr;
    for (const RecordCard *card : std::as_const(m_cards)) {
        if (FieldEditor *part = card->editorAt(path))
            return part;
    }
    return this;
}

/// The parts that a record must have, or the first: what is there shows what belongs there.
Value RecordsField::emptyRecord() const
{
    Value::Map map;
    for (const Field &part : spec().field.fields) {
        if (part.required)
            map.emplace_back(part.id, Value());
    }
    if (map.empty() && !spec().field.fields.isEmpty())
        map.emplace_back(spec().field.fields.first().id, Value());
    return map;
}

void RecordsField::insert(int index, const Value &value)
{
    const bool atEnd = index >= m_cards.size();
    insertCard(index); // now, so that the others stay with their records
    const FieldPath place = atEnd ? path().afterLast() : path().item(index);
    if (commit({Edit::insert(place, value)}) && index < m_cards.size())
        m_cards.at(index)->focusFirst();
}

void RecordsField::add(int index)
{
    const QPointer<RecordsField> self(this);
    host().sync();
    if (self)
        insert(std::min(index, static_cast<int>(m_cards.size())), emptyRecord());
}

void RecordsField::duplicate(RecordCard *card)
{
    const QPointer<RecordCard> alive(card);
    host().sync();
    if (alive && m_cards.contains(card))
        insert(indexOf(card) + 1, card->value());
}

void RecordsField::remove(RecordCard *card)
{
    const QPointer<RecordCard> alive(card);
    host().sync();
    if (!alive || !m_cards.contains(card))
        return;
    const int index = indexOf(card);
    dropCard(index);
    if (!commit({Edit::remove(path().item(index))}))
        return;
    if (m_cards.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_cards.at(std::min(index, static_cast<int>(m_cards.size()) - 1))->handle()->setFocus(Qt::OtherFocusReason);
}

void RecordsField::move(RecordCard *card, int to)
{
    const QPointer<RecordCard> alive(card);
    host().sync();
    if (!alive || !m_cards.contains(card))
        return;
    const int from = indexOf(card);
    if (to < 0 || to >= m_cards.size() || to == from)
        return;
    const QPointer<QWidget> focus(card->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget()
                                                                                  : nullptr);
    m_cards.move(from, to); // with its record: focus and cursor stay in it
    m_column->removeWidget(card);
    m_column->insertWidget(to, card);
    commit({Edit::move(path().item(from), to)});
    restoreFocus(card, focus);
}

void RecordsField::restoreFocus(RecordCard *card, const QPointer<QWidget> &focus)
{
    if (focus && !focus->hasFocus())
        focus->setFocus(Qt::OtherFocusReason);
    if (m_cards.contains(card) && !focus)
        card->handle()->setFocus(Qt::OtherFocusReason);
}

void RecordsField::drag(RecordCard *card, const QPoint &position)
{
    QList<QWidget *> others;
    for (RecordCard *other : std::as_const(m_cards)) {
        if (other != card)
            others.append(other);
    }
    card->setLifted(true);
    m_mark->show(position, others);
}

void RecordsField::endDrag(RecordCard *card, bool drop)
{
    const int gap = m_mark->gap();
    card->setLifted(false);
    m_mark->hide();
    if (drop && gap >= 0)
        move(card, gap);
}

} // namespace casebook
