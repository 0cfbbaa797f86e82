#pragma once

#include "ui/report/pagebreaks.h"

#include <QTextBlock>

QT_BEGIN_NAMESPACE
class QTextDocument;
class QTextFrame;
class QTextTable;
QT_END_NAMESPACE

namespace casebook {

/// Finds in a document that is laid out what pages should not tear apart: lines, headings and what follows them, rows
/// of tables, the first and last lines of paragraphs and of tight lists, small boxes, and blocks that follow each other
/// without any space between them.
class KeepRules {
public:
    /// `pageHeight` tells what is too tall to be kept together.
    KeepRules(const QTextDocument &document, qreal pageHeight);

    QList<Stretch> stretches() const { return m_stretches; }
    QList<RepeatedHead> repeatedHeads() const { return m_heads; }

private:
    void addBlocks();
    void addRun(const QList<Stretch> &lines);
    void addHeading(const QTextBlock &block);
    void addTables(QTextFrame *frame);
    void addTable(QTextTable *table);
    void addBox(QTextTable *box);
    void keepWithTextAbove(QTextTable *table, qreal bottom);
    void add(qreal top, qreal bottom, int cost);

    const QTextDocument &m_document;
    qreal m_pageHeight;
    QList<Stretch> m_stretches;
    QList<RepeatedHead> m_heads;
};

} // namespace casebook
