#include "core/corpus/schema.h"

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

template<typename List, typename Key>
auto findBy(const List &list, Key key, QStringView value) -> decltype(&list.first())
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto &item) { return std::invoke(key, item) == value; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const Term *Field::term(QStringView termId) const
{
    return findBy(vocabulary, &Term::id, termId);
}

const Field *Field::part(QStringView partId) const
{
    return findBy(fields, &Field::id, partId);
}

bool Field::operator==(const Field &other) const
{
    return id == other.id && label == other.label && type == other.type && required == other.required
        && facet == other.facet && vocabulary == other.vocabulary && fields == other.fields;
}

QString Schema::fieldOf(QStringView roleName) const
{
    return m_roles.value(QString::fromRawData(roleName.data(), roleName.size())); // asked for often: without a copy
}

const Field *Schema::roleField(QStringView roleName) const
{
    const QString id = fieldOf(roleName);
    return id.isEmpty() ? nullptr : field(id);
}

QString Schema::partOf(QStringView roleName, QStringView part) const
{
    return m_roles.value(roleName + u'.' + part, part.toString());
}

void Schema::setRole(const QString &roleName, const QString &fieldId)
{
    m_roles.insert(roleName, fieldId);
}

const Field *Schema::field(QStringView path) const
{
    if (const Field *whole = findBy(fields, &Field::id, path))
        return whole;
    if (const Field *found = findBy(computed, &Field::id, path))
        return found;
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return nullptr;
    const Field *owner = findBy(fields, &Field::id, path.left(dot));
    return owner ? owner->part(path.mid(dot + 1)) : nullptr;
}

bool Schema::isComputed(QStringView path) const
{
    return findBy(computed, &Field::id, path) != nullptr;
}

QStringList Schema::facetPaths() const
{
    QStringList paths;
    qsizetype firstPart = -1;
    for (const Field &field : fields) {
        if (field.facet && !field.isRecord())
            paths.append(field.id);
        for (const Field &part : field.fields) {
            if (!part.facet)
                continue;
            if (firstPart < 0)
                firstPart = paths.size();
            paths.append(field.id + u'.' + part.id);
        }
    }
    for (const Field &field : computed) {
        if (field.facet)
            paths.insert(firstPart < 0 ? paths.size() : firstPart++, field.id);
    }
    return paths;
}

const Group *Schema::group(QStringView value) const
{
    return findBy(groups, &Group::value, value);
}

QString Schema::valueLabel(QStringView path, const QString &value) const
{
    if (path == fieldOf(role::group)) {
        const Group *found = group(value);
        if (found && !found->label.isEmpty())
            return found->label;
    }
    const Field *owner = field(path);
    const Term *term = owner ? owner->term(value) : nullptr;
    return term ? term->label : value;
}

QString Schema::fieldLabel(QStringView path) const
{
    const Field *found = field(path);
    return found ? found->label : labelFromId(path.toString());
}

QString labelFromId(const QString &id)
{
    QString label = id.mid(id.lastIndexOf(u'.') + 1);
    label.replace(u'-', u' ').replace(u'_', u' ');
    if (!label.isEmpty())
        label[0] = label.at(0).toUpper();
    return label;
}

} // namespace casebook
