#include "app/exportformat.h"
#include "core/query/spelling.h"
#include "ui/report/briefing.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

Result<void> writeFile(const Selection &selection, const QString &path, const ProgressWords &progress)
{
    const Schema &schema = selection.corpus.schema();
    BriefingOptions options;
    static_cast<BriefingRecipe &>(options) = selection.recipe;
    if (!selection.query.isEmpty()) {
        options.selection = describeQuery(spelledAsIn(selection.result.facets, selection.query), schema);
        options.query = toText(selection.query, schema);
        options.filter = selection.query;
    }
    return writeBriefing(selection.corpus, selection.result, options, path,
                         [&](const BriefingStep &step) { return progress(stepInWords(step)); });
}

} // namespace

ExportFormat pdfFormat()
{
    ExportFormat format;
    format.name = u"pdf"_s;
    format.suffixes = QStringList{u"pdf"_s};
    format.drawsText = true;
    format.leavesOut = true;
    format.writeFile = writeFile;
    return format;
}

} // namespace casebook
