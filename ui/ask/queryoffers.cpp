#include "ui/ask/queryoffers.h"

#include "core/query/completionplace.h"
#include "core/query/completions.h"
#include "ui/ask/fieldvalues.h"
#include "ui/ask/querypopup.h"
#include "ui/browse/browser.h"

#include <QKeyEvent>
#include <QLocale>
#include <QTextCursor>
#include <QTextEdit>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCompletions = 12; // while a person types
constexpr int mostWhenAsked = 100;

} // namespace

QueryOffers::QueryOffers(Browser &browser, FieldValues &values, QTextEdit *field)
    : QObject(field), m_browser(browser), m_values(values), m_field(field), m_popup(new QueryPopup(field))
{
    connect(m_popup, &QueryPopup::chosen, this, &QueryOffers::accept);
}

bool QueryOffers::isOpen() const
{
    return m_popup->isOpen();
}

void QueryOffers::close()
{
    m_popup->close();
}

bool QueryOffers::isBeingWritten(const QueryNote &note) const
{
    return isOpen() && !m_replacesAll && note.offset < m_replacedAt + m_replaced
        && note.offset + note.length > m_replacedAt;
}

void QueryOffers::complete(bool anything)
{
    m_completesAnything = anything;
    if (!m_browser.session().isOpen())
        return;
    const QString text = m_field->toPlainText();
    const qsizetype cursor = m_field->textCursor().position();
    const CompletionPlace place = completionPlaceAt(text, cursor);
    const QString others = QString(text).remove(place.offset, place.length);
    const Completions completions = completionsAt(
        text, cursor, m_browser.corpus().schema(),
        [&](const QString &path, const QByteArray &begun) { return m_values.counted(path, begun, others); }, anything,
        anything ? mostWhenAsked : mostCompletions);
    QList<PopupRow> rows;
    for (const Completion &one : completions.items) {
        const QString count = one.count < 0 ? QString() : u"  "_s + m_field->locale().toString(one.count);
        rows.append({one.text, one.label, QString(one.detail + count), one.goesOn});
    }
    m_replacesAll = false;
    m_awaiting = rows.isEmpty() ? Place{text, static_cast<int>(cursor)} : Place();
    open(rows, completions.offset, completions.length, false);
    emit completing();
}

QueryOffers::Place QueryOffers::place() const
{
    return {m_field->toPlainText(), m_field->textCursor().position()};
}

bool QueryOffers::isAwaiting() const
{
    return !isOpen() && m_field->hasFocus() && m_awaiting == place(); // what is open has been asked for since
}

void QueryOffers::renew()
{
    if (isAwaiting() || (isOpen() && !m_replacesAll && m_popup->current() < 0))
        complete(m_completesAnything);
}

void QueryOffers::offerQueries(const QStringList &texts)
{
    QList<PopupRow> rows;
    for (const QString &text : texts)
        rows.append({text, text, {}, false});
    m_replacesAll = true;
    m_popup->open(rows, m_field->rect(), true);
}

void QueryOffers::offerSuggestion(const QueryNote &note)
{
    const QString question = tr("Did you mean %1?").arg(note.suggestion);
    m_replacesAll = false;
    open({{note.suggestion, question, {}, true}}, note.offset, note.length, true);
}

void QueryOffers::open(const QList<PopupRow> &rows, qsizetype offset, qsizetype length, bool chooses)
{
    m_replacedAt = offset;
    m_replaced = length;
    m_popup->open(rows, placeOf(offset), chooses);
}

QRect QueryOffers::placeOf(qsizetype offset) const
{
    QTextCursor cursor(m_field->document());
    cursor.setPosition(static_cast<int>(offset));
    const QPoint place = m_field->viewport()->mapTo(m_field, m_field->cursorRect(cursor).topLeft());
    return {place, QSize(1, m_field->height() - place.y())};
}

void QueryOffers::accept(const PopupRow &row)
{
    m_field->setFocus();
    const qsizetype size = m_field->toPlainText().size();
    if (m_replacesAll) {
        emit chosen(0, size, row.text);
        return;
    }
    // What is complete gets a blank, so that the next condition can follow.
    const bool isEnded = !row.goesOn && m_replacedAt + m_replaced >= size;
    emit chosen(m_replacedAt, m_replaced, isEnded ? QString(row.text + u' ') : row.text);
    if (row.goesOn)
        complete(true);
}

bool QueryOffers::takeKey(const QKeyEvent &event)
{
    const int current = m_popup->current();
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if ((event.key() == Qt::Key_Tab && !event.modifiers()) || (isReturn && current >= 0)) {
        const PopupRow row = m_popup->rows().at(std::max(current, 0));
        close();
        accept(row);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Down:
        m_popup->move(1);
        return true;
    case Qt::Key_Up:
        m_popup->move(-1);
        return true;
    case Qt::Key_Escape:
        close();
        emit dismissed();
        return true;
    default:
        return false;
    }
}

} // namespace casebook
