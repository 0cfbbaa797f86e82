#include "core/query/savedview.h"

#include "core/base/filebytes.h"
#include "core/document/encoding.h"
#include "core/document/yamlparser.h"
#include "core/evidence/evidencefields.h"
#include "core/exporters/briefingrecipe.h"
#include "core/query/queryreading.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sizeLimit = 256 * 1024; // bytes

QString translate(const char *text)
{
    return QCoreApplication::translate("SavedView", text);
}

QStringView withoutMinus(const QString &sort)
{
    return QStringView(sort).mid(sort.startsWith(u'-') ? 1 : 0);
}

class ViewReader {
public:
    ViewReader(const QByteArray &bytes, const Schema &schema) : m_bytes(bytes), m_schema(schema), m_positions(bytes) {}

    SavedViewResult read()
    {
        m_result.problems = checkEncoding(m_bytes);
        if (m_result.problems.isEmpty())
            readMap();
        else
            m_result.view.broken = true;
        return std::move(m_result);
    }

private:
    void readMap()
    {
        const qsizetype start = hasByteOrderMark(m_bytes) ? 3 : 0;
        const YamlResult yaml = parseYaml(m_bytes, start, m_bytes.size() - start);
        m_result.problems = yaml.problems;
        const YamlNode &root = yaml.root;
        m_result.view.broken = !yaml.valid || root.kind != YamlNode::Kind::Map;
        if (m_result.view.broken) {
            if (yaml.valid)
                complain(root, translate("This is not a view: \"name\", \"filter\" and so on are missing."));
            return;
        }
        SavedView &view = m_result.view;
        view.name = textOf(root, u"name").simplified();
        view.description = textOf(root, u"description").simplified();
        view.filter = textOf(root, u"filter");
        view.sort = textOf(root, u"sort");
        view.group = textOf(root, u"group");
        view.position = positionOf(root);
        readBriefing(root.find(u"briefing"));
        if (view.name.isEmpty())
            complain(root, translate("A view needs a \"name\"."));
        checkFilter(root.find(u"filter"));
        checkField(root.find(u"sort"), withoutMinus(view.sort));
        checkField(root.find(u"group"), view.group);
    }

    QString textOf(const YamlNode &root, QStringView key)
    {
        const YamlNode *node = root.find(key);
        if (!node)
            return {};
        if (node->kind == YamlNode::Kind::Map || node->kind == YamlNode::Kind::Sequence)
            complain(*node, translate("\"%1\" must be a text.").arg(key));
        return toValue(*node).toText().trimmed();
    }

    void readBriefing(const YamlNode *node)
    {
        if (!node)
            return;
        m_result.view.briefing = toValue(*node);
        for (const QString &problem : readRecipe(m_result.view.briefing).problems)
            complain(*node, problem);
    }

    std::optional<int> positionOf(const YamlNode &root)
    {
        const YamlNode *node = root.find(u"position");
        if (!node)
            return std::nullopt;
        bool isWhole = false;
        const int position = node->kind == YamlNode::Kind::Scalar ? toValue(*node).toText().toInt(&isWhole) : 0;
        if (!isWhole)
            complain(*node, translate("\"%1\" must be a whole number.").arg(u"position"));
        return isWhole ? std::optional(position) : std::nullopt;
    }

    void checkFilter(const YamlNode *node)
    {
        const QList<QueryNote> notes = readQuery(m_result.view.filter, m_schema).notes;
        for (const QueryNote &note : notes)
            complain(*node, messageOf(note, m_schema));
    }

    void checkField(const YamlNode *node, QStringView name)
    {
        if (!name.isEmpty() && resolveFieldName(name, m_schema).isEmpty())
            complain(*node, translate("No field is called \"%1\".").arg(name));
    }

    void complain(const YamlNode &node, const QString &message)
    {
        const TextPosition place = m_positions.at(node.offset);
        m_result.problems.append({Severity::Error, place.line, place.column, message});
    }

    const QByteArray &m_bytes;
    const Schema &m_schema;
    PositionFinder m_positions;
    SavedViewResult m_result;
};

/// An order of the window as a field, "-" before it for descending; "" where a corpus has no such field.
QString sortOf(SortKey key, const Schema &schema)
{
    const auto named = [&](const QString &sign, const QString &path) {
        return path.isEmpty() ? QString() : QString(sign + path);
    };
    switch (key) {
    case SortKey::Relevance:
        return {};
    case SortKey::Year:
        return named(u"-"_s, schema.fieldOf(role::year));
    case SortKey::Title:
        return named({}, schema.fieldOf(role::title));
    case SortKey::Organization:
        return named({}, schema.fieldOf(role::organization));
    case SortKey::Evidence:
        return named(u"-"_s, schema.isComputed(evidenceField) ? evidenceField.toString() : QString());
    }
    return {};
}

bool comesBefore(const SavedView &left, const SavedView &right)
{
    if (left.position.has_value() != right.position.has_value())
        return left.position.has_value();
    return left.position.value_or(0) < right.position.value_or(0);
}

SavedViewResult brokenView(const QString &message)
{
    SavedViewResult result;
    result.view.broken = true;
    result.problems.append({Severity::Error, 0, 0, message});
    return result;
}

SavedViewResult readViewFile(const CorpusLayout &layout, const QString &path, const Schema &schema)
{
    if (!leadsInside(layout, path))
        return brokenView(translate("This symbolic link leads out of the corpus, or nowhere, and is not followed."));
    const Result<FileBytes> file = readFileBytes(layout.absolute(path), sizeLimit);
    if (!file)
        return brokenView(file.error().message);
    if (file->stamp.size > sizeLimit)
        return brokenView(translate("The file is too large for a view."));
    return readView(file->bytes, schema);
}

} // namespace

Query SavedView::query(const Schema &schema) const
{
    Query query = parseQuery(filter, schema);
    if (query.sortPath.isEmpty() && !sort.isEmpty()) {
        query.sortPath = resolveFieldName(withoutMinus(sort), schema);
        query.sortDescending = !query.sortPath.isEmpty() && sort.startsWith(u'-');
    }
    return query;
}

Arrangement SavedView::arrangement(const Schema &schema) const
{
    Arrangement arrangement;
    arrangement.groupPath = resolveFieldName(group, schema);
    return arrangement;
}

SavedView viewOf(const Query &query, const Arrangement &arrangement, const Schema &schema)
{
    SavedView view;
    Query conditions = query;
    conditions.sortPath.clear();
    conditions.sortDescending = false;
    view.filter = toText(conditions, schema);
    view.sort = query.sortPath.isEmpty() ? sortOf(arrangement.sort, schema)
                                         : (query.sortDescending ? u"-"_s : QString()) + query.sortPath;
    if (arrangement.groupPath != schema.fieldOf(role::group))
        view.group = arrangement.groupPath;
    return view;
}

SavedView canonicalView(const SavedView &view, const Schema &schema)
{
    return viewOf(view.query(schema), view.arrangement(schema), schema);
}

Query narrowed(Query query, const Query &more)
{
    query.terms += more.terms;
    if (!more.sortPath.isEmpty()) {
        query.sortPath = more.sortPath;
        query.sortDescending = more.sortDescending;
    }
    return query;
}

SavedViewResult readView(const QByteArray &bytes, const Schema &schema)
{
    return ViewReader(bytes, schema).read();
}

const SavedView *SavedViews::find(const QString &id) const
{
    const auto found = std::find_if(views.begin(), views.end(), [&](const SavedView &view) { return view.id == id; });
    return found == views.end() ? nullptr : &*found;
}

SavedViews loadViews(const CorpusLayout &layout, const Schema &schema)
{
    SavedViews all;
    const QString folder = u"views/"_s;
    if (!leadsInside(layout, folder))
        return all;
    const QStringList names =
        QDir(layout.absolute(folder)).entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files | QDir::System, QDir::Name);
    for (const QString &name : names) {
        const QString path = folder + name;
        SavedViewResult result = readViewFile(layout, path, schema);
        SavedView &view = result.view;
        view.path = path;
        view.id = name.left(name.lastIndexOf(u'.'));
        if (view.name.isEmpty())
            view.name = view.id;
        if (!isValidId(view.id) || all.find(view.id)) {
            result.problems.prepend({Severity::Error, 0, 0,
                                     translate("Give the file another name: of letters, digits, '-', '_' and '.', and "
                                               "no other view's.")});
        }
        for (const Problem &problem : std::as_const(result.problems))
            all.problems.append({path, problem});
        all.views.append(std::move(view));
    }
    std::stable_sort(all.views.begin(), all.views.end(), comesBefore);
    return all;
}

} // namespace casebook
