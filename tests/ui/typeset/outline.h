#pragma once

#include <QMap>
#include <QStringList>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

namespace casebook {

/// A document as lines of text: "h2 Words", "p Words", "[2x3" and "|" and "]" for a table and its cells. Blocks without
/// words are left out; line separators are shown as "/", drawn things as "@".
inline void outlineOf(QTextFrame::iterator it, QStringList &lines)
{
    for (; !it.atEnd(); ++it) {
        if (auto *table = qobject_cast<QTextTable *>(it.currentFrame())) {
            lines.append(QStringLiteral("[%1x%2").arg(table->rows()).arg(table->columns()));
            for (int cell = 0; cell < table->rows() * table->columns(); ++cell) {
                const QTextTableCell at = table->cellAt(cell / table->columns(), cell % table->columns());
                if (at.column() != cell % table->columns())
                    continue; // merged into the one before
                outlineOf(at.begin(), lines);
                lines.append(QStringLiteral("|"));
            }
            lines.last() = QStringLiteral("]");
        } else if (const QTextBlock block = it.currentBlock(); block.isValid() && !block.text().isEmpty()) {
            const int level = block.blockFormat().headingLevel();
            QString text = block.text();
            text.replace(QChar::LineSeparator, u'/').replace(QChar::ObjectReplacementCharacter, u'@');
            text.replace(u'\u2002', u' ').replace(u'\u00a0', u' ').replace(u'\u202f', u'^').replace(u'\t', u' ');
            lines.append((level > 0 ? QString(u'h' + QString::number(level)) : QStringLiteral("p")) + u' '
                         + text.trimmed());
        }
    }
}

inline QStringList outlineOf(const QTextDocument &document)
{
    QStringList lines;
    outlineOf(document.rootFrame()->begin(), lines);
    return lines;
}

/// Calls `visit` with each stretch of text of one format.
template<typename Visit>
void eachFragment(const QTextDocument &document, Visit visit)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it)
            visit(it.fragment());
    }
}

/// Where the words of links lead.
inline QMap<QString, QString> linksOf(const QTextDocument &document)
{
    QMap<QString, QString> links;
    eachFragment(document, [&links](const QTextFragment &fragment) {
        if (!fragment.charFormat().anchorHref().isEmpty())
            links.insert(fragment.text(), fragment.charFormat().anchorHref());
    });
    return links;
}

inline QStringList anchorsOf(const QTextDocument &document)
{
    QStringList names;
    eachFragment(document, [&names](const QTextFragment &fragment) { names += fragment.charFormat().anchorNames(); });
    return names;
}

/// The format of the first fragment whose text contains `words`; an invalid one where there is none.
inline QTextCharFormat formatOf(const QTextDocument &document, const QString &words)
{
    QTextFormat found;
    eachFragment(document, [&](const QTextFragment &fragment) {
        if (!found.isValid() && fragment.text().contains(words))
            found = fragment.charFormat();
    });
    return found.toCharFormat();
}

/// The first table, or null.
inline QTextTable *firstTable(const QTextDocument &document)
{
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    return frames.isEmpty() ? nullptr : qobject_cast<QTextTable *>(frames.first());
}

} // namespace casebook
