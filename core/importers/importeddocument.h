#pragma once

#include "core/base/problem.h"
#include "core/base/value.h"
#include "core/corpus/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace casebook {

/// A page that a foreign document cites.
struct ImportedSource {
    QString title; ///< never empty but in what we wrote ourselves: see titleFromAddress()
    QString url;   ///< http or https; likewise
    int year = 0;  ///< 0: none is told
    QString kind = {};
    QString relation = {};
    bool mentioned = false; ///< in passing: the case does not rest on it

    bool operator==(const ImportedSource &) const = default;
};

/// One case of a foreign document, in the words of roles: a target corpus's schema decides which fields they become.
struct ImportedCase {
    QString title; ///< never empty
    QString organization = {};
    QString group = {}; ///< the label of a group; empty: the document has none
    QStringList from = {};
    QStringList to = {};
    int year = 0;
    QString stage = {}; ///< "hypothetical", or empty
    QString topic = {}; ///< the heading of a list: an industry or a tag, as the schema knows it
    QList<ImportedSource> sources = {};
    Value::Map further = {}; ///< by a role's name or a field's id, from formats that have fields of their own
    QString body = {};       ///< Markdown, LF, without blank lines around it
    int line = 0;            ///< where it starts in the document, from 1; 0: not known
    bool stub = false;       ///< no more than a name and some links: taken over only where a person wants it
    QString id = {};         ///< that it had in the corpus that wrote the document; empty: it names none
    bool typed = false;      ///< the values of `further` are what they are; else texts that may stand for a number
};

struct ImportedGroup {
    QString label;
    QString description = {};
};

/// A column of a table.
struct ImportedColumn {
    QString header;  ///< never empty
    QString example; ///< the first of its cells that is not empty
    QString target;  ///< what becomes of it: columntarget.h

    bool operator==(const ImportedColumn &) const = default;
};

/// What a document holds. Nothing of it is lost: each word and link is in a case, a group or `about`.
struct ImportedDocument {
    QString format; ///< the importer's name
    QString name = {};
    QString description = {};
    QList<ImportedGroup> groups = {};
    QList<ImportedCase> cases = {};     ///< in order
    QString about = {};                 ///< Markdown: what belongs to no case
    std::optional<Schema> schema = {};  ///< the fields that a document of our own brings along
    QList<ImportedColumn> columns = {}; ///< of a table; empty: it is none
    Problems problems = {};
    QStringList notes = {}; ///< sentences for people: what was repaired
};

} // namespace casebook
