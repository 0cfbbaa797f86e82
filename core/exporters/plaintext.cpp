#include "core/exporters/plaintext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

bool steers(QChar character)
{
    const char16_t unit = character.unicode();
    return character.category() == QChar::Other_Control || (unit >= 0x202a && unit <= 0x202e)
        || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x2028 || unit == 0x2029;
}

QByteArray codeOfColor(const QString &color)
{
    static const QHash<QString, QByteArray> codes{
        {u"blue"_s, "1;34"}, {u"teal"_s, "1;36"},  {u"orange"_s, "1;33"}, {u"purple"_s, "1;35"},
        {u"red"_s, "1;31"},  {u"green"_s, "1;32"}, {u"gray"_s, "1;37"},
    };
    return codes.value(color, "1");
}

} // namespace

QString plainLine(const QString &text)
{
    QString line = plainText(text);
    std::replace(line.begin(), line.end(), QChar(u'\n'), QChar(u' '));
    std::replace(line.begin(), line.end(), QChar(u'\t'), QChar(u' '));
    return line;
}

QString plainText(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), steers))
        return text;
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &character : plain) {
        if (steers(character) && character != u'\n' && character != u'\t')
            character = QChar::ReplacementCharacter;
    }
    return plain;
}

QString TextStyle::wrap(const QString &text, const char *code) const
{
    if (!m_colored || text.isEmpty())
        return text;
    return u"\x1b["_s + QLatin1StringView(code) + u'm' + text + u"\x1b[0m"_s;
}

QString TextStyle::severity(const QString &text, Severity severity) const
{
    return wrap(text, severity == Severity::Error ? "31" : "33");
}

QString TextStyle::heading(const QString &text, const QString &color) const
{
    return wrap(text, codeOfColor(color).constData());
}

QString problemLine(const Problem &problem, const TextStyle &style)
{
    QString line = style.severity(severityName(problem.severity) + u':', problem.severity) + u' ';
    if (problem.line > 0)
        line += QCoreApplication::translate("casebook::CommandLine", "line %1: ").arg(problem.line);
    return line + plainLine(problem.message);
}

} // namespace casebook
