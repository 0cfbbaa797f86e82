#pragma once

#include "../corpus/testfolder.h"
#include "core/corpus/corpus.h"
#include "core/exporters/textformat.h"
#include "core/query/search.h"

#include <QJsonObject>

namespace casebook {

/// A corpus of awkward texts, what is selected of it, and the files that it is exported to.
class ExportCorpus {
public:
    ExportCorpus();

    const Corpus &corpus() const { return m_corpus; }
    const SearchResult &selection() const { return m_selection; }
    void select(const QString &query);
    void setSourceFacts(const SourceFactsPtr &facts) { m_corpus.setSourceFacts(facts); }
    /// All cases of the selection that can be read, in order.
    CaseStudies readable() const;

    ExportContent content() const;
    QByteArray write(const QString &format) const;
    /// What an independent reader finds in the format; the test fails where it finds nothing.
    QJsonObject readBack(const QString &format) const;

    static const TextFormat &format(const QString &name);

private:
    TestFolder m_folder;
    Corpus m_corpus;
    QString m_query;
    SearchResult m_selection;
};

} // namespace casebook
