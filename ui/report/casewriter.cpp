#include "ui/report/casewriter.h"

#include "core/corpus/casereader.h"
#include "core/exporters/casewords.h"
#include "core/markdown/parser.h"
#include "ui/report/absentlinks.h"
#include "ui/report/greyimages.h"
#include "ui/report/grouptone.h"
#include "ui/report/reportwords.h"
#include "ui/report/sourcespage.h"
#include "ui/typeset/casetypesetter.h"
#include "ui/typeset/corpusimages.h"

#include <QDir>
#include <QFileInfo>
#include <QTextDocument>

namespace casebook {

namespace {

constexpr int widestPicture = 1600; // pixels: what a page can show

QString anchorPrefix(int number)
{
    return u'c' + QString::number(number) + u'-';
}

} // namespace

Result<Section> CaseWriter::write(int number)
{
    const BriefingPlan &plan = m_content.plan;
    const auto index = static_cast<size_t>(number);
    const CaseStudy &study = *plan.cases[index];
    const Result<Document> file = readDocument(m_content.corpus.layout(), study.path);
    if (!file)
        return file.error();
    const MarkdownNode body = parseMarkdown(file->bodyText());
    const auto typesetIn = [&](const TypeStyle &style) { return typeset(number, body, style); };
    const PageHead head{caseName(study, m_content.corpus.schema()), plan.groups.at(plan.groupOf[index]).label};
    if (m_content.options.layout != BriefingRecipe::Layout::Continuous)
        return m_pages.writeFitting(typesetIn, head);
    const auto document = typesetIn(m_pages.style());
    const bool continues = number > 0 && plan.groupOf[index] == plan.groupOf[index - 1];
    return continues ? m_pages.writeOn(*document, head) : m_pages.write(*document, head);
}

std::unique_ptr<QTextDocument> CaseWriter::typeset(int number, const MarkdownNode &body, const TypeStyle &style) const
{
    auto document = m_pages.emptyDocument();
    QTextCursor cursor(document.get());
    cursor.beginEditBlock(); // laid out once, when all is there
    append(*document, number, body, style);
    unlinkAbsent(*document, m_content.addresses, style.text);
    keepGlyphs(*document);
    cursor.endEditBlock();
    return document;
}

void CaseWriter::append(QTextDocument &document, int number, const MarkdownNode &body, const TypeStyle &style) const
{
    const Corpus &corpus = m_content.corpus;
    const BriefingOptions &wanted = m_content.options;
    const auto index = static_cast<size_t>(number);
    const CaseStudy &study = *m_content.plan.cases[index];
    const BriefingGroup &group = m_content.plan.groups.at(m_content.plan.groupOf[index]);
    CorpusImages images(corpus.layout().root, study.path, widestPicture);
    GreyImages greyImages(images);
    CaseOptions options;
    options.accent = groupTone(group.color, group.position);
    options.images = wanted.color ? static_cast<ImageSource *>(&images) : &greyImages;
    options.anchorPrefix = anchorPrefix(number);
    options.today = wanted.date;
    options.facts = corpus.sourceFacts();
    if (wanted.sources) {
        options.referenceOf = [this](const Source &source) {
            const int position = m_content.sourceIndex.positionOf(source);
            return std::pair(position < 0 ? QString() : ReportWords::tr("no. %1 of all sources").arg(position + 1),
                             QString(u'#' + sourceAnchor(position)));
        };
    }
    options.titleOfCase = [&corpus](const QString &id) {
        const CaseStudyPtr other = corpus.find(id);
        return other ? caseName(*other, corpus.schema()) : QString();
    };
    options.resolve = [this, folder = QFileInfo(study.path).path()](const QString &path) {
        return caseAt(folder, path);
    };
    CaseTypesetter(corpus.schema(), style, options).append(QTextCursor(&document), study, body);
}

QString CaseWriter::caseAt(const QString &folder, const QString &path) const
{
    const QString id = m_content.corpus.layout().idOf(QDir::cleanPath(folder + u'/' + path));
    return m_content.corpus.find(id) ? caseLink(id) : QString();
}

} // namespace casebook
