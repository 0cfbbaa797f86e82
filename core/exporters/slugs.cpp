#include "core/exporters/slugs.h"

namespace casebook {

QString Slugs::next(const QString &heading)
{
    QString base;
    for (const QChar c : heading.trimmed().toLower()) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-' || c == u'_')
            base += c;
        else if (c.isSpace())
            base += u'-';
    }
    QString slug = base;
    for (int &number = m_used[base]; m_used.contains(slug) && number > 0;) {
        slug = base + u'-' + QString::number(number);
        ++number;
    }
    if (slug == base)
        m_used[base] = 1;
    else
        m_used.insert(slug, 1);
    return slug;
}

} // namespace casebook
