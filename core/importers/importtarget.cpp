#include "core/importers/importtarget.h"

#include "core/corpus/loader.h"
#include "core/corpus/schemareader.h"
#include "core/importers/newcorpus.h"

#include <QDir>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

bool isEmptyPlace(const QString &folder)
{
    const QFileInfo place(folder);
    if (!place.exists() && !place.isSymLink())
        return true;
    return place.isDir() && place.isReadable()
        && QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

ImportTarget newTarget(const QString &folder, const ImportedDocument &document)
{
    ImportTarget target;
    const QFileInfo place(folder);
    target.layout.root = place.exists() ? place.canonicalFilePath() : QDir::cleanPath(place.absoluteFilePath());
    target.layout.hasDescription = true;
    target.layout.caseFolder = u"cases/"_s;
    target.description = newCorpusText(document, QFileInfo(target.layout.root).fileName());
    target.schema = readSchema(target.description).schema;
    return target;
}

ImportTarget targetOf(const Corpus &corpus)
{
    return {corpus.layout(), corpus.schema(), corpus.cases(), {}};
}

Result<ImportTarget> findTarget(const QString &folder, const ImportedDocument &document)
{
    if (isEmptyPlace(folder))
        return newTarget(folder, document);
    const Result<Corpus> corpus = loadCorpus(folder);
    if (!corpus)
        return corpus.error();
    return targetOf(*corpus);
}

} // namespace casebook
