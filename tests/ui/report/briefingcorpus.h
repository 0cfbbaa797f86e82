#pragma once

#include "core/corpus/corpus.h"
#include "core/query/search.h"

#include <QTemporaryDir>

namespace casebook {

/// A corpus in a temporary folder that has what a briefing must cope with: two groups and a case in none, related
/// cases, addresses beyond ASCII, sources that are cited twice, texts of several pages, and a file that cannot be read.
class BriefingCorpus {
public:
    BriefingCorpus();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    void remove(const QString &name) const;

    Corpus load() const;
    static SearchResult select(const Corpus &corpus, const QString &query = {}, const QString &groupPath = {});

private:
    QTemporaryDir m_folder;
};

} // namespace casebook
