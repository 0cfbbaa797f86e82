#pragma once

#include "core/evidence/evidence.h"
#include "core/exporters/casewords.h"
#include "ui/typeset/casetypesetter.h"

#include <QSet>

#include <optional>

namespace casebook {

/// What the parts of a case study's typesetting share while it runs.
struct CaseContext {
    TextFlow &flow;
    const Schema &schema;
    const CaseStudy &study;
    const CaseOptions &options;
    QColor accent;
    int sourceCount = 0;
    std::optional<CaseEvidence> evidence; ///< nothing where the case has none
    QSet<QString> shown;                  ///< the ids of fields that need not stand in the table of facts any more

    const TypeStyle &style() const { return flow.style(); }
    qreal em() const { return flow.style().em; }

    /// The field of a role, as data; null where there is none.
    const Value &roleValue(QStringView roleName) const;
    void markShown(QStringView roleName) { shown.insert(schema.fieldOf(roleName)); }

    /// A heading of ours, such as "Sources".
    void heading(const QString &text);
    /// The small raised number that leads to a source. Nothing for 0.
    void sourceMark(int source, const QTextCharFormat &around);
    QString anchorOf(int source) const;
    /// What the evidence of a claim (its number, from 1) or of the case (0) is called. On a screen it explains itself
    /// when it is pointed at or followed. The case must have evidence.
    void evidenceMark(int claim, QTextCharFormat format);

    /// The parts of one record that are none of `known`, as "Label: value · Label: value".
    QString otherParts(QStringView roleName, const Value &record, const QStringList &known) const;
};

/// The parts of a case, in the order of the page. Each appends itself, or nothing where the case has nothing for it.
void appendCaseHeader(CaseContext &context);
void appendProblems(CaseContext &context, const Problems &problems);
void appendClaims(CaseContext &context);
void appendFigures(CaseContext &context);
void appendSources(CaseContext &context);
void appendRelated(CaseContext &context);
/// Every field that is not shown yet.
void appendFacts(CaseContext &context);

/// A value in words: lists with commas, records as "Label: value". `path` finds labels in the schema.
QString valueInWords(const Schema &schema, const QString &path, const Value &value);

} // namespace casebook
