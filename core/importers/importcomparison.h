#pragma once

#include "core/document/edit.h"
#include "core/importers/casefields.h"
#include "core/importers/importtarget.h"
#include "core/store/filecontent.h"

namespace casebook {

/// The file of a corpus, below its root, that holds what belongs to no case.
inline constexpr QStringView aboutPath = u"about.md";

enum class ImportState {
    New,       ///< it is not there
    Changed,   ///< the document says more
    Unchanged, ///< both say the same
    Conflict,  ///< both say something, and not the same
};

/// One thing that an imported case says of a case that is there, or of a new one.
struct FieldComparison {
    QString label;                        ///< for people
    ImportState state = ImportState::New; ///< Changed does not occur
    QString before;                       ///< as text; empty where there is nothing
    QString after;
    Edits edits;        ///< of the front matter; none: it is the body
    bool chosen = true; ///< taken over; in a conflict only where a person wants it
};

/// An imported case beside the one that it is in the corpus.
struct CaseComparison {
    ImportedCase imported;
    QString id;
    QString path; ///< relative to the corpus
    ImportState state = ImportState::New;
    FileContent content; ///< of the file that is there
    QList<FieldComparison> fields;
    QString body; ///< the new one
    bool chosen = true;
    QString reason; ///< why it cannot be changed; empty where it can
};

/// about.md beside what a document says besides its cases.
struct AboutComparison {
    ImportState state = ImportState::Unchanged; ///< New: it is made; Changed: something is added; Unchanged: neither
    FileContent content;                        ///< of the file that is there
    QByteArray after;                           ///< what it would hold
    bool chosen = false;                        ///< in a file that a curator wrote only where a person wants it
    QString reason;                             ///< why it cannot be kept there, for people; empty where it can
};

/// A document beside a corpus: what would be new, changed, the same and in conflict. A value.
struct ImportComparison {
    ImportTarget target;
    ImportOrigin origin;
    QList<CaseComparison> cases; ///< in the order of the document
    AboutComparison about;
    QStringList unknownGroups; ///< labels

    int count(ImportState state) const;
};

/// Compares. Reads the files of the cases concerned; writes nothing. Any thread.
ImportComparison compareImport(const ImportedDocument &document, ImportTarget target, const ImportOrigin &origin);

} // namespace casebook
