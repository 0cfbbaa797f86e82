#include "core/corpus/loader.h"
#include "core/exporters/casebody.h"
#include "core/exporters/textformat.h"
#include "core/importers/importer.h"
#include "core/importers/importplan.h"
#include "core/importers/importtarget.h"
#include "core/markdown/markdownwriter.h"
#include "core/markdown/parser.h"
#include "core/query/search.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// The Markdown export, read again: what stands there of each case is what the case holds. The shape of the document
/// has no place for an organization where there is none, for what was taken up where nothing was left, for the kind and
/// relation of a source, nor for where a link to another case leads within the corpus; that is left out of what is
/// compared.
class TestMarkdownRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void givesTheSameCases_data();
    void givesTheSameCases();
};

namespace {

// Titles, groups and texts that look like the document's own marks.
const QByteArray awkward = R"yaml(name: "Awkward: cases & all"
roles: {title: title, group: verdict, organization: who, from: left, to: took, year: when, sources: pages}
groups:
  - {value: "yes", label: "Done (mostly)", description: "It was *done*: [so] they say."}
  - {value: "no", label: Summary}
fields:
  title: {type: text, label: Title}
  who: {type: text, label: Who}
  verdict: {type: choice, label: Verdict}
  left: {type: list, label: Left}
  took: {type: list, label: Took}
  when: {type: year, label: When}
  pages: {type: records, label: Pages, fields: {title: {type: text}, url: {type: url}, year: {type: year}}}
)yaml";

QByteArray caseFile(const QByteArray &fields, const QByteArray &body)
{
    return "---\n" + fields + "\n---\n\n" + body;
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void writeAwkward(const QString &root)
{
    write(root + u"/corpus.yaml"_s, awkward);
    write(root + u"/cases/marks.md"_s,
          caseFile(
              "title: \"The *bold* [one] #1 `x` <b>\"\nwho: Foo_Bar & Co\nverdict: \"yes\"\nleft: [C++, C#]\n"
              "took: [Rust]\npages:\n"
              "  - {title: \"A [title] (with) *marks*\", url: \"https://example.org/a_(b)?c=d&e=f\", year: 2019}\n"
              "  - {title: \"Größe: 中文\", url: \"https://example.org/gr%C3%B6%C3%9Fe\"}\n"
              "  - {title: \"1984\", url: \"https://example.org/1984\", year: 1999}",
              "Sources: none of these is one.\n\n## Deep\n\n### Deeper\n\n> A quote\n\n```c\n# not a heading\n```\n\n"
              "| A | B |\n|---|---|\n| 1 | 2 \\| 3 |\n\n1. one\n2. two\n"));
    write(root + u"/cases/no-sources.md"_s,
          caseFile("title: Left alone\nwho: \"Acme, Inc.\"\nverdict: \"no\"\nleft: [Go]\ntook: [Rust, Zig]",
                   "Why: nobody knows -> see [the other](marks.md).\n\nSource: hearsay.\n"));
    write(
        root + u"/cases/bare.md"_s,
        caseFile("title: Overview of it all\nwho: Überall GmbH\nverdict: \"no\"\nleft: [OCaml]\ntook: [Rust]\npages:\n"
                 "  - {title: One page alone, url: \"https://example.org/one\", year: 2021}",
                 "Sources:\n\n- https://example.org/in-the-text\n\n# Top\n\nWords.\n"));
    write(root + u"/cases/empty.md"_s,
          caseFile("title: \"Nothing but a title: and a colon, and a comma\"\nwho: Someone\nverdict: \"yes\"\n"
                   "left: [Perl]\ntook: [Rust]",
                   ""));
}

QByteArray exported(const Corpus &corpus)
{
    QByteArray bytes;
    for (const TextFormat &format : textFormats()) {
        if (format.name == u"markdown") {
            format.write({corpus, Search(corpus).run(Query(), {}), {}, {}, {}}, [&bytes](const QByteArray &piece) {
                bytes += piece;
                return true;
            });
        }
    }
    return bytes;
}

/// Links within the document are words alone.
void unlink(MarkdownNode &node)
{
    std::vector<MarkdownNode> children;
    for (MarkdownNode &child : node.children) {
        unlink(child);
        if (child.kind == MarkdownKind::Link && child.url.startsWith(u'#'))
            std::move(child.children.begin(), child.children.end(), std::back_inserter(children));
        else
            children.push_back(std::move(child));
    }
    node.children = std::move(children);
}

QString plain(MarkdownNode body)
{
    unlink(body);
    return toMarkdown(parseMarkdown(toMarkdown(body).toUtf8()));
}

QString bodyOf(const Corpus &corpus, const CaseStudy &study)
{
    BodyRules rules;
    rules.topLevel = 2;
    rules.resolve = [](const QString &) { return u"#somewhere"_s; };
    return plain(bodyInDocument(corpus, study, rules));
}

/// What a case must be found to say, line by line.
QStringList wanted(const Corpus &corpus, const CaseStudy &study)
{
    const Schema &schema = corpus.schema();
    const QString group = roleText(study, schema, role::group);
    QStringList lines{u"title: "_s + study.title};
    for (const Group &one : schema.groups) {
        if (one.value == group)
            lines.append(u"group: "_s + one.label);
    }
    lines.append(u"organization: "_s + roleTexts(study, schema, role::organization).join(u", "_s));
    const QStringList from = roleTexts(study, schema, role::from);
    lines.append(u"from: "_s + from.join(u'|'));
    lines.append(u"to: "_s + (from.isEmpty() ? QString() : roleTexts(study, schema, role::to).join(u'|')));
    for (const Source &source : sourcesOf(study, schema))
        lines.append(u"source: %1 <%2> %3"_s.arg(source.title, source.url).arg(source.year));
    return lines << bodyOf(corpus, study);
}

QStringList found(const CaseComparison &one)
{
    const ImportedCase &study = one.imported;
    QStringList lines{u"title: "_s + study.title, u"group: "_s + study.group, u"organization: "_s + study.organization,
                      u"from: "_s + study.from.join(u'|'), u"to: "_s + study.to.join(u'|')};
    for (const ImportedSource &source : study.sources) {
        if (!source.mentioned)
            lines.append(u"source: %1 <%2> %3"_s.arg(source.title, source.url).arg(source.year));
    }
    return lines << plain(parseMarkdown(one.body.toUtf8()));
}

/// The lines that only one of them has.
QStringList differencesOf(const QString &id, const QStringList &wanted, const QStringList &found)
{
    if (wanted == found)
        return {};
    const QStringList before = wanted.join(u'\n').split(u'\n');
    const QStringList after = found.join(u'\n').split(u'\n');
    QStringList lines{u"in "_s + id};
    for (const QString &line : before) {
        if (!after.contains(line))
            lines.append(u"- "_s + line);
    }
    for (const QString &line : after) {
        if (!before.contains(line))
            lines.append(u"+ "_s + line);
    }
    return lines;
}

} // namespace

void TestMarkdownRoundTrip::givesTheSameCases_data()
{
    QTest::addColumn<bool>("bundled");
    QTest::newRow("the bundled corpus") << true;
    QTest::newRow("awkward texts") << false;
}

void TestMarkdownRoundTrip::givesTheSameCases()
{
    QFETCH(bool, bundled);
    const QTemporaryDir folder;
    if (!bundled)
        writeAwkward(folder.path());
    const Result<Corpus> corpus =
        loadCorpus(bundled ? QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust") : folder.path());
    QVERIFY(corpus);
    QVERIFY(corpus->size() >= 4);
    const Result<ImportedDocument> document = readDocumentBytes(exported(*corpus), u"export.md"_s);
    QVERIFY(document);
    QCOMPARE(document->format, u"markdown"_s);
    const ImportComparison comparison = compareImport(*document, targetOf(*corpus), {u"x"_s, QDate(2026, 11, 20)});
    QStringList differences;
    QStringList known;
    for (const CaseComparison &one : comparison.cases) {
        const CaseStudyPtr study = corpus->find(one.id);
        if (!study) {
            differences.append(u"made up: "_s + one.id);
            continue;
        }
        known.append(one.id);
        differences += differencesOf(one.id, wanted(*corpus, *study), found(one));
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    known.removeDuplicates();
    QCOMPARE(known.size(), corpus->size());
}

QTEST_GUILESS_MAIN(TestMarkdownRoundTrip)
#include "tst_markdownroundtrip.moc"
