#include "ui/typeset/casetypesetter.h"

#include "ui/typeset/casecontext.h"

#include <QTextDocument>
#include <QTextOption>
#include <QUrl>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// The body without a first heading that only repeats the title, as in files that have no title field.
MarkdownNode withoutTitle(MarkdownNode body, const QString &title)
{
    if (!body.children.empty() && body.children.front().kind == MarkdownKind::Heading
        && plainText(body.children.front()).simplified() == title.simplified())
        body.children.erase(body.children.begin());
    return body;
}

void appendBody(CaseContext &context, const MarkdownNode &body)
{
    MarkdownOptions options;
    options.headingOffset = context.options.headingOffset;
    options.anchorPrefix = context.options.anchorPrefix;
    options.images = context.options.images;
    options.resolve = context.options.resolve;
    options.characterLimit = context.options.characterLimit;
    options.noteOfQuote = context.options.noteOfQuote;
    const bool startsWithHeading = !body.children.empty() && body.children.front().kind == MarkdownKind::Heading;
    MarkdownTypesetter(context.flow, options)
        .append(withoutTitle(body, context.study.title), (startsWithHeading ? 1.9 : 1.5) * context.em());
}

} // namespace

QString caseLink(const QString &id)
{
    return caseLinkPrefix + QString::fromLatin1(QUrl::toPercentEncoding(id, "/"));
}

void prepareDocument(QTextDocument *document, const TypeStyle &style, qreal margin)
{
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(margin);
    document->setDefaultFont(style.body);
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
}

CaseTypesetter::CaseTypesetter(const Schema &schema, const TypeStyle &style, CaseOptions options)
    : m_schema(schema), m_style(style), m_options(std::move(options)), m_evidence(schema, m_options.today)
{
}

void CaseTypesetter::append(const QTextCursor &cursor, const CaseStudy &study, const MarkdownNode &body,
                            const Problems &problems) const
{
    QTextCursor edit = cursor;
    edit.beginEditBlock();
    {
        TextFlow flow(cursor, m_style);
        const QColor accent = m_options.accent.isValid() ? m_style.readable(m_options.accent) : m_style.text;
        const auto sources = static_cast<int>(sourcesOf(study, m_schema).size());
        CaseContext context{flow, m_schema, study, m_options, accent, sources, m_evidence.read(study), {}};
        appendCaseHeader(context);
        appendProblems(context, problems);
        appendClaims(context);
        appendFigures(context);
        if (m_schema.inferred)
            appendFacts(context); // what there is to know comes first where nothing says what matters
        appendBody(context, body);
        appendSources(context);
        appendRelated(context);
        if (!m_schema.inferred)
            appendFacts(context);
        flow.finish();
    }
    edit.endEditBlock();
}

} // namespace casebook
