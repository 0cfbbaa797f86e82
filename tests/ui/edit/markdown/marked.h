#pragma once

#include "ui/edit/markdown/textchange.h"

namespace casebook {

/// A text for a table of tests: « and » stand around what is selected, ^ is a cursor.
inline SelectedText selectedText(QString marked)
{
    SelectedText source;
    const qsizetype cursor = marked.indexOf(u'^');
    const qsizetype begin = cursor >= 0 ? cursor : marked.indexOf(u'«');
    const qsizetype end = cursor >= 0 ? cursor : marked.indexOf(u'»') - 1;
    source.selection = {begin, end};
    source.text = marked.remove(u'^').remove(u'«').remove(u'»');
    return source;
}

inline QString marked(const SelectedText &source)
{
    QString text = source.text;
    if (source.selection.isEmpty())
        return text.insert(source.selection.begin, u'^');
    return text.insert(source.selection.end, u'»').insert(source.selection.begin, u'«');
}

} // namespace casebook
