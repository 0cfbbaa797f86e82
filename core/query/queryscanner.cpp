#include "core/query/queryscanner.h"

namespace casebook {

bool isNameSign(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || QStringView(u"-_./").contains(c);
}

bool isQuote(QChar c)
{
    return QStringView(u"\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02").contains(c);
}

bool QueryScanner::isAt(QChar c, qsizetype ahead) const
{
    return m_at + ahead < m_text.size() && m_text.at(m_at + ahead) == c;
}

bool QueryScanner::isBlankAt(qsizetype ahead) const
{
    return m_at + ahead >= m_text.size() || m_text.at(m_at + ahead).isSpace();
}

bool QueryScanner::skipBlanks()
{
    while (!atEnd() && m_text.at(m_at).isSpace())
        ++m_at;
    return !atEnd();
}

QString QueryScanner::readName()
{
    const qsizetype begin = m_at;
    while (!atEnd() && isNameSign(m_text.at(m_at)))
        ++m_at;
    return since(begin).toString();
}

QString QueryScanner::readBareUntil(QChar stop, bool inGroup)
{
    const qsizetype begin = m_at;
    int open = 0;
    for (; !atEnd(); ++m_at) {
        const QChar c = m_text.at(m_at);
        if (c.isSpace() || (!stop.isNull() && c == stop))
            break;
        open += c == u'(' ? 1 : 0;
        if (c == u')' && --open < 0 && inGroup)
            break;
    }
    return since(begin).toString();
}

QString QueryScanner::readQuoted()
{
    QString text;
    const bool typographic = m_text.at(m_at) != u'"';
    const auto ends = [&] { return atEnd() || m_text.at(m_at) == u'"' || (typographic && isQuote(m_text.at(m_at))); };
    for (++m_at; !ends(); ++m_at) {
        const bool escaped = m_text.at(m_at) == u'\\' && (isAt(u'"', 1) || isAt(u'\\', 1));
        m_at += escaped ? 1 : 0;
        text.append(m_text.at(m_at));
    }
    m_closed = !atEnd();
    m_at += m_closed ? 1 : 0;
    return text;
}

} // namespace casebook
