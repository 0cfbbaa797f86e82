#include "core/query/fieldnames.h"

#include "core/corpus/casestudy.h"
#include "core/query/query.h"

#include <algorithm>
#include <iterator>

namespace casebook {

namespace {

constexpr qsizetype shortestBeginning = 3; // one or two letters are too easily typed before a colon by chance

QStringView lastPart(QStringView path)
{
    return path.mid(path.lastIndexOf(u'.') + 1);
}

bool same(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QStringList queryPaths(const Schema &schema)
{
    QStringList paths;
    for (const Field &field : schema.fields) {
        paths.append(field.id);
        for (const Field &part : field.fields)
            paths.append(field.id + u'.' + part.id);
    }
    for (const Field &field : schema.computed)
        paths.append(field.id);
    if (!paths.contains(folderField))
        paths.append(folderField.toString());
    return paths;
}

QStringList fieldsMeant(QStringView name, const Schema &schema)
{
    const QStringList paths = queryPaths(schema);
    if (name.isEmpty())
        return {};
    if (paths.contains(name))
        return {name.toString()};
    const auto all = [&](auto test) {
        QStringList found;
        std::copy_if(paths.begin(), paths.end(), std::back_inserter(found), test);
        return found;
    };
    if (const QStringList found = all([&](QStringView path) { return same(path, name); }); !found.isEmpty())
        return {found.first()};
    // What is ambiguous may still be told apart by what comes after it.
    const QStringList byPart = all([&](QStringView path) { return same(lastPart(path), name); });
    if (byPart.size() == 1)
        return byPart;
    const QStringList byLabel = all([&](QStringView path) { return same(schema.fieldLabel(path), name); });
    if (byLabel.size() == 1)
        return byLabel;
    const QStringList byBeginning = all([&](QStringView path) {
        return name.size() >= shortestBeginning && !path.contains(u'.') && path.startsWith(name, Qt::CaseInsensitive);
    });
    if (byBeginning.size() == 1)
        return byBeginning;
    return !byPart.isEmpty() ? byPart : !byLabel.isEmpty() ? byLabel : byBeginning;
}

QString resolveFieldName(QStringView name, const Schema &schema)
{
    const QStringList meant = fieldsMeant(name, schema);
    return meant.size() == 1 ? meant.first() : QString();
}

QString shortFieldName(const QString &path, const Schema &schema)
{
    const QString last = lastPart(path).toString();
    return resolveFieldName(last, schema) == path ? last : path;
}

} // namespace casebook
