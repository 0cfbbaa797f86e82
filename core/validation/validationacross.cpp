#include "core/corpus/casereader.h"
#include "core/validation/acrossfindings.h"
#include "core/validation/validation.h"

#include <QSet>

namespace casebook {

QHash<QString, Problems> validateAcross(const CaseStudies &cases, const Schema &schema, const CorpusLayout &layout)
{
    QHash<QString, Problems> problems;
    if (schema.inferred)
        return problems;
    QSet<QString> ids;
    QHash<QByteArrayView, QString> firstOfTitle;
    ids.reserve(static_cast<qsizetype>(cases.size()));
    firstOfTitle.reserve(static_cast<qsizetype>(cases.size()));
    for (const CaseStudyPtr &study : cases)
        ids.insert(study->id);
    for (const CaseStudyPtr &study : cases) {
        QList<AcrossFinding> findings;
        const QByteArrayView key = titleKey(*study);
        if (const auto first = firstOfTitle.constFind(key); first != firstOfTitle.constEnd())
            findings.append(sameTitle(schema, *first));
        else
            firstOfTitle.insert(key, study->id);
        findings += missingRelated(*study, schema, [&ids](const QString &id) { return ids.contains(id); });
        // The file is read again for the places; they are its start where it cannot be read any more.
        if (!findings.isEmpty())
            problems.insert(study->id, placed(findings, readDocument(layout, study->path).value_or(Document())));
    }
    return problems;
}

} // namespace casebook
