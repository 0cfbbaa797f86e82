#include "ui/curate/valueline.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QStandardItem *itemOf(const QString &id, const QString &label, const QString &definition)
{
    auto *item = new QStandardItem(label.isEmpty() || label == id ? id : QString(label + u"  ·  "_s + id));
    item->setData(id, Qt::UserRole);
    item->setToolTip(definition);
    return item;
}

} // namespace

ValueLine::ValueLine(QWidget *parent)
    : QLineEdit(parent), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this))
{
    setClearButtonEnabled(true);
    // Not setCompleter(), which would complete the whole line and not the value that is being typed.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QLineEdit::textEdited, this, &ValueLine::complete);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { insert(index.data(Qt::UserRole).toString()); });
}

void ValueLine::setChoices(const QList<Term> &vocabulary, const QStringList &others, bool several)
{
    m_several = several;
    m_model->clear();
    QStringList known;
    for (const Term &term : vocabulary) {
        known.append(term.id);
        m_model->appendRow(itemOf(term.id, term.label, term.definition));
    }
    for (const QString &value : others) {
        if (!known.contains(value))
            m_model->appendRow(itemOf(value, {}, {}));
    }
}

qsizetype ValueLine::valueStart() const
{
    return m_several && cursorPosition() > 0 ? text().lastIndexOf(u',', cursorPosition() - 1) + 1 : 0;
}

void ValueLine::complete()
{
    const qsizetype start = valueStart();
    m_completer->setCompletionPrefix(text().mid(start, cursorPosition() - start).trimmed());
    const bool done = m_completer->completionCount() == 1
        && m_completer->currentIndex().data(Qt::UserRole).toString() == m_completer->completionPrefix();
    if (m_completer->completionPrefix().isEmpty() || m_completer->completionCount() == 0 || done)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void ValueLine::insert(const QString &value)
{
    const qsizetype start = valueStart();
    qsizetype end = m_several ? text().indexOf(u',', cursorPosition()) : text().size();
    end = end < 0 ? text().size() : end;
    const QString before = text().left(start);
    const QString lead = before.isEmpty() ? before : QString(before + u' ');
    setText(lead + value + text().mid(end));
    setCursorPosition(static_cast<int>(lead.size() + value.size()));
    emit textEdited(text());
}

void ValueLine::keyPressEvent(QKeyEvent *event)
{
    // All choices, as every list of choices opens.
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        const qsizetype start = valueStart();
        m_completer->setCompletionPrefix(text().mid(start, cursorPosition() - start).trimmed());
        m_completer->complete();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace casebook
