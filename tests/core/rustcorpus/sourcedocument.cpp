#include "tests/core/rustcorpus/sourcedocument.h"

#include "tests/core/rustcorpus/rustcorpus.h"

#include <QDir>
#include <QRegularExpression>

#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString documentFolder()
{
    return dataFolder() + u"/../../shared/seeds"_s;
}

/// UTF-8 that was read as Mac Roman and written as UTF-8 again: the signs that matter to words.
QString mended(QString text)
{
    static const QList<std::pair<QString, QString>> signs{
        {u"\u201A\u00C4\u00F4"_s, u"\u2019"_s}, // an apostrophe
        {u"\u201A\u00C4\u00EE"_s, u"\u2014"_s}, // a dash
        {u"\u201A\u00C4\u00FA"_s, u"\u201C"_s}, // quotation marks
        {u"\u201A\u00C4\u00F9"_s, u"\u201D"_s},
    };
    for (const auto &[damaged, meant] : signs)
        text.replace(damaged, meant);
    return text;
}

} // namespace

QList<DocumentSection> SourceDocument::sections() const
{
    QList<DocumentSection> sections{{}};
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        static const QRegularExpression heading(u"^#+\\s+(.*?)\\s*$"_s);
        if (const QRegularExpressionMatch match = heading.match(line); match.hasMatch())
            sections.append({match.captured(1), {}});
        else
            sections.last().text += line + u'\n';
    }
    return sections;
}

QList<SourceDocument> documents()
{
    QList<SourceDocument> documents;
    const QDir folder(documentFolder());
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        documents.append({name, mended(textOfFile(folder.filePath(name)))});
    return documents;
}

QString documentsMissing()
{
    return u"The documents that the corpus was drawn from are not in "_s + QDir::cleanPath(documentFolder());
}

QStringList addressesIn(const QString &text)
{
    static const QRegularExpression address(uR"(https?://[^\s()<>\]"`]*[^\s()<>\]"`.,;:!?])"_s);
    QStringList addresses;
    for (auto matches = address.globalMatch(text); matches.hasNext();)
        addresses.append(matches.next().captured());
    addresses.removeDuplicates();
    return addresses;
}

QList<DatedLink> datedLinksIn(const QString &text)
{
    static const QRegularExpression link(uR"(\[([^\]]+) \((\d{4})\)\]\(([^)\s]+)\))"_s);
    QList<DatedLink> links;
    for (auto matches = link.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        links.append({match.captured(1), match.captured(2).toInt(), match.captured(3)});
    }
    return links;
}

} // namespace casebook
