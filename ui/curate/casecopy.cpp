#include "ui/curate/casecopy.h"

#include "core/corpus/casereader.h"
#include "core/corpus/fieldtext.h"
#include "core/document/edit.h"

#include <QCoreApplication>
#include <QSet>

namespace casebook {

namespace {

struct CopyText {
    Q_DECLARE_TR_FUNCTIONS(casebook::CaseCommands)
};

} // namespace

bool hasOwnTitle(const CaseStudy &study, const Schema &schema)
{
    return !roleText(study, schema, role::title).isEmpty();
}

QString copyTitle(const QString &title, const CaseStudies &cases)
{
    QSet<QString> titles;
    for (const CaseStudyPtr &study : cases)
        titles.insert(study->title);
    QString copy = CopyText::tr("%1 (copy)").arg(title);
    for (int number = 2; titles.contains(copy); ++number)
        copy = CopyText::tr("%1 (copy %2)").arg(title, QString::number(number));
    return copy;
}

Result<QByteArray> copiedBytes(const CorpusLayout &layout, const Schema &schema, const QString &path,
                               const QString &title)
{
    const Result<Document> document = readDocument(layout, path);
    if (!document)
        return document.error();
    if (title.isEmpty())
        return document->bytes();
    const Edits edits{Edit::set(FieldPath(schema.fieldOf(role::title)), title)};
    const Result<QByteArray> copied = applyEdits(*document, edits, keyOrder(schema));
    if (!copied)
        return Error{
            CopyText::tr("The copy of %1 cannot be given its own title. %2").arg(path, copied.error().message)};
    return copied;
}

} // namespace casebook
