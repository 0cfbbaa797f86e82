#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"

#include <QDate>

namespace casebook {

// What is said of a case in a few words, the same in every format.

/// "Organization · Title", or the title alone.
QString caseName(const CaseStudy &study, const Schema &schema);

/// "Go → Rust", several with `separator` between them; what is not known is left out, the arrow with it.
QString moveInWords(const CaseStudy &study, const Schema &schema, const QString &separator);

/// A value in one line: labels for the terms of a vocabulary, ", " between items, "Label value" for the parts of a
/// record, "; " between records. `path` finds the labels.
QString valueInLine(const Schema &schema, const QString &path, const Value &value);

/// "For" or "Latency": the label of a part of the records that have a role.
QString partLabel(const Schema &schema, QStringView roleName, QStringView part, const QString &value);

/// The sides that claims take: those of the vocabulary in its order, then those that the claims have besides.
QStringList sidesOf(const QList<Claim> &claims, const Schema &schema);

/// "1,000,000": a number as one writes it in English, or the text as it is.
QString numberInWords(const Value &value);

/// "3000 → 30000 TPS", without what is not there.
QString figureInWords(const Figure &figure);

/// "2020 · Engineering blog · First-party": what is known of a source besides title and address.
QString sourceInWords(const Source &source, const Schema &schema);

/// The label of a group, or "(none)".
QString groupLabel(const QString &label);

/// "20 November 2026".
QString dateInWords(const QDate &date);

} // namespace casebook
