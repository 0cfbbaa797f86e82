#include "ui/report/sourcespage.h"

#include "core/exporters/casewords.h"
#include "core/markdown/link.h"
#include "core/sources/copywords.h"
#include "core/sources/linkwords.h"
#include "ui/report/partpage.h"
#include "ui/report/reportwords.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/cellformat.h"
#include "ui/typeset/inlinetypesetter.h"

#include <QTextTable>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Qt compares a new format with all that have the same hash, to which lists, such as the names of anchors, do not count
// but texts do: without this one, the time would grow with the square of the number of sources.
constexpr int nameProperty = QTextFormat::UserProperty + 120;

class SourcesPage {
public:
    SourcesPage(TextFlow &flow, const BriefingPlan &plan, const Corpus &corpus)
        : m_page(flow), m_plan(plan), m_schema(corpus.schema()), m_facts(corpus.sourceFacts())
    {
    }

    void appendTitle(const QList<IndexedSource> &sources)
    {
        m_page.title(ReportWords::tr("All sources"));
        m_page.lead(sources.size() == 1
                        ? ReportWords::tr("The one source of these cases.")
                        : ReportWords::tr("The %1 sources of these cases, in the order in which they are first cited.")
                              .arg(sources.size()));
    }

    void append(const QList<IndexedSource> &sources, int first, int count)
    {
        const qreal em = m_page.style().em;
        QTextTableFormat format = plainTable({}, CellEdges::None);
        const auto digits = static_cast<qreal>(QString::number(sources.size()).size());
        format.setColumnWidthConstraints(
            {QTextLength(QTextLength::FixedLength, (0.9 + 0.55 * digits) * em), QTextLength()});
        QTextTable *table = m_page.flow().beginTable(em, count, 2, format);
        for (int row = 0; row < count; ++row)
            appendSource(table, row, first + row, sources.at(first + row));
        m_page.endTable(table);
    }

private:
    void appendSource(QTextTable *table, int row, int position, const IndexedSource &indexed)
    {
        const TypeStyle &style = m_page.style();
        const Source &source = indexed.source;
        const qreal above = position > 0 ? 0.55 * style.em * style.gaps : 0;
        table->cellAt(row, 0).setFormat(CellFormat().padding(0, above, 0, 0));
        table->cellAt(row, 1).setFormat(CellFormat().padding(0, above, 0, 0));
        QTextCharFormat number = m_page.small();
        number.setForeground(style.muted);
        m_page.cell(table, row, 0, number);
        number.setAnchor(true);
        number.setAnchorNames({sourceAnchor(position)});
        number.setProperty(nameProperty, sourceAnchor(position));
        m_page.flow().text(QString::number(position + 1) + u'.', number);

        const bool opens = linkKind(source.url) == LinkKind::External;
        const QString title = (source.title.isEmpty() ? source.url : source.title).simplified();
        m_page.cell(table, row, 1, m_page.small());
        m_page.flow().text(title,
                           opens ? asLink(m_page.small(), QString::fromLatin1(encodedLink(source.url)), style)
                                 : m_page.small());
        line(describe(source));
        appendCases(indexed.citations);
    }

    QString describe(const Source &source) const
    {
        QStringList words{linkHost(source.url), sourceInWords(source, m_schema),
                          linkInDocument(linkOf(m_facts, source.url)), copyInDocument(m_facts, source.url)};
        words.removeAll(QString());
        return words.join(u" · "_s);
    }

    void line(const QString &text)
    {
        const QTextCharFormat chars = m_page.smallMuted();
        m_page.flow().beginBlock(0, m_page.style().blockFormat(chars.font()), chars);
        m_page.flow().text(text, chars);
    }

    void appendCases(const QList<int> &citations)
    {
        line(ReportWords::tr("Cited by "));
        for (qsizetype i = 0; i < citations.size(); ++i) {
            if (i > 0)
                m_page.flow().text(u"; "_s, m_page.smallMuted());
            const CaseStudy &study = *m_plan.cases.at(static_cast<size_t>(citations.at(i)));
            QTextCharFormat link = linkedTo(m_page.smallMuted(), caseLink(study.id));
            link.setForeground(m_page.style().link);
            m_page.flow().text(caseName(study, m_schema), link);
        }
    }

    PartPage m_page;
    const BriefingPlan &m_plan;
    const Schema &m_schema;
    SourceFactsPtr m_facts;
};

} // namespace

QString sourceAnchor(int position)
{
    return u"all-source-"_s + QString::number(position + 1);
}

void appendAllSources(TextFlow &flow, const SourceIndex &index, const BriefingPlan &plan, const Corpus &corpus,
                      int first, int count)
{
    SourcesPage page(flow, plan, corpus);
    if (first == 0)
        page.appendTitle(index.sources());
    page.append(index.sources(), first, count);
}

} // namespace casebook
