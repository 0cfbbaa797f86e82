#pragma once

#include "core/evidence/evidenceterms.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace casebook {

enum class FieldType {
    Text,
    Choice, ///< one value of a small set
    List,   ///< several such values
    Year,
    Number,
    Date, ///< YYYY-MM-DD
    Url,
    Record,  ///< a map with fields of its own
    Records, ///< a list of such maps
};

/// One allowed value of a choice or list field.
struct Term {
    QString id;
    QString label;      ///< for people; the id where corpus.yaml gives none
    QString definition; ///< one line; may be empty

    bool operator==(const Term &) const = default;
};

/// One front matter key, or one part of a record.
struct Field {
    QString id;
    QString label; ///< for people; made from the id where corpus.yaml gives none
    FieldType type = FieldType::Text;
    bool required = false;
    bool facet = false;
    QList<Term> vocabulary; ///< empty: any value goes
    QList<Field> fields;    ///< the parts of a record or of records

    bool isRecord() const { return type == FieldType::Record || type == FieldType::Records; }
    const Term *term(QStringView termId) const;
    const Field *part(QStringView partId) const;

    bool operator==(const Field &other) const;
};

/// One branch of the tree: a value of the group field with what a person is told about it.
struct Group {
    QString value;
    QString label;
    QString description;
    QString color; ///< blue, teal, orange, purple, red, green or gray; empty: the window picks one by position

    bool operator==(const Group &) const = default;
};

/// What a field is for. Code asks for roles, never for field names: corpus.yaml says which field has which role.
namespace role {
inline constexpr QStringView title = u"title";
inline constexpr QStringView group = u"group";
inline constexpr QStringView organization = u"organization";
inline constexpr QStringView from = u"from";
inline constexpr QStringView to = u"to";
inline constexpr QStringView year = u"year";
inline constexpr QStringView industry = u"industry";
inline constexpr QStringView stage = u"stage";
inline constexpr QStringView effort = u"effort";
inline constexpr QStringView claims = u"claims";
inline constexpr QStringView figures = u"figures";
inline constexpr QStringView sources = u"sources";
inline constexpr QStringView related = u"related";
inline constexpr QStringView tags = u"tags";
inline constexpr QStringView reviewed = u"reviewed";
} // namespace role

/// The shape of a corpus: its name, its fields in display order, its groups, and the roles of its fields.
///
/// A plain value; safe to copy to another thread.
class Schema {
public:
    QString name;    ///< of the corpus; the folder's name where none is given
    QString subject; ///< the technology in question; may be empty
    QString description;
    QList<Field> fields;
    QList<Field> computed; ///< fields that no file holds: worked out from the others, shown and asked for like them
    QList<Group> groups;
    EvidenceTerms evidence;
    bool inferred = false; ///< made up from the files found, for want of a corpus.yaml

    /// The id of the field that has a role, or "" where none has.
    QString fieldOf(QStringView roleName) const;
    /// The field that has a role, or null.
    const Field *roleField(QStringView roleName) const;
    /// The key of one part of a record that has a role, say the `side` of `claims`: its own name unless corpus.yaml
    /// says otherwise (`roles: {claims: {field: arguments, side: stance}}`).
    QString partOf(QStringView roleName, QStringView part) const;
    /// Gives a field a role. A `roleName` of the form "claims.side" names a part.
    void setRole(const QString &roleName, const QString &fieldId);

    /// The field at a path such as `year` or `claims.reason`, computed ones included, or null.
    const Field *field(QStringView path) const;
    bool isComputed(QStringView path) const;
    /// The paths of all fields that are facets, in display order; parts of records as `claims.reason`. Computed ones
    /// come before the first such part, as they are about the whole case too.
    QStringList facetPaths() const;
    /// The group of a value, or null.
    const Group *group(QStringView value) const;
    /// The label of a field's value: from its vocabulary or groups, else the value itself.
    QString valueLabel(QStringView path, const QString &value) const;
    /// The label of the field at a path; a part of a record as "Reason", the field itself as "Claims".
    QString fieldLabel(QStringView path) const;

    bool operator==(const Schema &) const = default;

private:
    QHash<QString, QString> m_roles;
};

/// "from-language" → "From language": a label for a key that has none.
QString labelFromId(const QString &id);

} // namespace casebook
