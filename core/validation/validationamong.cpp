#include "core/validation/validationamong.h"

#include "core/validation/acrossfindings.h"

#include <cstdlib>

namespace casebook {

namespace {

constexpr qsizetype mostFolded = 4; // characters by which folding may change a title's length

/// The first case before this one with the same title; empty where there is none.
QString firstOfTitle(const CaseStudy &edited, const Corpus &corpus)
{
    const QByteArray key = titleKey(edited, corpus.schema());
    const int known = corpus.positionOf(edited.id);
    const int end = known >= 0 ? known : corpus.size();
    for (int position = 0; position < end; ++position) {
        const CaseStudy &other = *corpus.at(position);
        // Folding every title of a large corpus would be felt while typing.
        const bool isLike = std::abs(other.title.size() - edited.title.size()) <= mostFolded;
        if (isLike && titleKey(other, corpus.schema()) == key)
            return other.id;
    }
    return {};
}

} // namespace

Problems validateAmong(const CaseStudy &edited, const Document &document, const Corpus &corpus)
{
    const Schema &schema = corpus.schema();
    if (schema.inferred)
        return {};
    QList<AcrossFinding> findings;
    if (const QString other = firstOfTitle(edited, corpus); !other.isEmpty())
        findings.append(sameTitle(schema, other));
    findings += missingRelated(edited, schema,
                               [&](const QString &id) { return id == edited.id || corpus.positionOf(id) >= 0; });
    return placed(findings, document);
}

} // namespace casebook
