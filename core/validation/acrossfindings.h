#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/document/document.h"

#include <functional>

namespace casebook {

// What can be told of one case from others, for validateAcross() and validateAmong(). Any thread.

/// A problem of one case, and the key and text whose place in its file is its own.
struct AcrossFinding {
    QString key;
    QString text; ///< "": the key's value as such
    Severity severity = Severity::Error;
    QString message;
};

/// What two cases of one title have in common: title and organization, folded. Lives as long as the case.
QByteArrayView titleKey(const CaseStudy &study);
/// A case has the title and organization of another one, whose id is named.
AcrossFinding sameTitle(const Schema &schema, const QString &otherId);
/// The related ids that do not exist.
QList<AcrossFinding> missingRelated(const CaseStudy &study, const Schema &schema,
                                    const std::function<bool(const QString &id)> &exists);

/// The findings with their places in the document, in order; the file's start where it has none.
Problems placed(const QList<AcrossFinding> &findings, const Document &document);

} // namespace casebook
