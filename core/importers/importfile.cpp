#include "core/importers/importfile.h"

#include "core/base/filebytes.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace casebook {

namespace {

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(casebook::Import)
};

} // namespace

Result<ReceivedDocument> receiveFile(const QString &path)
{
    const Result<FileBytes> file = readFileBytes(path, documentSizeLimit);
    if (!file)
        return file.error();
    if (file->stamp.size > documentSizeLimit) {
        return Error{ImportText::tr("%1 is larger than %2 MiB: take it apart first.")
                         .arg(path)
                         .arg(documentSizeLimit / 1024 / 1024)};
    }
    const QString name = QFileInfo(path).fileName();
    return ReceivedDocument{file->bytes, name, name};
}

void setMissingGroup(ImportedDocument &document, const QString &label)
{
    if (label.isEmpty())
        return;
    for (ImportedCase &one : document.cases) {
        if (one.group.isEmpty())
            one.group = label;
    }
    const auto same = [&](const ImportedGroup &known) { return known.label == label; };
    if (std::none_of(document.groups.begin(), document.groups.end(), same))
        document.groups.append({label, {}});
}

} // namespace casebook
