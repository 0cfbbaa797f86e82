#pragma once

#include "core/query/querynote.h"

#include <QObject>
#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QKeyEvent;
class QRect;
class QTextEdit;
QT_END_NAMESPACE

namespace casebook {

class Browser;
class FieldValues;
class QueryPopup;
struct PopupRow;

/// What is offered in a list below a query: what a condition may become while it is written, whole queries to choose
/// from, and what mends a word that was not understood.
///
/// While the list is open: Up and Down choose in it, Tab takes the current row, or the first, Return the current one,
/// Escape closes it. Offsets are in UTF-16 units.
class QueryOffers : public QObject {
    Q_OBJECT

public:
    /// `field` holds the query; like the browser and the values it must outlive this.
    QueryOffers(Browser &browser, FieldValues &values, QTextEdit *field);

    bool isOpen() const;
    void close();

    /// Offers what the condition at the cursor may become; where none is begun nothing, or with `anything` all that can
    /// be asked.
    void complete(bool anything);
    /// Whether the person still is where nothing could be offered, and may be when more values are known.
    bool isAwaiting() const;
    /// More values are known: completes anew where that was awaited, or where no row has been chosen yet.
    void renew();
    /// Offers queries to take the place of the whole text.
    void offerQueries(const QStringList &texts);
    /// Offers the suggestion of a note, which has one.
    void offerSuggestion(const QueryNote &note);

    /// Whether a note is about the condition for which the list offers something better.
    bool isBeingWritten(const QueryNote &note) const;
    /// Takes a key while the list is open; false where it means nothing to the list.
    bool takeKey(const QKeyEvent &event);

signals:
    /// A row was chosen: its text is to take the place of a part of the query.
    void chosen(qsizetype offset, qsizetype length, const QString &text);
    /// The list is open for another condition: other notes are being written than before.
    void completing();
    /// The list was closed by Escape.
    void dismissed();

private:
    struct Place {
        QString text;
        int cursor = -1;

        bool operator==(const Place &) const = default;
    };

    Place place() const;
    void open(const QList<PopupRow> &rows, qsizetype offset, qsizetype length, bool chooses);
    void accept(const PopupRow &row);
    QRect placeOf(qsizetype offset) const;

    Browser &m_browser;
    FieldValues &m_values;
    QTextEdit *m_field;
    QueryPopup *m_popup;
    qsizetype m_replacedAt = 0; ///< what a chosen row takes the place of
    qsizetype m_replaced = 0;
    bool m_replacesAll = false;       ///< a chosen row is a whole query
    bool m_completesAnything = false; ///< as Ctrl+Space asks for
    Place m_awaiting;                 ///< where nothing could be offered
};

} // namespace casebook
