#include "ui/typeset/casecontext.h"

#include "ui/typeset/inlinetypesetter.h"


#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

const Value &CaseContext::roleValue(QStringView roleName) const
{
    return study.fields[schema.fieldOf(roleName)];
}

void CaseContext::heading(const QString &text)
{
    const int level = std::clamp(2 + options.headingOffset, 1, 6);
    const QTextCharFormat chars = style().headingFormat(level);
    QTextBlockFormat block = style().blockFormat(chars.font());
    block.setHeadingLevel(level);
    flow.beginBlock(1.9 * em(), block, chars);
    flow.text(text, chars);
}

QString CaseContext::anchorOf(int source) const
{
    return options.anchorPrefix + u"source-" + QString::number(source);
}

void CaseContext::sourceMark(int source, const QTextCharFormat &around)
{
    if (source <= 0)
        return;
    QTextCharFormat mark = around;
    mark.setFont(style().heading);
    mark.setFontPointSize(around.fontPointSize());
    mark.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    mark.setSuperScriptBaseline(
        35); // percent of the height: no higher than capitals, so that lines keep their distance
    if (source <= sourceCount) {
        mark.setAnchor(true);
        mark.setAnchorHref(u'#' + anchorOf(source));
        mark.setForeground(style().link);
    } else {
        mark.setForeground(style().muted);
    }
    flow.text(u"\u202f"_s, around); // no line may end here
    flow.text(QString::number(source), mark);
}

QString CaseContext::otherParts(QStringView roleName, const Value &record, const QStringList &known) const
{
    QStringList parts;
    const QString owner = schema.fieldOf(roleName);
    for (const auto &[key, value] : record.entries()) {
        const bool isKnown = std::any_of(known.begin(), known.end(), [&, &name = key](const QString &part) {
            return schema.partOf(roleName, part) == name;
        });
        const QString path = owner + u'.' + key;
        if (!isKnown && !value.isEmpty())
            parts.append(schema.fieldLabel(path) + u": " + valueInWords(schema, path, value));
    }
    return parts.join(u" · "_s);
}

QString valueInWords(const Schema &schema, const QString &path, const Value &value)
{
    QStringList words;
    if (value.isMap()) {
        for (const auto &[key, part] : value.entries()) {
            const QString inner = path + u'.' + key;
            if (!part.isEmpty())
                words.append(schema.fieldLabel(inner) + u": " + valueInWords(schema, inner, part));
        }
        return words.join(u" · "_s);
    }
    if (value.isList()) {
        const bool records =
            std::any_of(value.items().begin(), value.items().end(), [](const Value &item) { return item.isMap(); });
        for (const Value &item : value.items()) {
            if (!item.isEmpty())
                words.append(valueInWords(schema, path, item));
        }
        return words.join(records ? QString(QChar::LineSeparator) : u", "_s);
    }
    QString text = schema.valueLabel(path, value.toText()).trimmed();
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace casebook
