#include "core/exporters/textformat.h"

#include "core/exporters/bibtexexport.h"
#include "core/exporters/csvexport.h"
#include "core/exporters/exportplan.h"
#include "core/exporters/htmlexport.h"
#include "core/exporters/jsonexport.h"
#include "core/exporters/markdownexport.h"
#include "core/store/outputfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(casebook::Export)
};

} // namespace

QString ExportContent::titleOrName() const
{
    if (!title.trimmed().isEmpty())
        return title.simplified();
    return corpus.schema().name.isEmpty() ? ExportWords::tr("Case studies") : corpus.schema().name.simplified();
}

const QList<TextFormat> &textFormats()
{
    static const QList<TextFormat> formats{
        {u"markdown"_s, u"Markdown"_s, {u"md"_s, u"markdown"_s}, true, writeMarkdown},
        {u"html"_s, u"HTML"_s, {u"html"_s, u"htm"_s}, true, writeHtml},
        {u"csv"_s, u"CSV"_s, {u"csv"_s}, false, writeCsv},
        {u"json"_s, u"JSON"_s, {u"json"_s}, false, writeJson},
        {u"bibtex"_s, u"BibTeX"_s, {u"bib"_s}, false, writeBibtex},
    };
    return formats;
}

Result<void> checkContent(const TextFormat &format, const ExportContent &content)
{
    if (content.selection.matches() == 0) {
        return Error{ExportWords::tr(
            "There is nothing to export, so no file was written: select other cases or widen the filter.")};
    }
    if (!format.leavesOut)
        return {};
    const ExportPlan plan = planExport(content.corpus, content.selection);
    if (plan.cases > 0)
        return {};
    return Error{ExportWords::tr("None of the selected cases can be read, so no file was written. %1: %2")
                     .arg(plan.omitted.first().path, plan.omitted.first().reason)};
}

Result<void> writeTextFile(const TextFormat &format, const ExportContent &content, const QString &path,
                           const ExportProgress &progress)
{
    if (auto checked = checkContent(format, content); !checked)
        return checked;
    OutputFile output(path);
    if (auto opened = output.open(); !opened)
        return opened;
    QFile file(output.temporaryPath());
    if (!file.open(QIODevice::WriteOnly))
        return output.failure(file);
    const int total = content.selection.matches();
    int done = 0;
    bool stopped = false;
    const bool written = format.write(content, [&](const QByteArray &piece) {
        if (file.write(piece) != piece.size())
            return false;
        stopped = progress && !progress(std::min(++done, total), total);
        return !stopped;
    });
    if (stopped)
        return Error{ExportWords::tr("Cancelled: %1 was not written.").arg(path)};
    if (!written || !file.flush())
        return output.failure(file);
    file.close();
    return output.commit();
}

} // namespace casebook
