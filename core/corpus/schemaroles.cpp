#include "core/corpus/schemaroles.h"

#include <array>

namespace casebook {

namespace {

/// A role with the parts that a record in it has, between blanks.
struct RoleParts {
    QStringView role;
    QStringView parts = {};
};

constexpr std::array all{
    RoleParts{role::title},
    RoleParts{role::group},
    RoleParts{role::organization},
    RoleParts{role::from},
    RoleParts{role::to},
    RoleParts{role::year},
    RoleParts{role::industry},
    RoleParts{role::stage},
    RoleParts{role::effort, u"people months lines"},
    RoleParts{role::claims, u"side reason text source"},
    RoleParts{role::figures, u"what before after unit source"},
    RoleParts{role::sources, u"title url year kind relation"},
    RoleParts{role::related},
    RoleParts{role::tags},
    RoleParts{role::reviewed},
};

} // namespace

QList<std::pair<QString, QString>> rolesOf(const Schema &schema)
{
    QList<std::pair<QString, QString>> roles;
    for (const RoleParts &one : all) {
        const QString id = schema.fieldOf(one.role);
        if (id.isEmpty())
            continue;
        roles.append({one.role.toString(), id});
        const QList<QStringView> parts = one.parts.split(u' ', Qt::SkipEmptyParts);
        for (const QStringView part : parts) {
            if (const QString name = schema.partOf(one.role, part); name != part)
                roles.append({one.role + u'.' + part, name});
        }
    }
    return roles;
}

} // namespace casebook
