#include "core/corpus/casereader.h"

#include "core/base/fold.h"
#include "core/corpus/heading.h"
#include "core/corpus/searchtext.h"
#include "core/validation/validation.h"

#include <QCoreApplication>
#include <QHashFunctions>
#include <QLocale>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 300; // UTF-16 units; what a title holds beyond that is a text in the wrong place

QString translate(const char *text)
{
    return QCoreApplication::translate("Corpus", text);
}

void appendTexts(QByteArray &target, const Value &value)
{
    if (value.isScalar()) {
        if (!value.isNull() && !value.isBool()) {
            appendSearchText(target, value.toText());
            target.append('\n');
        }
        return;
    }
    for (const Value &item : value.items())
        appendTexts(target, item);
    for (const auto &[key, item] : value.entries())
        appendTexts(target, item);
}

QString fileNameOf(const QString &id)
{
    return id.mid(id.lastIndexOf(u'/') + 1);
}

QString titleOf(const CaseStudy &study, const Schema &schema, QByteArrayView body)
{
    QString title = roleText(study, schema, role::title).simplified();
    if (title.isEmpty())
        title = firstHeading(body).simplified();
    if (title.size() > longestTitle)
        title = title.left(longestTitle - 1) + u'…';
    return title.isEmpty() ? fileNameOf(study.id) : title;
}

/// The title's own field only says again what the first line says.
bool repeatsTitle(const Value &value, const QString &title)
{
    return value.isScalar() && value.toText().simplified() == title;
}

void fillSearchText(CaseStudy &study, const Schema &schema, const Document &document)
{
    QByteArray &text = study.searchText;
    text.reserve(document.bytes().size() + 128); // the title may be the file's name
    appendFolded(text, study.title);
    study.titleSize = static_cast<int>(text.size());
    text.append('\n');
    const auto valueOf = [&](QStringView roleName) {
        const QString key = schema.fieldOf(roleName);
        return key.isEmpty() ? nullptr : study.fields.find(key);
    };
    const Value *const title = valueOf(role::title);
    const Value *const organization = valueOf(role::organization);
    const Value *const claims = valueOf(role::claims);
    if (organization)
        appendTexts(text, *organization);
    study.headSize = static_cast<int>(text.size());
    if (claims && claims != organization)
        appendTexts(text, *claims);
    study.claimsEnd = static_cast<int>(text.size());
    for (const auto &[key, value] : study.fields.entries()) {
        if (&value != organization && &value != claims && !(&value == title && repeatsTitle(value, study.title)))
            appendTexts(text, value);
    }
    appendSearchText(text, document.bodyText());
    text.squeeze();
}

std::shared_ptr<CaseStudy> brokenCase(const CorpusLayout &layout, const QString &path, const QString &message)
{
    auto study = std::make_shared<CaseStudy>();
    study->path = path;
    study->id = layout.idOf(path);
    study->title = fileNameOf(study->id);
    study->fields = Value::Map();
    study->broken = true;
    study->problems.append({Severity::Error, 0, 0, message});
    fillSearchText(*study, Schema(), Document());
    return study;
}

std::shared_ptr<CaseStudy> makeCase(const CorpusLayout &layout, const Schema &schema, const QString &path,
                                    const Document &document)
{
    auto study = std::make_shared<CaseStudy>();
    study->path = path;
    study->id = layout.idOf(path);
    study->fields = document.tree().kind == YamlNode::Kind::Map ? toValue(document.tree()) : Value(Value::Map());
    study->problems = document.problems();
    study->broken = document.isBroken();
    study->contentKey = qHash(QByteArrayView(document.bytes()), 0);
    study->title = titleOf(*study, schema, document.bodyText());
    fillSearchText(*study, schema, document);
    study->problems += validateCase(document, schema, study->id);
    return study;
}

} // namespace

CaseStudyPtr readCase(const CorpusLayout &layout, const Schema &schema, const FoundFile &file, StringPool *pool)
{
    if (file.linked && !leadsInside(layout, file.path)) {
        return brokenCase(layout, file.path,
                          translate("This symbolic link leads out of the corpus, or nowhere, and is not followed."));
    }
    Result<FileBytes> bytes = readFileBytes(layout.absolute(file.path), caseSizeLimit);
    if (!bytes) {
        const bool garbled = file.path.contains(QChar(QChar::ReplacementCharacter));
        auto study = brokenCase(layout, file.path,
                                garbled ? translate("The file's name is not valid UTF-8: rename the file.")
                                        : bytes.error().message);
        study->stamp = stampOf(layout.absolute(file.path)).value_or(FileStamp());
        return study;
    }
    if (bytes->stamp.size > caseSizeLimit) {
        const QLocale locale;
        auto study =
            brokenCase(layout, file.path,
                       translate("The file has %1, and only %2 are read: split it.")
                           .arg(locale.formattedDataSize(bytes->stamp.size), locale.formattedDataSize(caseSizeLimit)));
        study->stamp = bytes->stamp;
        return study;
    }
    auto study = makeCase(layout, schema, file.path, Document::parse(std::move(bytes->bytes), {}, pool));
    study->stamp = bytes->stamp;
    return study;
}

CaseStudyPtr caseFromDocument(const CorpusLayout &layout, const Schema &schema, const QString &path,
                              const Document &document)
{
    return makeCase(layout, schema, path, document);
}

Result<Document> readDocument(const CorpusLayout &layout, const QString &path)
{
    if (!leadsInside(layout, path))
        return Error{translate("%1 leads out of the corpus, or is not there any more.").arg(path)};
    Result<FileBytes> bytes = readFileBytes(layout.absolute(path), caseSizeLimit);
    if (!bytes)
        return bytes.error();
    if (bytes->stamp.size > caseSizeLimit)
        return Error{translate("%1 is too large to be shown.").arg(path)};
    return Document::parse(std::move(bytes->bytes));
}

} // namespace casebook
