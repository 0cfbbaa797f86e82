#pragma once

#include "core/corpus/casereader.h"
#include "core/corpus/corpus.h"
#include "core/corpus/schemareader.h"

namespace casebook {

/// A corpus that never was on disk: cases from their front matter and body.
class TestCorpus {
public:
    explicit TestCorpus(const QByteArray &description) : m_schema(readSchema(description).schema)
    {
        corpus = Corpus(CorpusLayout(), m_schema, {});
    }

    CaseStudyPtr makeCase(const QString &id, const QByteArray &frontMatter, const QByteArray &body = {}) const
    {
        QByteArray file = "---\n";
        file += frontMatter;
        file += "\n---\n";
        file += body;
        return caseFromDocument(CorpusLayout(), m_schema, id + QStringLiteral(".md"), Document::parse(file));
    }
    void add(const QString &id, const QByteArray &frontMatter, const QByteArray &body = {})
    {
        corpus.add({makeCase(id, frontMatter, body)});
    }

    Corpus corpus;

private:
    Schema m_schema;
};

} // namespace casebook
