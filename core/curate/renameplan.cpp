#include "core/curate/renameplan.h"

#include "core/curate/renamedlinks.h"
#include "core/document/yamlfile.h"
#include "core/store/corpuspath.h"

#include <QCoreApplication>
#include <QDir>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("RenamePlan", text);
}

bool isId(const YamlNode &node, const QString &id)
{
    return node.kind == YamlNode::Kind::Scalar && !node.alias && node.text == id;
}

/// Reads a value in a query from `at` on, which is left behind it; quotes around it are not part of it.
QString takeValue(const QString &query, qsizetype &at)
{
    const bool quoted = at < query.size() && query.at(at) == u'"';
    const qsizetype begin = quoted ? at + 1 : at;
    qsizetype end = begin;
    const auto ends = [&](QChar c) { return quoted ? c == u'"' : c.isSpace() || c == u',' || c == u')' || c == u'"'; };
    while (end < query.size() && !ends(query.at(end)))
        ++end;
    at = quoted && end < query.size() ? end + 1 : end;
    return query.mid(begin, end - begin);
}

/// Where the values of the field begin that is named next, at or after `from`; -1 where it is not.
qsizetype nextValues(const QString &query, const QString &field, qsizetype from)
{
    const QString name = field + u':';
    for (qsizetype at = query.indexOf(name, from, Qt::CaseInsensitive); at >= 0;
         at = query.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || query.at(at - 1).isSpace() || QStringView(u"-(").contains(query.at(at - 1)))
            return at + name.size();
    }
    return -1;
}

/// Finds in a view what names the case.
class ViewSearch {
public:
    ViewSearch(QString field, QString from, QString to)
        : m_field(std::move(field)), m_from(std::move(from)), m_to(std::move(to))
    {
    }

    void search(const YamlNode &node, const FieldPath &path)
    {
        const bool isMap = node.kind == YamlNode::Kind::Map;
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const YamlNode &item = node.items[i];
            const FieldPath place = isMap ? path.key(node.keys[i].text) : path.item(static_cast<int>(i));
            if (!isMap && isId(item, m_from))
                edits.append(Edit::set(place, m_to));
            else if (const QString query = follow(item); query != item.text)
                edits.append(Edit::set(place, query));
            if (!item.alias)
                search(item, place);
        }
    }

    Edits edits;

private:
    QString follow(const YamlNode &node) const
    {
        const bool mayBeQuery = node.kind == YamlNode::Kind::Scalar && !node.alias && !m_field.isEmpty();
        return mayBeQuery ? queryWithValue(node.text, m_field, m_from, m_to) : node.text;
    }

    QString m_field;
    QString m_from;
    QString m_to;
};

/// Adds the file to the plan, with what `edited` makes of its bytes; empty bytes: nothing in it names the case.
void addFollower(Plan &plan, const CorpusLayout &layout, const QString &path, const QString &pathThen,
                 const std::function<Result<QByteArray>(const QByteArray &)> &edited)
{
    const Result<QString> absolute = corpusPath(layout.root, path);
    const Result<FileContent> content = absolute ? readFile(*absolute) : absolute.error();
    const Result<QByteArray> after = content ? edited(content->bytes) : content.error();
    if (!after)
        plan.leftOut.append({path, after.error().message});
    else if (*after != content->bytes)
        plan.files.append(plannedWrite(pathThen, *content, *after));
}

QStringList viewPaths(const CorpusLayout &layout)
{
    QStringList paths;
    const QString folder = u"views/"_s;
    const QStringList names =
        QDir(layout.absolute(folder)).entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths.append(folder + name);
    return paths;
}

/// Makes one plan.
class Renaming {
public:
    Renaming(const CorpusLayout &layout, const Schema &schema, QString from, QString to)
        : m_layout(layout), m_schema(schema), m_from(std::move(from)), m_to(std::move(to))
    {
    }

    void rename(const QString &path)
    {
        PlannedFile file;
        file.step = {FileStep::Kind::Rename, path, m_layout.pathOf(m_to), {}, {}};
        file.needed = true;
        const Result<QString> absolute = corpusPath(m_layout.root, path);
        if (const Result<FileContent> content = absolute ? readFile(*absolute) : absolute.error()) {
            file.step.expected = content->hash;
            file.before = content->bytes;
            file.after = content->bytes;
        }
        plan.name = translate("Rename %1 to %2").arg(m_from, m_to);
        plan.files.append(std::move(file));
    }

    void followCase(const CaseStudy &study)
    {
        if (!concerns(study))
            return;
        const QString pathThen = study.id == m_from ? m_layout.pathOf(m_to) : study.path;
        addFollower(plan, m_layout, study.path, pathThen, [&](const QByteArray &bytes) -> Result<QByteArray> {
            const Document document = Document::parse(bytes);
            const Result<QByteArray> edited =
                applyEdits(document, relatedEdits(document.tree(), m_schema, m_from, m_to));
            return edited ? withLinks(*edited, study.path) : edited;
        });
    }

    void followView(const QString &path)
    {
        addFollower(plan, m_layout, path, path, [this](const QByteArray &bytes) -> Result<QByteArray> {
            const YamlFile view = YamlFile::parse(bytes);
            const Edits edits = viewEdits(view.tree(), m_schema, m_from, m_to);
            if (view.isBroken() && bytes.contains(m_from.toUtf8()))
                return Error{translate("It is not valid YAML: look by hand whether it names the case.")};
            return edits.isEmpty() ? bytes : view.applyEdits(edits);
        });
    }

    Plan plan;

private:
    /// Whether a case may name the one that is renamed: in its fields, or by its file's name in its text.
    bool concerns(const CaseStudy &study) const
    {
        if (roleTexts(study, m_schema, role::related).contains(m_from))
            return true;
        const QString path = plan.files.first().step.path;
        const QByteArray name = path.mid(path.lastIndexOf(u'/') + 1).toUtf8();
        const Result<QString> absolute = corpusPath(m_layout.root, study.path);
        const Result<FileContent> content = absolute ? readFile(*absolute) : absolute.error();
        return content
            && (study.id == m_from || content->bytes.contains(name)
                || content->bytes.contains(name.toPercentEncoding()));
    }

    Result<QByteArray> withLinks(const QByteArray &bytes, const QString &path) const
    {
        const RenamedFile file{plan.files.first().step.path, plan.files.first().step.other};
        const auto exists = [this](const QString &target) { return QFileInfo::exists(m_layout.absolute(target)); };
        const Document document = Document::parse(bytes);
        const Result<QByteArray> body = retargetLinks(document.bodyText().toByteArray(), [&](const QString &url) {
            return linkAfterRename(url, path, file, exists);
        });
        if (!body)
            return body;
        return QByteArray(bytes.first(document.body().begin) + *body + bytes.sliced(document.body().end));
    }

    const CorpusLayout &m_layout;
    const Schema &m_schema;
    QString m_from;
    QString m_to;
};

} // namespace

Edits relatedEdits(const YamlNode &frontMatter, const Schema &schema, const QString &from, const QString &to)
{
    Edits edits;
    const FieldPath path(schema.fieldOf(role::related));
    const YamlNode *related = frontMatter.find(schema.fieldOf(role::related));
    if (!related)
        return edits;
    if (isId(*related, from))
        edits.append(Edit::set(path, to));
    if (related->kind != YamlNode::Kind::Sequence)
        return edits;
    for (std::size_t i = 0; i < related->items.size(); ++i) {
        if (isId(related->items[i], from))
            edits.append(Edit::set(path.item(static_cast<int>(i)), to));
    }
    return edits;
}

Edits viewEdits(const YamlNode &view, const Schema &schema, const QString &from, const QString &to)
{
    ViewSearch search(schema.fieldOf(role::related), from, to);
    search.search(view, {});
    return search.edits;
}

QString queryWithValue(const QString &query, const QString &field, const QString &from, const QString &to)
{
    QString result;
    qsizetype kept = 0; // what is in the result already
    for (qsizetype at = nextValues(query, field, 0); at >= 0; at = nextValues(query, field, at)) {
        for (bool more = true; more;) {
            const qsizetype begin = at;
            if (takeValue(query, at) == from) {
                const bool quoted = query.at(begin) == u'"';
                result += query.mid(kept, begin - kept) + (quoted ? u'"' + to + u'"' : to);
                kept = at;
            }
            more = at < query.size() && query.at(at) == u',';
            at += more ? 1 : 0;
        }
    }
    return result + query.mid(kept);
}

Plan planRename(const CorpusLayout &layout, const Schema &schema, const CaseStudies &cases, const QString &from,
                const QString &to, const FileProgress &progress)
{
    CaseStudies followers;
    QString path = layout.pathOf(from);
    for (const CaseStudyPtr &study : cases) {
        if (study->id == from)
            path = study->path;
        followers.push_back(study);
    }
    std::sort(followers.begin(), followers.end(), [](const auto &a, const auto &b) { return a->id < b->id; });
    const QStringList views = viewPaths(layout);
    const auto total = static_cast<int>(followers.size()) + static_cast<int>(views.size());
    int done = 0;
    Renaming renaming(layout, schema, from, to);
    renaming.rename(path);
    const auto goOn = [&] {
        renaming.plan.cancelled = progress && !progress(++done, total) && done < total;
        return !renaming.plan.cancelled;
    };
    for (auto study = followers.begin(); study != followers.end() && !renaming.plan.cancelled; ++study) {
        renaming.followCase(**study);
        goOn();
    }
    for (auto view = views.begin(); view != views.end() && !renaming.plan.cancelled; ++view) {
        renaming.followView(*view);
        goOn();
    }
    return renaming.plan;
}

} // namespace casebook
