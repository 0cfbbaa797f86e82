#include "ui/report/absentlinks.h"

#include "ui/typeset/casetypesetter.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace casebook {

void unlinkAbsent(QTextDocument &document, const QSet<QString> &addresses, const QColor &color)
{
    QList<std::pair<int, int>> absent; // position, length
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QString address = it.fragment().charFormat().anchorHref();
            if (address.startsWith(caseLinkPrefix) && !addresses.contains(address))
                absent.append({it.fragment().position(), it.fragment().length()});
        }
    }
    if (absent.isEmpty())
        return;
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (const auto &[position, length] : std::as_const(absent)) {
        cursor.setPosition(position);
        cursor.setPosition(position + length, QTextCursor::KeepAnchor);
        QTextCharFormat plain = cursor.charFormat();
        // Qt says twice that a text is underlined.
        for (int property : {QTextFormat::IsAnchor, QTextFormat::AnchorHref, QTextFormat::TextUnderlineStyle,
                             QTextFormat::FontUnderline, QTextFormat::TextUnderlineColor})
            plain.clearProperty(property);
        plain.setForeground(color);
        cursor.setCharFormat(plain);
    }
    cursor.endEditBlock();
}

} // namespace casebook
