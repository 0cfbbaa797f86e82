#include "core/exporters/bibtexexport.h"

#include "core/exporters/casewords.h"
#include "core/markdown/link.h"
#include "core/sources/copywords.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

struct Entry {
    QString key;
    Source source;
    QStringList citedBy; ///< names of cases
};

/// Letters and digits of ASCII, in lower case, with marks taken off letters.
QString keyPart(const QString &text)
{
    QString part;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            part += c;
    }
    return part.left(24);
}

/// The first word of a title that says something.
QString wordOf(const QString &title)
{
    constexpr int shortest = 4; // letters; shorter ones are articles and the like
    QString longest;
    for (const QString &word : title.simplified().split(u' ')) {
        const QString part = keyPart(word);
        if (part.size() >= shortest)
            return part;
        if (part.size() > longest.size())
            longest = part;
    }
    return longest;
}

QString field(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : QString(u"  "_s + name + u" = {" + value + u"},\n");
}

/// An address in a field: percent-encoded, so that nothing in it is a brace or a blank.
QString addressOf(const QString &url)
{
    QString address = QString::fromLatin1(encodedLink(url));
    for (const QChar c : u"{}\\~^\""_s)
        address.replace(c, u'%' + QString::number(c.unicode(), 16).toUpper());
    return address;
}

/// A comment line. Outside of entries BibTeX itself knows no comments: an "@" there begins an entry all the same.
QString comment(const QString &text)
{
    return text.isEmpty() ? QString() : QString(u"% "_s + text.simplified().replace(u'@', u"(at)"_s) + u'\n');
}

class BibtexExport {
public:
    explicit BibtexExport(const ExportContent &content) : m_content(content), m_schema(content.corpus.schema())
    {
        for (const int row : content.selection.order)
            addSources(*content.corpus.at(row));
    }

    bool run(const ExportSink &sink) const
    {
        if (!sink((comment(m_content.titleOrName()) + comment(m_content.words)).toUtf8()))
            return false;
        for (const Entry &entry : m_entries) {
            if (!sink(textOf(entry).toUtf8()))
                return false;
        }
        return true;
    }

private:
    void addSources(const CaseStudy &study)
    {
        const QString name = caseName(study, m_schema).simplified();
        for (const Source &source : sourcesOf(study, m_schema)) {
            const QString identity = source.url.isEmpty() ? source.title.simplified() : source.url.trimmed();
            if (identity.isEmpty())
                continue;
            const qsizetype known = m_numbers.value(identity, -1);
            if (known < 0) {
                m_numbers.insert(identity, m_entries.size());
                m_entries.append({keyFor(study, source), source, {name}});
            } else if (!m_entries.at(known).citedBy.contains(name)) {
                m_entries[known].citedBy.append(name);
            }
        }
    }

    QString keyFor(const CaseStudy &study, const Source &source)
    {
        QString base = keyPart(roleText(study, m_schema, role::organization));
        if (base.isEmpty() || !base.front().isLetter())
            base.prepend(u"source"_s);
        if (source.year > 0)
            base += QString::number(source.year);
        base += wordOf(source.title);
        QString key = base;
        for (int number = 2; m_keys.contains(key); ++number)
            key = base + u'-' + QString::number(number);
        m_keys.insert(key);
        return key;
    }

    QString textOf(const Entry &entry) const
    {
        const Source &source = entry.source;
        const QString title = (source.title.isEmpty() ? source.url : source.title).simplified();
        QStringList note{partLabel(m_schema, role::sources, u"kind", source.kind),
                         partLabel(m_schema, role::sources, u"relation", source.relation),
                         copyInDocument(m_content.corpus.sourceFacts(), source.url),
                         ExportWords::tr("cited by %1").arg(entry.citedBy.join(u"; "_s))};
        note.removeAll(QString());
        // Braces around the title keep its capitals.
        return u"\n@misc{"_s + entry.key + u",\n"_s + field(u"title"_s, u'{' + bibtexText(title) + u'}')
            + field(u"year"_s, source.year > 0 ? QString::number(source.year) : QString())
            + field(u"url"_s, addressOf(source.url)) + field(u"note"_s, bibtexText(note.join(u", "_s))) + u"}\n"_s;
    }

    const ExportContent &m_content;
    const Schema &m_schema;
    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_numbers; ///< by address, or title
    QSet<QString> m_keys;
};

} // namespace

QString bibtexText(const QString &text)
{
    // Braces must be even in a field, even behind a backslash: so they get names.
    static const QHash<QChar, QString> commands{
        {u'\\', u"\\textbackslash{}"_s},
        {u'{', u"\\textbraceleft{}"_s},
        {u'}', u"\\textbraceright{}"_s},
        {u'~', u"\\textasciitilde{}"_s},
        {u'^', u"\\textasciicircum{}"_s},
        {u'$', u"\\$"_s},
        {u'&', u"\\&"_s},
        {u'#', u"\\#"_s},
        {u'_', u"\\_"_s},
        {u'%', u"\\%"_s},
    };
    QString out;
    for (const QChar c : text.simplified()) {
        const auto command = commands.constFind(c);
        if (command != commands.constEnd())
            out += *command;
        else if (c.category() != QChar::Other_Control)
            out += c;
    }
    return out;
}

bool writeBibtex(const ExportContent &content, const ExportSink &sink)
{
    return BibtexExport(content).run(sink);
}

} // namespace casebook
