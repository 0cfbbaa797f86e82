#pragma once

#include "core/base/filebytes.h"
#include "core/base/problem.h"
#include "core/base/value.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace casebook {

class Schema;

/// One Markdown file of a corpus, as read. Immutable once loaded, and shared between threads as CaseStudyPtr.
///
/// The body's own text is not kept: whoever shows a case reads its file again (core/corpus/casereader.h).
struct CaseStudy {
    QString id;          ///< the path below the case folder, '/' between parts, without .md
    QString path;        ///< relative to the corpus folder, '/' between parts
    QString title;       ///< the title role's field, else the first heading, else the file's name
    Value fields;        ///< the front matter: a map, empty where there is none or it cannot be read
    Problems problems;   ///< of this file alone, in the order of lines
    bool broken = false; ///< the front matter could not be read
    /// Every word of the case (core/corpus/searchtext.h): a line with the title, the organization, the claims, all
    /// other fields, the body. What weighs most comes first, so that the first place of a word tells how well it fits.
    QByteArray searchText;
    int titleSize = 0;      ///< bytes of the first line, without its end
    int headSize = 0;       ///< bytes of title and organization together, with the ends of their lines
    int claimsEnd = 0;      ///< where the claims end, in bytes
    quint64 contentKey = 0; ///< differs where the bytes differ (64-bit hash, not for security)
    FileStamp stamp;
};

using CaseStudyPtr = std::shared_ptr<const CaseStudy>;
using CaseStudies = std::vector<CaseStudyPtr>;

/// The value at a path such as `year`, `effort.months`; a part of records (`claims.reason`) is the list of that part's
/// values over the records, those of lists among them one by one. Null where there is nothing.
Value valueAt(const Value &fields, QStringView path);
/// Whether valueAt() is other than empty; makes no copy.
bool hasValueAt(const Value &fields, QStringView path);

/// The name of the field that every case has without writing it: the folder of its id. A key of that name in the front
/// matter goes before it.
inline constexpr QStringView folderField = u"folder";

/// The values at a path as texts, each once, in the order of the file. Answers folderField too.
QStringList textsAt(const CaseStudy &study, QStringView path);

/// A claim as the schema's roles tell it.
struct Claim {
    QString side;   ///< as written: "for" or "against" in the usual vocabulary
    QString reason; ///< a term's id
    QString text;
    int source = 0; ///< position in the sources, from 1; 0: none given
};

/// A measured before/after.
struct Figure {
    QString what;
    Value before; ///< a number, a text, or null
    Value after;
    QString unit;
    int source = 0; ///< as in Claim
};

/// A cited page.
struct Source {
    QString title;
    QString url;
    int year = 0; ///< 0: none given
    QString kind;
    QString relation;
};

/// A case's fields by role. Each answers "" or an empty list where the schema has no such role or the case no such
/// field.
QString roleText(const CaseStudy &study, const Schema &schema, QStringView roleName);
QStringList roleTexts(const CaseStudy &study, const Schema &schema, QStringView roleName);
/// 0 where there is no year.
int yearOf(const CaseStudy &study, const Schema &schema);
QList<Claim> claimsOf(const CaseStudy &study, const Schema &schema);
QList<Figure> figuresOf(const CaseStudy &study, const Schema &schema);
QList<Source> sourcesOf(const CaseStudy &study, const Schema &schema);

} // namespace casebook
