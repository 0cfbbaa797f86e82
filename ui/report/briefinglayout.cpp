#include "ui/report/briefinglayout.h"

#include "ui/report/casewriter.h"
#include "ui/report/grouptone.h"
#include "ui/report/reportwords.h"
#include "ui/typeset/casetypesetter.h"

#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> addressesOf(const BriefingPlan &plan)
{
    QSet<QString> addresses;
    for (const CaseStudyPtr &study : plan.cases)
        addresses.insert(caseLink(study->id));
    return addresses;
}

BriefingContent contentOf(const Corpus &corpus, BriefingPlan plan, const BriefingOptions &options)
{
    SourceIndex sources(plan.cases, corpus.schema());
    QSet<QString> addresses = addressesOf(plan);
    const PageGeometry geometry = PageGeometry::of(options, SectionWriter::paperStyle().dotsPerInch);
    return {corpus, std::move(plan), options, geometry, std::move(addresses), std::move(sources)};
}

} // namespace

QString partAddress(const QString &name)
{
    return u"casebook:part/" + name;
}

QString groupAddress(int number)
{
    return u"casebook:group/" + QString::number(number);
}

BriefingLayout::BriefingLayout(const Corpus &corpus, BriefingPlan plan, const BriefingOptions &options,
                               BriefingProgress progress)
    : m_content(contentOf(corpus, std::move(plan), options)),
      m_meter(std::move(progress)),
      m_pages(m_content.geometry, m_meter),
      m_groups(static_cast<size_t>(m_content.plan.groups.size())),
      m_cases(m_content.plan.cases.size()),
      m_runs(m_content, m_meter, m_cases)
{
}

BriefingLayout::~BriefingLayout() = default;

Result<void> BriefingLayout::run(const QString &name)
{
    m_content.target = name;
    if (!m_file.open())
        return pagesError(m_content.target, m_file);
    m_pages.setPages(std::make_unique<PageWriter>(&m_file, m_content.geometry, m_pages.style()));
    if (!m_pages.pages().isActive())
        return Error{ReportWords::tr("The pages cannot be drawn. Please report this.")};
    if (const auto laidOut = layOut(); !laidOut)
        return laidOut;
    m_pages.setPages(nullptr);
    if (!m_file.flush() || m_file.error() != QFileDevice::NoError)
        return pagesError(m_content.target, m_file);
    addDestinations();
    addOutline();
    describe();
    m_structure.grey = !options().color;
    return {};
}

Result<void> BriefingLayout::finish(QIODevice &target)
{
    const auto pages = static_cast<int>(m_structure.sheets.size());
    m_meter.begin(BriefingStep::Phase::Write, 0, pages);
    std::vector<QIODevice *> files = m_runs.files();
    files.insert(files.begin(), &m_file);
    const auto written = finishPdf(files, m_structure, target, [this] {
        m_meter.addPage();
        return !m_meter.isStopped();
    });
    if (m_meter.isStopped() || (written && !m_meter.tellEnd()))
        return Error{ReportWords::tr("Cancelled: no file was written.")};
    return written;
}

Result<void> BriefingLayout::layOut()
{
    m_meter.begin(BriefingStep::Phase::LayOut, options().cases ? static_cast<int>(m_cases.size()) : 0, 0);
    m_meter.tell();
    const auto written = m_meter.isStopped() ? Result<void>() : writeBody();
    if (m_meter.isStopped())
        return Error{ReportWords::tr("Cancelled: no file was written.")};
    if (!written)
        return written;
    // These need the places of all else.
    writeContents();
    writeFeet();
    if (m_meter.isStopped())
        return Error{ReportWords::tr("Cancelled: no file was written.")};
    return {};
}

Result<void> BriefingLayout::writeBody()
{
    if (const auto written = writeTitle(); !written)
        return written;
    const std::vector<CaseRun> runs = caseRuns(plan(), options().layout);
    const bool apart = options().cases && runs.size() > 1 && m_pages.pages().writesPdf();
    if (apart) {
        const int threads = options().threads > 0 ? options().threads : QThread::idealThreadCount();
        if (const auto started = m_runs.start(runs, threads); !started)
            return started;
    } else if (options().cases) {
        if (const auto written = writeCases(); !written)
            return written;
    }
    writeGroups();
    writeSummary();
    writeSources();
    writeSelection();
    return apart ? m_runs.finish() : Result<void>();
}

Result<void> BriefingLayout::writeCases()
{
    for (int number = 0; number < static_cast<int>(m_cases.size()) && !m_meter.isStopped(); ++number) {
        if (m_mostPages > 0 && m_pages.pages().pages() > m_mostPages)
            return {};
        if (const auto written = writeCase(number); !written)
            return written;
    }
    return {};
}

Result<void> BriefingLayout::writeCase(int number)
{
    Result<Section> section = CaseWriter(m_content, m_pages).write(number);
    if (!section)
        return section.error();
    m_cases[static_cast<size_t>(number)] = *std::move(section);
    m_meter.addCase();
    return {};
}

QList<ContentsEntry> BriefingLayout::contents() const
{
    const auto pageOf = [this](const Section &section) { return m_finalPages.empty() ? 0 : finalPage(section) + 1; };
    QList<ContentsEntry> entries;
    const auto addPart = [&](const Section &section, const QString &title, const QString &address) {
        if (section.pages > 0)
            entries.append({title, address, pageOf(section), true, m_pages.style().text});
    };
    addPart(m_summary, ReportWords::tr("Summary"), partAddress(u"summary"_s));
    for (int number = 0; number < plan().groups.size(); ++number) {
        const BriefingGroup &group = plan().groups.at(number);
        if (plan().showsGroups()) {
            entries.append({group.label.isEmpty() ? ReportWords::tr("(none)") : group.label, groupAddress(number),
                            pageOf(m_groups[static_cast<size_t>(number)]), true,
                            groupTone(group.color, group.position)});
        }
        for (int index : group.cases) {
            if (!hasPlace(index))
                continue;
            const CaseStudy &study = *plan().cases[static_cast<size_t>(index)];
            entries.append({caseName(study, schema()),
                            caseLink(study.id),
                            pageOf(m_cases[static_cast<size_t>(index)]),
                            false,
                            {}});
        }
    }
    addPart(m_sources, ReportWords::tr("All sources"), partAddress(u"sources"_s));
    addPart(m_selection, ReportWords::tr("How the cases were selected"), partAddress(u"selection"_s));
    return entries;
}

void BriefingLayout::writeContents()
{
    m_contents = {};
    m_contents.firstPage = m_pages.pages().pages();
    // The numbers in the contents depend on how many pages these take, but not the other way round.
    if (options().contents)
        m_contents.pages = measureContents();
    arrange();
    if (options().contents)
        m_contents = drawContents(contents());
}

int BriefingLayout::measureContents()
{
    constexpr int mostTightPages = 4; // in longer ones a page more or less does not count
    constexpr qreal shortPage = 0.3;  // of the text's height
    auto counter = std::make_unique<PageWriter>(m_content.geometry, m_pages.style());
    std::unique_ptr<PageWriter> writer = m_pages.setPages(std::move(counter), false);
    const QList<ContentsEntry> entries = contents();
    const int pages = drawContents(entries).pages;
    int fewest = pages;
    // A few lines on a page of their own go on the page before, where the others can move together a little.
    if (pages > 1 && pages <= mostTightPages && m_pages.used() < shortPage * m_content.geometry.text.height()) {
        for (const ContentsSpacing &spacing : contentsSpacings()) {
            m_contentsSpacing = spacing;
            fewest = drawContents(entries).pages;
            if (fewest < pages)
                break;
        }
        if (fewest == pages)
            m_contentsSpacing = {};
    }
    m_pages.setPages(std::move(writer));
    return fewest;
}

Section BriefingLayout::drawContents(const QList<ContentsEntry> &entries)
{
    const TypeStyle &style = m_pages.style();
    return m_pages.writeList(
        ReportWords::tr("Contents"), static_cast<int>(entries.size()),
        [&](TextFlow &flow, int first, int count) { appendContents(flow, entries, first, count, m_contentsSpacing); },
        [&](const QTextDocument &document, const PageSlice &slice, qreal top) {
            if (!m_pages.pages().draws())
                return;
            for (const Leader &leader : leadersOf(document, style.em)) {
                if (leader.baseline > slice.top && leader.baseline < slice.bottom)
                    drawLeader(m_pages.pages().painter(),
                               leader.movedBy(m_content.geometry.text.left(), top - slice.top), style);
            }
        });
}

} // namespace casebook
