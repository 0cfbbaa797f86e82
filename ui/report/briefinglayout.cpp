#include "ui/report/briefinglayout.h"

#include "core/corpus/casereader.h"
#include "core/markdown/parser.h"
#include "ui/report/absentlinks.h"
#include "ui/report/greyimages.h"
#include "ui/report/grouppage.h"
#include "ui/report/grouptone.h"
#include "ui/report/reportwords.h"
#include "ui/report/sourcespage.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/corpusimages.h"
#include "ui/typeset/inlineobjects.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <utility>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal bodyPoints = 10.5;    // a whole number of pixels at the usual 96 to the inch, to which Qt rounds
constexpr int widestPicture = 1600;   // pixels: what a page can show
constexpr int mostTightPages = 4;     // of contents: in longer ones a page more or less does not count
constexpr qreal tallestPicture = 0.8; // of the text: a heading and some lines stand above it

TypeStyle paperStyle()
{
    TypeStyle style = TypeStyle::forPrint(bodyPoints);
    for (QFont *font : {&style.body, &style.heading, &style.mono})
        font->setHintingPreference(QFont::PreferNoHinting); // paper has no pixels to fit
    return style;
}

// Else Qt shapes all text twice: to lay it out and to draw it. For a document that is gone before the next one.
void keepGlyphs(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        block.layout()->setCacheEnabled(true);
}

QString anchorPrefix(int number)
{
    return u'c' + QString::number(number) + u'-';
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

BriefingLayout::BriefingLayout(const Corpus &corpus, BriefingPlan plan, const BriefingOptions &options)
    : m_corpus(corpus),
      m_plan(std::move(plan)),
      m_options(options),
      m_style(paperStyle()),
      m_geometry(PageGeometry::of(options, m_style.dotsPerInch)),
      m_sourceIndex(m_plan.cases, corpus.schema()),
      m_groups(static_cast<size_t>(m_plan.groups.size())),
      m_cases(m_plan.cases.size())
{
    for (const CaseStudyPtr &study : m_plan.cases)
        m_addresses.insert(caseLink(study->id));
}

BriefingLayout::~BriefingLayout() = default;

Result<void> BriefingLayout::run(const QString &name, const BriefingProgress &progress)
{
    if (!m_file.open())
        return fileError(name);
    m_writer = std::make_unique<PageWriter>(&m_file, m_geometry, m_style);
    if (!m_writer->isActive())
        return Error{ReportWords::tr("The pages cannot be drawn. Please report this.")};
    if (const auto laidOut = layOut(progress); !laidOut)
        return laidOut;
    m_writer.reset();
    if (!m_file.flush() || m_file.error() != QFileDevice::NoError)
        return fileError(name);
    addDestinations();
    addOutline();
    describe();
    m_structure.grey = !m_options.color;
    return {};
}

Error BriefingLayout::fileError(const QString &name) const
{
    return Error{ReportWords::tr("%1 could not be saved: its pages cannot be kept in the folder %2 until all are there "
                                 "(%3). Make room there, or set TMPDIR to another folder.")
                     .arg(name, QDir::tempPath(), m_file.errorString())};
}

Result<void> BriefingLayout::finish(QIODevice &target)
{
    return finishPdf(m_file, m_structure, target);
}

Result<void> BriefingLayout::layOut(const BriefingProgress &progress)
{
    // First what may fail or be stopped. The contents come last: they need the places of all else.
    if (const auto written = writeTitle(); !written)
        return written;
    if (m_options.cases) {
        if (const auto written = writeCases(progress); !written)
            return written;
    }
    writeGroups();
    writeSummary();
    writeSources();
    writeSelection();
    writeContents();
    writeFeet();
    return {};
}

Result<void> BriefingLayout::writeCases(const BriefingProgress &progress)
{
    const auto total = static_cast<int>(m_cases.size());
    for (int number = 0; number < total; ++number) {
        if (progress && !progress(number, total))
            return Error{ReportWords::tr("Cancelled: no file was written.")};
        if (m_mostPages > 0 && m_writer->pages() > m_mostPages)
            return {};
        if (const auto written = writeCase(number); !written)
            return written;
    }
    if (progress && !progress(total, total))
        return Error{ReportWords::tr("Cancelled: no file was written.")};
    return {};
}

Result<void> BriefingLayout::writeCase(int number)
{
    const auto index = static_cast<size_t>(number);
    const CaseStudy &study = *m_plan.cases[index];
    const Result<Document> file = readDocument(m_corpus.layout(), study.path);
    if (!file)
        return file.error();
    const MarkdownNode body = parseMarkdown(file->bodyText());
    const auto typeset = [&](const TypeStyle &style) { return typesetCase(number, body, style); };
    const PageHead head{caseName(study, m_corpus.schema()), m_plan.groups.at(m_plan.groupOf[index]).label};
    const bool continues = m_options.layout == BriefingRecipe::Layout::Continuous && number > 0
        && m_plan.groupOf[index] == m_plan.groupOf[index - 1];
    const bool isAlone = m_options.layout != BriefingRecipe::Layout::Continuous;
    if (isAlone)
        m_cases[index] = writeFitting(typeset, head);
    else if (const auto document = typeset(m_style); continues)
        m_cases[index] = writeOn(*document, head);
    else
        m_cases[index] = write(*document, head);
    return {};
}

std::unique_ptr<QTextDocument> BriefingLayout::typesetCase(int number, const MarkdownNode &body,
                                                           const TypeStyle &style) const
{
    auto document = std::make_unique<QTextDocument>();
    prepare(*document);
    QTextCursor cursor(document.get());
    cursor.beginEditBlock(); // laid out once, when all is there
    appendCase(*document, number, body, style);
    unlinkAbsent(*document, m_addresses, style.text);
    keepGlyphs(*document);
    cursor.endEditBlock();
    return document;
}

void BriefingLayout::appendCase(QTextDocument &document, int number, const MarkdownNode &body,
                                const TypeStyle &style) const
{
    const auto index = static_cast<size_t>(number);
    const CaseStudy &study = *m_plan.cases[index];
    const BriefingGroup &group = m_plan.groups.at(m_plan.groupOf[index]);
    const CorpusLayout &layout = m_corpus.layout();
    CorpusImages images(layout.root, study.path, widestPicture);
    CaseOptions options;
    options.accent = groupTone(group.color, group.position);
    GreyImages greyImages(images);
    options.images = m_options.color ? static_cast<ImageSource *>(&images) : &greyImages;
    options.anchorPrefix = anchorPrefix(number);
    options.today = m_options.date;
    options.facts = m_corpus.sourceFacts();
    if (m_options.sources) {
        options.referenceOf = [this](const Source &source) {
            const int position = m_sourceIndex.positionOf(source);
            return std::pair(position < 0 ? QString() : ReportWords::tr("no. %1 of all sources").arg(position + 1),
                             QString(u'#' + sourceAnchor(position)));
        };
    }
    options.titleOfCase = [this](const QString &id) {
        const CaseStudyPtr other = m_corpus.find(id);
        return other ? caseName(*other, m_corpus.schema()) : QString();
    };
    options.resolve = [this, &layout, folder = QFileInfo(study.path).path()](const QString &path) {
        const QString id = layout.idOf(QDir::cleanPath(folder + u'/' + path));
        return m_corpus.find(id) ? caseLink(id) : QString();
    };
    CaseTypesetter(m_corpus.schema(), style, options).append(QTextCursor(&document), study, body);
}

void BriefingLayout::prepare(QTextDocument &document) const
{
    prepareDocument(&document, m_style, 0);
    InlineObjects::limitPictures(&document, tallestPicture * m_geometry.text.height());
    document.setUseDesignMetrics(true);
    document.setTextWidth(m_geometry.text.width());
    document.documentLayout(); // made while the document is empty: later, all that is there would be laid out twice
}

std::unique_ptr<QTextDocument> BriefingLayout::compose(const Compose &compose) const
{
    auto document = std::make_unique<QTextDocument>();
    prepare(*document);
    QTextCursor cursor(document.get());
    cursor.beginEditBlock();
    TextFlow flow(cursor, m_style);
    compose(flow);
    flow.finish();
    keepGlyphs(*document);
    cursor.endEditBlock();
    return document;
}

void BriefingLayout::writeGroups()
{
    if (!m_plan.showsGroups())
        return;
    for (int number = 0; number < m_plan.groups.size(); ++number)
        writeGroup(number);
}

void BriefingLayout::writeGroup(int number)
{
    const BriefingGroup &group = m_plan.groups.at(number);
    m_groups[static_cast<size_t>(number)] =
        writeList(group.label, static_cast<int>(group.cases.size()), [&](TextFlow &flow, int first, int count) {
            appendGroupPage(flow, group, m_plan, m_corpus.schema(), first, count);
        });
}

QList<ContentsEntry> BriefingLayout::contents() const
{
    const auto pageOf = [this](const Section &section) { return m_finalPages.empty() ? 0 : finalPage(section) + 1; };
    QList<ContentsEntry> entries;
    const auto addPart = [&](const Section &section, const QString &title, const QString &address) {
        if (section.pages > 0)
            entries.append({title, address, pageOf(section), true, m_style.text});
    };
    addPart(m_summary, ReportWords::tr("Summary"), partAddress(u"summary"_s));
    for (int number = 0; number < m_plan.groups.size(); ++number) {
        const BriefingGroup &group = m_plan.groups.at(number);
        if (m_plan.showsGroups()) {
            entries.append({group.label.isEmpty() ? ReportWords::tr("(none)") : group.label, groupAddress(number),
                            pageOf(m_groups[static_cast<size_t>(number)]), true,
                            groupTone(group.color, group.position)});
        }
        for (int index : group.cases) {
            if (!hasPlace(index))
                continue;
            const CaseStudy &study = *m_plan.cases[static_cast<size_t>(index)];
            entries.append({caseName(study, m_corpus.schema()),
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
    m_contents = {m_writer->pages(), 0, {}, {}};
    // The numbers in the contents depend on how many pages these take, but not the other way round.
    if (m_options.contents)
        m_contents.pages = measureContents();
    arrange();
    if (m_options.contents)
        m_contents = drawContents(contents());
}

int BriefingLayout::measureContents()
{
    constexpr qreal shortPage = 0.3; // of the text's height
    std::unique_ptr<PageWriter> writer = std::exchange(m_writer, std::make_unique<PageWriter>(m_geometry, m_style));
    const QList<ContentsEntry> entries = contents();
    const int pages = drawContents(entries).pages;
    int fewest = pages;
    // A few lines on a page of their own go on the page before, where the others can move together a little.
    if (pages > 1 && pages <= mostTightPages && m_used < shortPage * m_geometry.text.height()) {
        for (const ContentsSpacing &spacing : contentsSpacings()) {
            m_contentsSpacing = spacing;
            fewest = drawContents(entries).pages;
            if (fewest < pages)
                break;
        }
        if (fewest == pages)
            m_contentsSpacing = {};
    }
    m_writer = std::move(writer);
    return fewest;
}

BriefingLayout::Section BriefingLayout::drawContents(const QList<ContentsEntry> &entries)
{
    return writeList(
        ReportWords::tr("Contents"), static_cast<int>(entries.size()),
        [&](TextFlow &flow, int first, int count) { appendContents(flow, entries, first, count, m_contentsSpacing); },
        [this](const QTextDocument &document, const PageSlice &slice, qreal top) {
            if (!m_writer->draws())
                return;
            for (const Leader &leader : leadersOf(document, m_style.em)) {
                if (leader.baseline > slice.top && leader.baseline < slice.bottom)
                    drawLeader(m_writer->painter(), leader.movedBy(m_geometry.text.left(), top - slice.top), m_style);
            }
        });
}

} // namespace casebook
