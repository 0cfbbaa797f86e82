#include "app/command.h"
#include "app/exportformat.h"
#include "core/exporters/exportplan.h"
#include "core/query/spelling.h"

namespace casebook {

ExportContent contentOf(const Selection &selection)
{
    const Schema &schema = selection.corpus.schema();
    ExportContent content{selection.corpus, selection.result, selection.recipe.title, {}, {}};
    if (!selection.query.isEmpty()) {
        content.words = describeQuery(spelledAsIn(selection.result.facets, selection.query), schema);
        content.query = toText(selection.query, schema);
    }
    return content;
}

ExportFormat textExportFormat(const TextFormat &text)
{
    ExportFormat format;
    format.name = text.name;
    format.suffixes = text.suffixes;
    format.leavesOut = text.leavesOut;
    format.writeFile = [text](const Selection &selection, const QString &path, const ProgressWords &progress) {
        return writeTextFile(text, contentOf(selection), path, [&](int done, int total) {
            return progress(CommandText::tr("%1 of %2 cases").arg(done).arg(total));
        });
    };
    format.print = [text](const Selection &selection, Console &console) -> Result<void> {
        const ExportContent content = contentOf(selection);
        if (auto checked = checkContent(text, content); !checked)
            return checked;
        text.write(content, [&](const QByteArray &piece) {
            console.write(piece);
            return !console.isClosed();
        });
        return {};
    };
    return format;
}

} // namespace casebook
