#pragma once

#include "core/base/result.h"
#include "core/importers/importeddocument.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace casebook {

/// One format that cases are brought in from. A new one is a class behind this interface and a line in allImporters().
///
/// It reads no disk and writes none. Safe on any thread.
class Importer {
public:
    virtual ~Importer() = default;

    /// One word, as a person types it: "markdown".
    virtual QString name() const = 0;
    /// How sure it is that a text is of its format, from 0 (it is not) to 100. `origin`: the file's name.
    virtual int recognize(const QString &text, const QString &origin) const = 0;
    /// Reads a text: LF, and no NUL. Never fails: what cannot be read is a problem.
    virtual ImportedDocument read(const QString &text, const QString &origin) const = 0;
    /// The same where a person says what the columns of a table become (columntarget.h): a target for each, "" where it
    /// is to be found out. A format without columns has nothing to do here.
    virtual ImportedDocument readColumns(const QString &text, const QString &origin, const QStringList &) const
    {
        return read(text, origin);
    }
};

/// Every format, in the order in which they are told to people.
const std::vector<std::unique_ptr<const Importer>> &allImporters();
/// Their names.
QStringList importerNames();

/// Reads a document in the format of that name, or, where it is empty, in the one that is surest of it.
///
/// The bytes are UTF-8, UTF-16 with a byte order mark, or else Windows-1252; what was misread before is repaired
/// (core/importers/mojibake.h); each of these is told in a note. The Error says that no format knows the text, that
/// there is none of that name, or where the text is broken so that nothing of it can be read. `columns`: see
/// Importer::readColumns().
Result<ImportedDocument> readDocumentBytes(const QByteArray &bytes, const QString &origin, const QString &format = {},
                                           const QStringList &columns = {});

} // namespace casebook
