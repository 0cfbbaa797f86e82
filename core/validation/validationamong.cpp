#include "core/validation/validationamong.h"

#include "core/validation/acrossfindings.h"

namespace casebook {

namespace {

/// The first case before this one with the same title; empty where there is none.
QString firstOfTitle(const CaseStudy &edited, const Corpus &corpus)
{
    const QByteArrayView key = titleKey(edited);
    const int known = corpus.positionOf(edited.id);
    const int end = known >= 0 ? known : corpus.size();
    for (int position = 0; position < end; ++position) {
        if (titleKey(*corpus.at(position)) == key)
            return corpus.at(position)->id;
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
