#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/evidence/evidence.h"
#include "core/sources/sourcefacts.h"
#include "ui/typeset/markdowntypesetter.h"

#include <QColor>
#include <QDate>

#include <functional>
#include <utility>

namespace casebook {

/// How a case study is typeset.
struct CaseOptions {
    QColor accent = {};            ///< of the case's group; invalid: the colour of text
    ImageSource *images = nullptr; ///< for the body; see MarkdownOptions::images
    /// The title of another case by its id, or "" where there is no such case. Without this function the ids of related
    /// cases are plain text.
    std::function<QString(const QString &id)> titleOfCase = {};
    /// Where a relative link in the body leads; see MarkdownOptions::resolve.
    std::function<QString(const QString &path)> resolve = {};
    /// A few words that lead from one of the case's sources to where else in the document it stands, and the inner
    /// address of that; empty words: none. May be null.
    std::function<std::pair<QString, QString>(const Source &source)> referenceOf = {};
    /// What is said beside a claim (its number, from 1) and below a quote of the body (its line). May be empty.
    std::function<TextNote(int claim)> noteOfClaim = {};
    std::function<TextNote(int line)> noteOfQuote = {};
    int headingOffset = 0; ///< 0: the case's title is a heading of level 1
    QString anchorPrefix =
        {}; ///< before the names of all anchors ("source-1"), so that several cases can share a document
    qsizetype characterLimit = 0; ///< of the body; see MarkdownOptions::characterLimit
    QDate today = {};             ///< to which the age of evidence is counted; see EvidenceReader
    SourceFactsPtr facts = {};    ///< what is known of the sources' links; may be null
};

/// The links of ours that a typeset case holds, besides http, https, mailto, "#anchor" and, on a screen, those to
/// explanations of evidence (ui/typeset/evidencetypesetter.h).
inline constexpr char16_t caseLinkPrefix[] = u"casebook:case/";       ///< and a case's id, percent-encoded
inline constexpr char16_t problemLinkPrefix[] = u"casebook:problem/"; ///< and a line of the file, from 1

/// The address of a link to a case.
QString caseLink(const QString &id);

/// Sets `document` up for typeset text: how lines break, no undo, the margin around.
void prepareDocument(QTextDocument *document, const TypeStyle &style, qreal margin);

/// Builds a whole case study as rich text: title and facts, problems, claims side by side, figures as bars, the body,
/// sources, related cases, and every field that none of these shows. Works with any schema, an inferred one included,
/// whose fields stand in a table above the body.
///
/// The schema must outlive the typesetter.
class CaseTypesetter {
public:
    CaseTypesetter(const Schema &schema, const TypeStyle &style, CaseOptions options = {});

    /// Appends a case at the cursor, which must be at the end of its document. `body` is the parsed body of its file;
    /// `problems` (those of the file, or none) stand on top.
    void append(const QTextCursor &cursor, const CaseStudy &study, const MarkdownNode &body,
                const Problems &problems = {}) const;

private:
    const Schema &m_schema;
    TypeStyle m_style;
    CaseOptions m_options;
    EvidenceReader m_evidence;
};

} // namespace casebook
