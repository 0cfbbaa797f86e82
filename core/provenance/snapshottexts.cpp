#include "core/provenance/snapshottexts.h"

#include "core/provenance/claimsearch.h"
#include "core/provenance/quotesearch.h"
#include "core/sources/readabletext.h"

namespace casebook {

namespace {

/// In kilobytes: the words of a text take many times its own size.
qsizetype costOf(const PageText &page)
{
    constexpr qsizetype bytesOfWord = sizeof(TextWord) + 2 * sizeof(PageText::Occurrence);
    return 1 + (page.text().size() * 2 + static_cast<qsizetype>(page.words().size()) * bytesOfWord) / 1024;
}

} // namespace

Result<SnapshotTexts::Text> SnapshotTexts::textOf(const QString &root, const Snapshot &snapshot,
                                                  const std::stop_token &stop)
{
    {
        const QMutexLocker locker(&m_mutex);
        if (const Text *known = m_texts.object(snapshot.sha256))
            return *known;
    }
    const Result<ReadableText> readable = readSnapshot(root, snapshot, {.stop = stop});
    if (!readable) // asked for again: the file may come back
        return readable.error();
    auto text = std::make_shared<const PageText>(readable->text());
    const QMutexLocker locker(&m_mutex);
    m_texts.insert(snapshot.sha256, new Text(text), costOf(*text));
    return Text(text);
}

Result<Passage> SnapshotTexts::passageIn(const QString &root, const Snapshot &snapshot, const QString &words,
                                         bool isVerbatim, const std::stop_token &stop)
{
    const QByteArray key = snapshot.sha256 + (isVerbatim ? 'q' : 'c') + words.toUtf8();
    {
        const QMutexLocker locker(&m_mutex);
        if (const Passage *known = m_passages.object(key))
            return *known;
    }
    const Result<Text> text = textOf(root, snapshot, stop);
    if (!text)
        return text.error();
    const Passage passage = isVerbatim ? findQuote(words, **text) : findClaim(words, **text);
    const QMutexLocker locker(&m_mutex);
    m_passages.insert(key, new Passage(passage));
    return passage;
}

} // namespace casebook
