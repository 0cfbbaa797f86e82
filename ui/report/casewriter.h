#pragma once

#include "ui/report/briefingcontent.h"
#include "ui/report/sectionwriter.h"

namespace casebook {

struct MarkdownNode;

/// Lays out the cases of a briefing, one at a time and in order. Of one thread.
class CaseWriter {
public:
    /// Both must outlive the writer.
    CaseWriter(const BriefingContent &content, SectionWriter &pages) : m_content(content), m_pages(pages) {}

    /// A case by its number in the plan. The Error says why its file cannot be read.
    Result<Section> write(int number);

private:
    std::unique_ptr<QTextDocument> typeset(int number, const MarkdownNode &body, const TypeStyle &style) const;
    void append(QTextDocument &document, int number, const MarkdownNode &body, const TypeStyle &style) const;
    QString caseAt(const QString &folder, const QString &path) const;

    const BriefingContent &m_content;
    SectionWriter &m_pages;
};

} // namespace casebook
