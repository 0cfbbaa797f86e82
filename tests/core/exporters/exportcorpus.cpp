#include "exportcorpus.h"

#include "core/corpus/loader.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr char description[] = R"yaml(
name: "Moves & <other> stories"
subject: Rust
description: Who moved, with 100% of the {reasons} they gave.
roles: {title: title, group: decision, organization: org, from: from, to: to, year: year, claims: reasons,
  figures: figures, sources: sources, related: related, reviewed: reviewed}
evidence: {first-party: own, third-party: others, years: 5}
groups:
  - {value: moved, label: Moved to <Rust>, description: "They moved: all of it.", color: blue}
  - {value: stayed, label: Stayed, color: orange}
fields:
  title: {type: text, required: true}
  org: {type: text, label: Organization}
  decision: {type: choice, vocabulary: [moved, stayed]}
  from: {type: list}
  to: {type: list}
  year: {type: year}
  effort: {type: record, fields: {people: {type: number}, note: {type: text}}}
  reasons:
    type: records
    fields:
      side: {type: choice, vocabulary: [{id: for, label: For}, {id: against, label: Against}]}
      reason: {type: choice, vocabulary: [{id: speed, label: Speed & size}, {id: cost, label: Cost}]}
      text: {type: text}
      source: {type: number}
  figures: {type: records, fields: {what: {type: text}, before: {type: number}, after: {type: number}, unit: {type: text}, source: {type: number}}}
  sources: {type: records, fields: {title: {type: text}, url: {type: url}, year: {type: year}, kind: {type: choice, vocabulary: [{id: blog, label: Blog}]}, relation: {type: choice, vocabulary: [own, others]}}}
  related: {type: list}
  reviewed: {type: date}
)yaml";

constexpr char firstFields[] = R"yaml(title: 'Core <b>service</b> & "friends", first; part'
org: =HYPERLINK("http://evil.example","click")
decision: moved
from: [C++, "Go, with a comma"]
to: [Rust]
year: 2020
effort: {people: 3, note: "-1+2"}
reasons:
  - {side: for, reason: speed, text: "Twice as fast: 100% <script>alert(1)</script>", source: 1}
  - {side: against, reason: cost, text: "@SUM(A1) is what \"they\" paid,\nover two lines", source: 2}
  - {side: for, reason: cost, text: No source is named.}
figures:
  - {what: "Latency, 99th", before: 12.5, after: 3, unit: ms, source: 1}
  - {what: Users, after: 1000000}
sources:
  - {title: "Why {we} moved_to $Rust & left 50% #1 ~ ^ \\ behind", url: "https://example.com/a?b=1&c=%7Bx%7D#top", year: 2020, kind: blog, relation: own}
  - {title: Zweiter Blick 日本語 🦀, url: "https://例え.example/ü b", kind: blog, relation: others}
related: [second, nobody]
reviewed: 2026-11-20
extra: "+49 30 1234"
id: mine
problems: none
odd: [{deep: 1}, {deep: "=2"}]
)yaml";

constexpr char firstBody[] = R"md(# Core <b>service</b> & "friends", first; part

# What

Text with <img src=x onerror=alert(1)> and [a case](second.md), [none](gone.md), [a page](https://example.com/p?x=1&y=2),
[bad](javascript:alert(1)) and ![a picture](dot.png) ![far](https://example.com/far.png) ![no file](none.png).

## Deeper

> A quote with `code <b>`.

| a | b |
|:--|--:|
| 1 | = |
)md";

} // namespace

ExportCorpus::ExportCorpus()
{
    m_folder.write(u"corpus.yaml"_s, description);
    m_folder.writeCase(u"cases/first.md"_s, firstFields, firstBody);
    m_folder.writeCase(
        u"cases/second.md"_s,
        "title: שלום عالم\norg: Zwo\ndecision: stayed\nyear: 2019\nreasons: {side: against, text: One alone}\n"
        "sources: [{title: The same page, url: \"https://example.com/a?b=1&c=%7Bx%7D#top\"}]\n");
    m_folder.writeCase(u"cases/third.md"_s, "title: Nothing else\n", "Only **text**.\n");
    m_folder.writeCase(u"cases/broken.md"_s, "title: [never closed\n");
    m_folder.write(
        u"cases/dot.png"_s,
        QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU"
                               "5ErkJggg=="));
    Result<Corpus> loaded = loadCorpus(m_folder.root());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    m_corpus = *loaded;
    select({});
}

void ExportCorpus::select(const QString &query)
{
    m_query = query;
    m_selection = Search(m_corpus).run(parseQuery(query, m_corpus.schema()), {});
}

CaseStudies ExportCorpus::readable() const
{
    CaseStudies cases;
    for (const int row : m_selection.order) {
        if (!m_corpus.at(row)->broken)
            cases.push_back(m_corpus.at(row));
    }
    return cases;
}

ExportContent ExportCorpus::content() const
{
    const Query query = parseQuery(m_query, m_corpus.schema());
    return {m_corpus, m_selection, {}, describeQuery(query, m_corpus.schema()), toText(query, m_corpus.schema())};
}

const TextFormat &ExportCorpus::format(const QString &name)
{
    for (const TextFormat &one : textFormats()) {
        if (one.name == name)
            return one;
    }
    qFatal("no such format");
}

QByteArray ExportCorpus::write(const QString &name) const
{
    QByteArray bytes;
    format(name).write(content(), [&](const QByteArray &piece) {
        bytes += piece;
        return true;
    });
    return bytes;
}

QJsonObject ExportCorpus::readBack(const QString &name) const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"export"_s);
    const Result<void> written = writeTextFile(format(name), content(), path);
    if (!written)
        qFatal("%s", qPrintable(written.error().message));
    const QString here = QStringLiteral(CASEBOOK_SOURCE_DIR);
    QStringList arguments{here + u"/tests/core/exporters/readexport.py"_s, name, path};
    if (name == u"json")
        arguments.append(here + u"/core/exporters/export.schema.json"_s);
    QProcess reader;
    reader.start(u"/usr/bin/python3"_s, arguments);
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        qWarning("%s", reader.readAllStandardError().constData());
    return QJsonDocument::fromJson(reader.readAllStandardOutput()).object();
}

} // namespace casebook
