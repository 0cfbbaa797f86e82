#include "core/importers/importpreparation.h"

#include "core/base/clock.h"
#include "core/importers/columntarget.h"
#include "core/importers/importer.h"
#include "core/importers/webpage.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

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

/// Tells which columns become fields that the corpus does not know, under their own names.
void tellOwnFields(ImportedDocument &document, const Schema &schema)
{
    QStringList known{target::none.toString()};
    for (const ColumnTarget &one : columnTargets(schema))
        known.append(one.target);
    QStringList own;
    for (const ImportedColumn &column : std::as_const(document.columns)) {
        const QString ofRole = schema.fieldOf(column.target);
        if (!known.contains(column.target) && ofRole.isEmpty() && !schema.isComputed(column.target))
            own.append(column.target);
    }
    if (!own.isEmpty()) {
        document.notes.append(
            ImportText::tr("These columns become fields of their own, which the corpus does not know: "
                           "%1.")
                .arg(own.join(u", "_s)));
    }
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
    tellOwnFields(*document, target->schema);
    const ImportOrigin origin{request.document.from, documentDate()};
    return PreparedImport{*document, compareImport(*document, std::move(*target), origin)};
}

} // namespace casebook
