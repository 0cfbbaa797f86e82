#include "tests/ui/report/briefingcorpus.h"

#include "core/corpus/loader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(name: Test corpus
subject: Rust
description: Cases to try a briefing on.
roles: {title: title, group: decision, organization: organization, from: from, to: to, year: year, claims: claims,
  figures: figures, sources: sources, related: related, reviewed: reviewed, tags: tags}
groups:
  - {value: migrating, label: Migrating, description: They moved., color: blue}
  - {value: against, label: Decided against, description: They did not., color: orange}
fields:
  title: {type: text, label: Title}
  organization: {type: text, label: Organization}
  decision: {type: choice, label: Decision, facet: true}
  from: {type: list, label: From, facet: true}
  to: {type: list, label: To}
  year: {type: year, label: Year, facet: true}
  claims:
    type: records
    label: Claims
    fields: {side: {type: choice, label: Side}, reason: {type: choice, label: Reason}, text: {type: text, label: Claim},
      source: {type: number, label: Source}}
  figures:
    type: records
    label: Figures
    fields: {what: {type: text, label: What}, before: {type: number, label: Before}, after: {type: number, label: After},
      source: {type: number, label: Source}}
  sources:
    type: records
    label: Sources
    fields: {title: {type: text, label: Title}, url: {type: url, label: Address}, year: {type: year, label: Year},
      relation: {type: choice, label: Relation}}
  related: {type: list, label: Related}
  tags: {type: list, label: Tags, facet: true}
  reviewed: {type: date, label: Reviewed}
)";

const QByteArray alpha = R"(---
title: The first service
organization: Alpha
decision: migrating
from: [Go]
to: [Rust]
year: 2020
claims:
  - {side: for, reason: latency, text: It stalled no more., source: 2}
  - {side: against, reason: learning, text: It took months to learn., source: 1}
figures:
  - {what: Requests served, before: 1000, after: 3000, source: 1}
sources:
  - {title: How Alpha moved, url: "https://example.org/alpha", year: 2020, relation: first-party}
  - {title: "Größe zählt", url: "https://example.org/größe?q=ü&r=a%20b"}
related: [beta, gamma, nowhere]
tags: [backend, cache]
reviewed: 2026-01-02
---

## What

See [the other one](beta.md) and [below](#lessons), or [a page](https://example.com/page_(1)).

## Lessons

Firm offices suffice.
)";

QByteArray longBody()
{
    QByteArray body;
    for (int part = 1; part <= 12; ++part) {
        body += "## Part " + QByteArray::number(part) + "\n\n";
        for (int i = 0; i < 4 + part % 5; ++i)
            body +=
                QByteArray("Sentence after sentence fills the page with words of no weight. ").repeated(3 + i) + "\n\n";
    }
    return body;
}

} // namespace

BriefingCorpus::BriefingCorpus()
{
    write(u"corpus.yaml"_s, description);
    write(u"cases/alpha.md"_s, alpha);
    write(u"cases/beta.md"_s,
          "---\ntitle: A second system\norganization: Beta\ndecision: migrating\nfrom: [C++]\nto: [Rust]\nyear: 2019\n"
          "sources:\n  - {title: Beta tells, url: \"https://example.org/beta\"}\nrelated: [alpha]\ntags: [cache]\n"
          "reviewed: 2026-03-04\n---\n\n"
              + longBody());
    write(u"cases/gamma.md"_s,
          "---\ntitle: What was left alone\norganization: Gamma\ndecision: against\nyear: 2021\n"
          "sources:\n  - {title: Gamma tells, url: \"https://example.org/gamma\"}\n---\n\nThey stayed. 中文 Ελληνικά "
          "עברית\n");
    write(u"cases/delta.md"_s, "---\ntitle: Without a group\n---\n\nA few words.\n");
    write(u"cases/broken.md"_s, "---\ntitle: [never closed\n---\n\nWords.\n");
}

void BriefingCorpus::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).absolutePath());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path(name)));
}

void BriefingCorpus::remove(const QString &name) const
{
    if (!QFile::remove(path(name)))
        qFatal("cannot remove %s", qPrintable(path(name)));
}

Corpus BriefingCorpus::load() const
{
    Result<Corpus> corpus = loadCorpus(m_folder.path());
    if (!corpus)
        qFatal("%s", qPrintable(corpus.error().message));
    return std::move(*corpus);
}

SearchResult BriefingCorpus::select(const Corpus &corpus, const QString &query, const QString &groupPath)
{
    Arrangement arrangement;
    arrangement.groupPath = groupPath;
    return Search(corpus).run(parseQuery(query, corpus.schema()), arrangement);
}

} // namespace casebook
