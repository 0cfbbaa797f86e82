#include "core/exporters/markdownexport.h"

#include "core/base/clock.h"
#include "core/exporters/casemarkdown.h"
#include "core/exporters/casewords.h"
#include "core/exporters/exportplan.h"
#include "core/exporters/slugs.h"
#include "core/markdown/markdownescape.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

QString plain(const QString &text, bool startsLine = false)
{
    TextPlace place;
    place.startsLine = startsLine;
    return escaped(text.simplified(), place);
}

class MarkdownExport {
public:
    explicit MarkdownExport(const ExportContent &content)
        : m_content(content), m_schema(content.corpus.schema()), m_plan(planExport(content.corpus, content.selection))
    {
        findPlaces();
    }

    bool run(const ExportSink &sink) const
    {
        if (!sink(head().toUtf8()))
            return false;
        for (qsizetype i = 0; i < m_groupPlaces.size(); ++i) {
            if (!writeGroup(m_plan.groups.at(static_cast<size_t>(i)), sink))
                return false;
        }
        return m_plan.omitted.isEmpty() || sink(omitted().toUtf8());
    }

private:
    void findPlaces()
    {
        Slugs slugs;
        slugs.next(m_content.titleOrName());
        for (const ResultGroup &group : m_plan.groups) {
            m_groupPlaces.append(m_plan.showsGroups() ? slugs.next(groupLabel(group.label)) : QString());
            for (const int row : group.rows) {
                const CaseStudy &study = *m_content.corpus.at(row);
                m_casePlaces.insert(study.path, u'#' + slugs.next(caseHeading(study, m_schema)));
            }
        }
    }

    QString head() const
    {
        QString text = u"# "_s + plain(m_content.titleOrName()) + u"\n\n"_s;
        if (!m_schema.description.isEmpty())
            text += plain(m_schema.description, true) + u"\n\n"_s;
        text += selection() + u"\n\n"_s;
        if (!m_plan.showsGroups())
            return text;
        for (qsizetype i = 0; i < m_groupPlaces.size(); ++i) {
            const ResultGroup &group = m_plan.groups.at(static_cast<size_t>(i));
            TextPlace inLink;
            inLink.inLink = true;
            text += u"- ["_s + escaped(groupLabel(group.label).simplified(), inLink) + u"](#"_s + m_groupPlaces.at(i)
                + u')';
            text += group.description.isEmpty() ? u"\n"_s : QString(u": "_s + plain(group.description) + u'\n');
        }
        return text + u'\n';
    }

    QString selection() const
    {
        QString text = ExportWords::tr("%1 of %2 cases, %3.")
                           .arg(m_plan.cases)
                           .arg(m_content.corpus.size())
                           .arg(dateInWords(documentDate()));
        if (!m_content.words.isEmpty())
            text += u' ' + ExportWords::tr("Selection: %1.").arg(plain(m_content.words));
        if (!m_content.query.isEmpty())
            text += u' ' + ExportWords::tr("As a query: %1").arg(codeSpan(m_content.query));
        return text;
    }

    bool writeGroup(const ResultGroup &group, const ExportSink &sink) const
    {
        if (m_plan.showsGroups() && !sink((u"# "_s + plain(groupLabel(group.label)) + u"\n\n"_s).toUtf8()))
            return false;
        const auto resolve = [this](const QString &path) { return m_casePlaces.value(path); };
        for (const int row : group.rows) {
            const QString text = caseMarkdown(m_content.corpus, *m_content.corpus.at(row), resolve);
            if (!sink(text.toUtf8() + '\n'))
                return false;
        }
        return true;
    }

    QString omitted() const
    {
        QString text = u"# "_s + ExportWords::tr("Left out") + u"\n\n"_s;
        for (const OmittedCase &one : m_plan.omitted)
            text += u"- "_s + codeSpan(one.path) + u": "_s + plain(one.reason) + u'\n';
        return text;
    }

    const ExportContent &m_content;
    const Schema &m_schema;
    ExportPlan m_plan;
    QStringList m_groupPlaces;            ///< by group
    QHash<QString, QString> m_casePlaces; ///< "#place" by path
};

} // namespace

bool writeMarkdown(const ExportContent &content, const ExportSink &sink)
{
    return MarkdownExport(content).run(sink);
}

} // namespace casebook
