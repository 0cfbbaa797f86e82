#include "foundagain.h"

#include "core/importers/importplan.h"
#include "core/importers/markdownsource.h"
#include "core/markdown/parser.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, int> wordsIn(QString text)
{
    // In front matter a word may stand as an escape.
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s);
    QHash<QString, int> words;
    for (auto it = word.globalMatch(text.toCaseFolded()); it.hasNext();)
        ++words[it.next().captured()];
    return words;
}

void collectUrls(const MarkdownNode &node, QStringList &urls)
{
    if (!node.url.isEmpty())
        urls.append(node.url);
    for (const MarkdownNode &child : node.children)
        collectUrls(child, urls);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QStringList lostWords(const QString &document, const QByteArray &corpus)
{
    QString text = plainText(parseMarkdown(document.toUtf8()));
    static const QRegularExpression label(
        u"^\\s*sources?\\s*:"_s, QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const QHash<QString, int> wanted = wordsIn(text.remove(label));
    const QHash<QString, int> there = wordsIn(QString::fromUtf8(corpus));
    QStringList lost;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (there.value(it.key()) < it.value())
            lost.append(u"%1 (%2 of %3)"_s.arg(it.key()).arg(there.value(it.key())).arg(it.value()));
    }
    lost.sort();
    return lost;
}

QStringList lostLinks(const QString &document, const QByteArray &corpus)
{
    QStringList urls;
    collectUrls(parseMarkdown(document.toUtf8()), urls);
    const QString there = QString::fromUtf8(corpus);
    QStringList lost;
    for (const QString &url : std::as_const(urls)) {
        if (!there.contains(url))
            lost.append(url);
    }
    return lost;
}

QByteArray bytesOf(const QString &folder)
{
    QByteArray bytes;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        bytes += read(files.next()) + '\n';
    return bytes;
}

QStringList importInto(const QString &folder, const QByteArray &bytes, const QString &origin)
{
    const Result<ImportedDocument> document = readDocumentBytes(bytes, origin);
    if (!document)
        return {};
    Result<ImportTarget> target = findTarget(folder, *document);
    if (!target)
        return {target.error().message};
    const ImportComparison comparison = compareImport(*document, std::move(*target), {origin, QDate(2026, 11, 20)});
    const Plan plan = planImport(comparison);
    QDir().mkpath(folder);
    const PlanOutcome outcome = carryOut(comparison.target.layout.root, plan);
    QStringList paths;
    for (const PlannedFile &file : plan.files)
        paths.append(file.step.path);
    for (const LeftOutFile &file : plan.leftOut + outcome.leftOut)
        paths.append(u"left out: "_s + file.path + u' ' + file.reason);
    return paths;
}

QByteArray fixture(const QString &name)
{
    return read(QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/tests/data/importers/"_s + name);
}

QByteArray seed(const QString &name)
{
    return read(QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/../shared/seeds/"_s + name);
}

} // namespace casebook
