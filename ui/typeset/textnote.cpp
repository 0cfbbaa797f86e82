#include "ui/typeset/textnote.h"

#include "ui/typeset/typestyle.h"

namespace casebook {

QTextCharFormat noteFormat(const TextNote &note, const TypeStyle &style)
{
    QTextCharFormat format = style.mutedFormat();
    if (note.tone.isValid())
        format.setForeground(style.readable(note.tone));
    format.setToolTip(note.toolTip);
    if (!note.address.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(note.address);
    }
    return format;
}

} // namespace casebook
