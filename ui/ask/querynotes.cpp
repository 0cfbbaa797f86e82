#include "ui/ask/querynotes.h"

#include "core/query/spelling.h"
#include "ui/edit/colors.h"
#include "ui/theme/theme.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNotes = 2;      // more would push the cases off the window
constexpr qsizetype longestWords = 300; // UTF-16 units

QString inColor(const QColor &color, const QString &text)
{
    return u"<span style=\"color:"_s + color.name() + u"\">"_s + text.toHtmlEscaped() + u"</span>"_s;
}

QString shortened(const QString &text)
{
    return text.size() <= longestWords ? text : text.left(longestWords - 1) + u'…';
}

} // namespace

QueryNotes::QueryNotes(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"queryNotes"_s);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setAccessibleName(tr("The query in words"));
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) { emit suggestionChosen(link.toInt()); });
}

void QueryNotes::showReading(const QueryReading &reading, const Schema &schema, const QList<Facet> &facets,
                             const std::function<bool(const QueryNote &)> &tells)
{
    QStringList parts;
    if (const QString words = describeQuery(spelledAsIn(facets, reading.query), schema); !words.isEmpty())
        parts.append(inColor(mutedText(palette()), shortened(words)));
    qsizetype told = 0;
    for (qsizetype i = 0; i < reading.notes.size() && told < mostNotes; ++i) {
        const QueryNote &note = reading.notes.at(i);
        if (!tells(note))
            continue;
        ++told;
        QString text = inColor(readable(warningColor(palette()), palette().color(QPalette::Window)),
                               shortened(messageOf(note, schema)));
        if (!note.suggestion.isEmpty())
            text += u" <a href=\""_s + QString::number(i) + u"\">"_s + tr("Use %1").arg(note.suggestion).toHtmlEscaped()
                + u"</a>"_s;
        parts.append(text);
    }
    // Always a line, or all that stands below would jump with the first letter.
    if (parts.isEmpty())
        parts.append(inColor(mutedText(palette()), tr("All cases")));
    setText(parts.join(u"<br>"_s));
}

} // namespace casebook
