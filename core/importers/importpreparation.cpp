#include "core/importers/importpreparation.h"

#include "core/base/clock.h"
#include "core/importers/columntarget.h"
#include "core/importers/importer.h"
#include "core/importers/webpage.h"

namespace casebook {

namespace {

Result<ImportedDocument> readFor(const ImportRequest &request, const QStringList &columns)
{
    Result<ImportedDocument> document =
        readDocumentBytes(request.document.bytes, request.document.name, request.format, columns);
    if (!document)
        return document;
    setMissingGroup(*document, request.group);
    document->notes = request.document.notes + document->notes;
    return document;
}

QStringList targetsOf(const ImportedDocument &document)
{
    QStringList targets;
    for (const ImportedColumn &column : document.columns)
        targets.append(column.target);
    return targets;
}

} // namespace

Result<PreparedImport> prepareImport(const ImportRequest &received, const TargetFinder &targetFor)
{
    ImportRequest request = received;
    if (isWebPage(request.document)) {
        const Result<ReceivedDocument> page = markdownOfPage(request.document);
        if (!page)
            return page.error();
        request.document = *page;
    }
    Result<ImportedDocument> document = readFor(request, request.columns);
    if (!document)
        return document.error();
    Result<ImportTarget> target = targetFor(*document);
    if (!target)
        return target.error();
    if (request.columns.isEmpty()) {
        // Only the corpus tells what fits, and a new one is made for what was read.
        const Result<QStringList> columns = chosenTargets(document->columns, request.assignments, target->schema);
        if (!columns)
            return columns.error();
        if (*columns != targetsOf(*document)) {
            document = readFor(request, *columns);
            if (document && target->isNew())
                target = targetFor(*document);
        }
    }
    if (!document)
        return document.error();
    if (!target)
        return target.error();
    const ImportOrigin origin{request.document.from, documentDate()};
    return PreparedImport{*document, compareImport(*document, std::move(*target), origin)};
}

} // namespace casebook
