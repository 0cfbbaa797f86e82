#include "ui/report/selectionpage.h"

#include "core/exporters/casewords.h"
#include "ui/report/partpage.h"
#include "ui/report/reportwords.h"

#include <QTextTable>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 400;

class SelectionPage {
public:
    SelectionPage(TextFlow &flow, const Corpus &corpus) : m_page(flow), m_corpus(corpus) {}

    void append(const SelectionReport &report, const BriefingOptions &options)
    {
        m_page.title(ReportWords::tr("How the cases were selected"));
        const auto left = static_cast<int>(report.filtered.size());
        m_page.lead(ReportWords::tr("Of the %1 cases of the corpus the selection leaves out %2. In words: %3.")
                        .arg(m_corpus.size())
                        .arg(left)
                        .arg(options.selection));
        appendTerms(report);
        if (left > 0)
            appendNames(report);
    }

private:
    void appendTerms(const SelectionReport &report)
    {
        m_page.heading(ReportWords::tr("What each condition leaves out"));
        QTextTable *table =
            m_page.beginTable(static_cast<int>(report.terms.size()) + 1, {38, 32, 15, 15}, m_page.style().text);
        head(table,
             {ReportWords::tr("Condition"), ReportWords::tr("As a query"), ReportWords::tr("Leaves out"),
              ReportWords::tr("It alone")});
        for (int row = 1; row < table->rows(); ++row) {
            const TermReport &term = report.terms.at(row - 1);
            m_page.cell(table, row, 0, m_page.small());
            m_page.flow().text(term.words, m_page.small());
            QTextCharFormat mono = m_page.small();
            mono.setFont(m_page.style().mono);
            m_page.cell(table, row, 1, mono);
            m_page.flow().text(term.query, mono);
            number(table, row, 2, term.removed);
            number(table, row, 3, term.removedOnly);
        }
        m_page.endTable(table);
    }

    void appendNames(const SelectionReport &report)
    {
        m_page.heading(ReportWords::tr("The cases that are left out"));
        const qsizetype shown = std::min(report.filtered.size(), mostNames);
        QTextTable *table = m_page.beginTable(static_cast<int>(shown) + 1, {56, 44}, m_page.style().text);
        const bool several = report.terms.size() > 1; // with one, it would stand in every row
        head(table,
             {ReportWords::tr("Case"), several ? ReportWords::tr("Does not meet") : ReportWords::tr("Stands under")});
        for (int row = 1; row < table->rows(); ++row) {
            const FilteredCase &filtered = report.filtered.at(row - 1);
            m_page.cell(table, row, 0, m_page.small());
            m_page.flow().text(caseName(*m_corpus.at(filtered.position), m_corpus.schema()), m_page.small());
            QStringList words;
            if (several) {
                for (const int term : filtered.terms)
                    words.append(report.terms.at(term).words);
            } else {
                words.append(groupOf(*m_corpus.at(filtered.position)));
            }
            m_page.cell(table, row, 1, m_page.smallMuted());
            m_page.flow().text(words.join(u" · "_s), m_page.smallMuted());
        }
        m_page.endTable(table);
        if (shown < report.filtered.size())
            m_page.note(ReportWords::tr("and %1 more").arg(report.filtered.size() - shown), 0.4 * m_page.style().em);
    }

    QString groupOf(const CaseStudy &study) const
    {
        const Schema &schema = m_corpus.schema();
        QStringList labels;
        for (const QString &value : roleTexts(study, schema, role::group)) {
            const Group *group = schema.group(value);
            labels.append(group && !group->label.isEmpty() ? group->label : value);
        }
        return labels.join(u", "_s);
    }

    void head(QTextTable *table, const QStringList &labels)
    {
        for (int column = 0; column < labels.size(); ++column) {
            m_page.cell(table, 0, column, m_page.head(), column >= 2 ? Qt::AlignRight : Qt::AlignLeft);
            m_page.flow().text(labels.at(column), m_page.head());
        }
    }

    void number(QTextTable *table, int row, int column, int count)
    {
        m_page.cell(table, row, column, m_page.small(), Qt::AlignRight);
        m_page.flow().text(QString::number(count), m_page.small());
    }

    PartPage m_page;
    const Corpus &m_corpus;
};

} // namespace

void appendSelection(TextFlow &flow, const SelectionReport &report, const BriefingOptions &options,
                     const Corpus &corpus)
{
    SelectionPage(flow, corpus).append(report, options);
}

} // namespace casebook
