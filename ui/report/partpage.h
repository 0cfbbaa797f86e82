#pragma once

#include "ui/typeset/textflow.h"

#include <QColor>

namespace casebook {

/// What the parts of a briefing besides its cases are made of: headings, paragraphs and tables of one look.
class PartPage {
public:
    explicit PartPage(TextFlow &flow);

    const TypeStyle &style() const { return m_flow.style(); }
    TextFlow &flow() { return m_flow; }

    void title(const QString &text);
    void heading(const QString &text);
    void lead(const QString &text);
    /// A paragraph in the small size of tables.
    void note(const QString &text, qreal gap);

    /// A table with a rule below each row, the first of `rows` being its head; columns in shares of 100.
    QTextTable *beginTable(int rows, const QList<qreal> &shares, const QColor &tone);
    /// Goes to a cell and begins a paragraph in it; what follows goes to flow().text().
    void cell(QTextTable *table, int row, int column, const QTextCharFormat &chars,
              Qt::Alignment alignment = Qt::AlignLeft);
    void endTable(QTextTable *table) { m_flow.endTable(table); }

    QTextCharFormat small() const;      ///< text in tables
    QTextCharFormat smallMuted() const; ///< what is less important there
    QTextCharFormat head() const;       ///< the heads of tables

private:
    TextFlow &m_flow;
};

/// The same format as an inner link that does not look like one.
QTextCharFormat linkedTo(QTextCharFormat format, const QString &address);

} // namespace casebook
