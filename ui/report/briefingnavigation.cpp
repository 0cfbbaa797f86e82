// What BriefingLayout tells finishPdf(): where links lead, the outline, the metadata.

#include "core/base/clock.h"
#include "ui/report/briefinglayout.h"
#include "ui/report/reportwords.h"
#include "ui/typeset/casetypesetter.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QByteArray decoded(const QString &address)
{
    return QByteArray::fromPercentEncoding(address.toUtf8());
}

} // namespace

int BriefingLayout::finalPage(const Section &section, int page) const
{
    return m_finalPages[static_cast<size_t>(section.file)][static_cast<size_t>(section.firstPage + page)];
}

PdfDestination BriefingLayout::placeOf(const Section &section, const Section::Mark &mark) const
{
    // A little above the line, so that it does not touch the window's edge.
    return {finalPage(section, mark.page), m_content.geometry.pointsFromBottom(mark.top - m_pages.style().em)};
}

PdfDestination BriefingLayout::startOf(const Section &section) const
{
    const qreal y = section.down > 0 ? m_content.geometry.text.top() + section.down - m_pages.style().em : 0;
    return {finalPage(section), m_content.geometry.pointsFromBottom(y)};
}

void BriefingLayout::addDestinations()
{
    const qreal top = m_content.geometry.pointsFromBottom(0);
    const auto addPart = [&](const Section &section, const QString &name) {
        if (section.pages == 0)
            return;
        m_structure.destinations.insert(decoded(partAddress(name)), {finalPage(section), top});
        for (const Section::Mark &anchor : section.anchors)
            m_structure.destinations.insert('#' + anchor.text.toUtf8(), placeOf(section, anchor));
    };
    addPart(m_summary, u"summary"_s);
    addPart(m_sources, u"sources"_s);
    addPart(m_selection, u"selection"_s);
    for (size_t number = 0; number < m_cases.size(); ++number) {
        const Section &section = m_cases[number];
        if (section.pages == 0)
            continue;
        m_structure.destinations.insert(decoded(caseLink(plan().cases[number]->id)), startOf(section));
        for (const Section::Mark &anchor : section.anchors) {
            const QByteArray address = '#' + anchor.text.toUtf8();
            if (!m_structure.destinations.contains(address)) // of several places of one name, the first
                m_structure.destinations.insert(address, placeOf(section, anchor));
        }
    }
    for (size_t number = 0; number < m_groups.size(); ++number) {
        if (m_groups[number].pages > 0)
            m_structure.destinations.insert(decoded(groupAddress(static_cast<int>(number))),
                                            {finalPage(m_groups[number]), top});
    }
}

void BriefingLayout::addOutline()
{
    const qreal top = m_content.geometry.pointsFromBottom(0);
    const auto addPart = [&](const Section &section, const QString &title) {
        if (section.pages > 0)
            m_structure.outline.append({title, 0, false, {finalPage(section), top}});
    };
    addPart(m_summary, ReportWords::tr("Summary"));
    addPart(m_contents, ReportWords::tr("Contents"));
    size_t number = 0;
    for (size_t group = 0; group < m_groups.size(); ++group) {
        const bool shown = m_groups[group].pages > 0;
        if (shown) {
            const QString label = plan().groups.at(static_cast<qsizetype>(group)).label;
            m_structure.outline.append(
                {label.isEmpty() ? ReportWords::tr("(none)") : label, 0, true, {finalPage(m_groups[group]), top}});
        }
        for (; number < m_cases.size() && plan().groupOf[number] == static_cast<int>(group); ++number) {
            if (hasPlace(static_cast<int>(number)))
                addCaseToOutline(static_cast<int>(number), shown ? 1 : 0);
        }
    }
    addPart(m_sources, ReportWords::tr("All sources"));
    addPart(m_selection, ReportWords::tr("How the cases were selected"));
}

void BriefingLayout::addCaseToOutline(int number, int level)
{
    const Section &section = m_cases[static_cast<size_t>(number)];
    const QString name = caseName(*plan().cases[static_cast<size_t>(number)], schema());
    m_structure.outline.append({name, level, false, startOf(section)});
    for (const Section::Mark &heading : section.headings) {
        if (heading.level > 1 && !heading.text.isEmpty())
            m_structure.outline.append({heading.text, level + heading.level - 1, false, placeOf(section, heading)});
    }
}

void BriefingLayout::describe()
{
    QStringList keywords = {schema().subject};
    for (const BriefingGroup &group : plan().groups)
        keywords.append(group.label);
    keywords.removeAll(QString());
    PdfMetadata &metadata = m_structure.metadata;
    metadata.title = options().title;
    metadata.author = schema().name;
    metadata.subject = !options().question.isEmpty() ? options().question
        : !options().selection.isEmpty()             ? options().selection
                                                     : schema().description.simplified();
    metadata.keywords = keywords.join(u", "_s);
    metadata.creator = u"Casebook "_s + QString::fromLatin1(CASEBOOK_VERSION);
    metadata.language = u"en"_s;
    metadata.created = documentTime();
}

} // namespace casebook
