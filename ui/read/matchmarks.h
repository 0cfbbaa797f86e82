#pragma once

#include <QByteArray>
#include <QList>
#include <QTextEdit>

namespace casebook {

/// Where in a document the words stand that a query asks for, and at which of these places a person is.
class MatchMarks {
public:
    /// The words and phrases, folded; see find().
    void setSought(const QList<QByteArray> &sought) { m_sought = sought; }
    const QList<QByteArray> &sought() const { return m_sought; }

    /// Looks for them in a document, paragraph by paragraph. The places hold as long as the document is not changed.
    /// The person is at none of them, or with `keepCurrent` at the one of the same number, if there are as many.
    void find(QTextDocument *document, bool keepCurrent = false);

    /// There is no document.
    void clear();

    int count() const { return static_cast<int>(m_places.size()); }
    /// From 0; -1: none.
    int current() const { return m_current; }
    /// Goes to a place; one that is not there changes nothing, and the answer is false.
    bool goTo(int place);
    /// The place itself, selected.
    QTextCursor at(int place) const { return m_places.at(place); }

    QList<QTextEdit::ExtraSelection> selections(const QPalette &palette) const;

private:
    QList<QByteArray> m_sought;
    QList<QTextCursor> m_places;
    int m_current = -1;
};

} // namespace casebook
