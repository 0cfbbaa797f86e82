#include "core/exporters/htmlexport.h"

#include "core/base/clock.h"
#include "core/exporters/casewords.h"
#include "core/exporters/exportplan.h"
#include "core/exporters/htmlcase.h"
#include "core/exporters/htmlpage.h"
#include "core/exporters/slugs.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

/// The class of a group's colour: one of those that the style sheet knows.
QString toneClass(const ResultGroup &group, qsizetype position)
{
    static const QStringList tones{u"blue"_s, u"teal"_s, u"orange"_s, u"purple"_s, u"red"_s, u"green"_s, u"gray"_s};
    return tones.contains(group.color) ? group.color : tones.at(position % tones.size());
}

class HtmlExport {
public:
    explicit HtmlExport(const ExportContent &content)
        : m_content(content), m_schema(content.corpus.schema()), m_plan(planExport(content.corpus, content.selection))
    {
        Slugs slugs;
        for (const ResultGroup &group : m_plan.groups) {
            m_groupPlaces.append(slugs.next(u"group-"_s + groupLabel(group.label)));
            for (const int row : group.rows) {
                const CaseStudy &study = *m_content.corpus.at(row);
                m_places.cases.insert(study.path, slugs.next(u"case-"_s + caseName(study, m_schema)));
            }
        }
    }

    bool run(const ExportSink &sink)
    {
        if (!sink((head() + contents()).toUtf8()))
            return false;
        for (qsizetype i = 0; i < m_groupPlaces.size(); ++i) {
            if (!writeGroup(i, sink))
                return false;
        }
        return sink((omitted() + u"</main>\n<script>"_s).toUtf8() + htmlScript() + "</script>\n</body>\n</html>\n");
    }

private:
    const ResultGroup &group(qsizetype number) const { return m_plan.groups.at(static_cast<size_t>(number)); }

    QString head() const
    {
        const QString title = htmlText(m_content.titleOrName());
        QString html = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"_s
            + u"<meta http-equiv=\"Content-Security-Policy\" content=\""_s + QString::fromLatin1(htmlPolicy())
            + u"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s
            + u"<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Casebook "_s
            + QStringLiteral(CASEBOOK_VERSION) + u"\">\n<title>"_s + title + u"</title>\n<style>"_s
            + QString::fromUtf8(htmlStyle()) + u"</style>\n</head>\n<body>\n<header>\n<h1>"_s + title + u"</h1>\n"_s;
        if (!m_schema.description.isEmpty())
            html += u"<p class=\"lead\">"_s + htmlText(m_schema.description) + u"</p>\n"_s;
        html += u"<p class=\"meta\">"_s
            + htmlText(ExportWords::tr("%1 of %2 cases, %3.")
                           .arg(m_plan.cases)
                           .arg(m_content.corpus.size())
                           .arg(dateInWords(documentDate())));
        if (!m_content.words.isEmpty())
            html += u' ' + htmlText(ExportWords::tr("Selection: %1.").arg(m_content.words));
        if (!m_content.query.isEmpty())
            html += u" <code>"_s + htmlText(m_content.query) + u"</code>"_s;
        return html + u"</p>\n</header>\n"_s + filter();
    }

    static QString filter()
    {
        return u"<div id=\"filter\" hidden>\n<label>"_s
            + htmlText(ExportWords::tr("Show only cases with these words (\"a phrase\", -without)"))
            + u" <input type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n"_s
            + u"<small><output aria-live=\"polite\"></output></small>\n</div>\n<main>\n"_s;
    }

    QString contents() const
    {
        QString html = u"<nav aria-label=\""_s + htmlText(ExportWords::tr("Contents")) + u"\">\n"_s;
        for (qsizetype i = 0; i < m_groupPlaces.size(); ++i) {
            if (m_plan.showsGroups()) {
                html += u"<b><a class=\""_s + toneClass(group(i), i) + u"\" href=\"#"_s
                    + m_groupPlaces.at(i).toHtmlEscaped() + u"\">"_s + htmlText(groupLabel(group(i).label)) + u"</a> "_s
                    + QString::number(group(i).rows.size()) + u"</b>\n"_s;
            }
            html += u"<ul>\n"_s;
            for (const int row : group(i).rows) {
                const CaseStudy &study = *m_content.corpus.at(row);
                html += u"<li><a href=\"#"_s + m_places.cases.value(study.path).toHtmlEscaped() + u"\">"_s
                    + htmlText(caseName(study, m_schema)) + u"</a></li>\n"_s;
            }
            html += u"</ul>\n"_s;
        }
        return html + u"</nav>\n"_s;
    }

    bool writeGroup(qsizetype number, const ExportSink &sink)
    {
        QString open = u"<section class=\"group\" id=\""_s + m_groupPlaces.at(number).toHtmlEscaped() + u"\">\n"_s;
        if (m_plan.showsGroups()) {
            open += u"<h2 class=\""_s + toneClass(group(number), number) + u"\">"_s
                + htmlText(groupLabel(group(number).label)) + u"</h2>\n"_s;
            if (!group(number).description.isEmpty())
                open += u"<p>"_s + htmlText(group(number).description) + u"</p>\n"_s;
        }
        if (!sink(open.toUtf8()))
            return false;
        for (const int row : group(number).rows) {
            const CaseStudy &study = *m_content.corpus.at(row);
            m_places.place = m_places.cases.value(study.path);
            if (!sink(caseHtml(m_content.corpus, study, m_places).toUtf8()))
                return false;
        }
        return sink("</section>\n");
    }

    QString omitted() const
    {
        if (m_plan.omitted.isEmpty())
            return {};
        QString html = u"<section>\n<h2>"_s + htmlText(ExportWords::tr("Left out")) + u"</h2>\n<ul>\n"_s;
        for (const OmittedCase &one : m_plan.omitted)
            html += u"<li><code>"_s + htmlText(one.path) + u"</code>: "_s + htmlText(one.reason) + u"</li>\n"_s;
        return html + u"</ul>\n</section>\n"_s;
    }

    const ExportContent &m_content;
    const Schema &m_schema;
    ExportPlan m_plan;
    QStringList m_groupPlaces;
    HtmlCaseRules m_places;
};

} // namespace

bool writeHtml(const ExportContent &content, const ExportSink &sink)
{
    return HtmlExport(content).run(sink);
}

} // namespace casebook
