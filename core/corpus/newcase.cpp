#include "core/corpus/newcase.h"

#include "core/corpus/casereader.h"
#include "core/corpus/casetemplate.h"
#include "core/corpus/fieldtext.h"
#include "core/document/edit.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("CaseTemplate", text);
}

/// One placeholder: its name in braces, the word that stands for it while the template is read as YAML, and its value.
struct Placeholder {
    QByteArray name;
    QString mark;
    QString value;
};

/// Fills one template in. Placeholders are first replaced by marks, plain words that occur nowhere else: braces mean
/// something to YAML. The values with marks in them are then set as any other edit sets a value.
class Filling {
public:
    Filling(const QByteArray &text, const Schema &schema, const NewCase &newCase);

    Result<QByteArray> run();

private:
    QByteArray withMarks() const;
    QByteArray withValues(QByteArray bytes) const;
    bool hasMark(const QString &text) const { return text.contains(m_stem); }
    bool isMarked(const YamlNode &node) const;
    Value filled(const YamlNode &scalar) const;
    void editMarks(const YamlNode &node, const FieldPath &path);
    void editRole(QStringView roleName, const QString &value, const QByteArray &placeholder);
    Result<void> checkReadable(const Document &document) const;

    const QByteArray &m_text;
    const Schema &m_schema;
    QString m_stem; ///< what every mark begins with
    QList<Placeholder> m_placeholders;
    Document m_document; ///< of the text with marks
    Edits m_edits;
};

Filling::Filling(const QByteArray &text, const Schema &schema, const NewCase &newCase) : m_text(text), m_schema(schema)
{
    for (int number = 0; m_stem.isEmpty() || text.contains(m_stem.toUtf8()); ++number)
        m_stem = u"placeholder%1of"_s.arg(number);
    const auto add = [this](const char *name, const QString &value) {
        m_placeholders.append({name, m_stem + QLatin1StringView(name), value.simplified()});
    };
    add("title", newCase.title);
    add("group", newCase.group);
    add("date", newCase.date.toString(Qt::ISODate));
    add("year", QString::number(newCase.date.year()));
    add("id", newCase.id);
}

QByteArray Filling::withMarks() const
{
    QByteArray bytes = m_text;
    for (const Placeholder &one : m_placeholders) {
        for (const QByteArray &blank : {QByteArray(), QByteArray(" ")})
            bytes.replace(QByteArray("{{" + blank + one.name + blank + "}}"), one.mark.toUtf8());
    }
    return bytes;
}

QByteArray Filling::withValues(QByteArray bytes) const
{
    for (const Placeholder &one : m_placeholders)
        bytes.replace(one.mark.toUtf8(), one.value.toUtf8());
    return bytes;
}

bool Filling::isMarked(const YamlNode &node) const
{
    const auto marked = [this](const YamlNode &inner) { return isMarked(inner); };
    return hasMark(node.text) || std::any_of(node.items.begin(), node.items.end(), marked);
}

// What stands alone and without quotes keeps its type: a year is a number, and nothing is nothing.
Value Filling::filled(const YamlNode &scalar) const
{
    QString text = scalar.text;
    for (const Placeholder &one : m_placeholders) {
        if (scalar.plain && text == one.mark && one.value.isEmpty())
            return {};
        if (scalar.plain && text == one.mark && one.name == "year")
            return static_cast<qint64>(one.value.toInt());
        text.replace(one.mark, one.value);
    }
    return text;
}

void Filling::editMarks(const YamlNode &node, const FieldPath &path)
{
    if (node.kind == YamlNode::Kind::Scalar && !node.alias && hasMark(node.text))
        m_edits.append(Edit::set(path, filled(node)));
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const bool isMap = node.kind == YamlNode::Kind::Map;
        editMarks(node.items[i], isMap ? path.key(node.keys[i].text) : path.item(static_cast<int>(i)));
    }
}

void Filling::editRole(QStringView roleName, const QString &value, const QByteArray &placeholder)
{
    const QString field = m_schema.fieldOf(roleName);
    if (field.isEmpty() || field == folderField || value.isEmpty())
        return;
    const YamlNode *node = m_document.tree().find(field);
    const bool mentioned = m_document.bytes().contains((m_stem + QLatin1StringView(placeholder)).toUtf8());
    if (node ? !isMarked(*node) : !mentioned)
        m_edits.append(Edit::set(FieldPath(field), value));
}

Result<void> Filling::checkReadable(const Document &document) const
{
    if (!document.isBroken() || document.frontMatterKind() == FrontMatterKind::Toml)
        return {};
    const Problem problem = document.problems().value(0);
    return Error{translate("%1 cannot be used for new cases: its front matter has a problem in line %2. %3")
                     .arg(CorpusLayout::templatePath())
                     .arg(problem.line)
                     .arg(problem.message)};
}

Result<QByteArray> Filling::run()
{
    m_document = Document::parse(withMarks());
    if (auto readable = checkReadable(m_document); !readable)
        return readable.error();
    if (m_document.frontMatterKind() == FrontMatterKind::Toml) // not ours to edit
        return withValues(m_document.bytes());
    editMarks(m_document.tree(), {});
    editRole(role::title, m_placeholders.at(0).value, m_placeholders.at(0).name);
    editRole(role::group, m_placeholders.at(1).value, m_placeholders.at(1).name);
    Result<QByteArray> edited = applyEdits(m_document, m_edits, keyOrder(m_schema));
    if (!edited) {
        return Error{
            translate("%1 cannot be used for new cases. %2").arg(CorpusLayout::templatePath(), edited.error().message)};
    }
    // What is left stands in the body, in comments and in keys.
    QByteArray bytes = withValues(std::move(*edited));
    if (auto readable = checkReadable(Document::parse(bytes)); !readable)
        return readable.error();
    return bytes;
}

} // namespace

Result<QByteArray> fillTemplate(const QByteArray &text, const Schema &schema, const NewCase &newCase)
{
    return Filling(text, schema, newCase).run();
}

Result<QByteArray> newCaseBytes(const CorpusLayout &layout, const Schema &schema, const NewCase &newCase)
{
    const QFileInfo file(layout.absolute(CorpusLayout::templatePath()));
    if (!file.exists() && !file.isSymLink())
        return newCaseText(schema, newCase.title, newCase.group);
    const Result<Document> document = readDocument(layout, CorpusLayout::templatePath());
    if (!document)
        return document.error();
    return fillTemplate(document->bytes(), schema, newCase);
}

bool isIdTaken(const CorpusLayout &layout, const QString &id)
{
    const QString path = layout.pathOf(id);
    const QFileInfo file(layout.absolute(path));
    return file.exists() || file.isSymLink() || path == CorpusLayout::templatePath();
}

} // namespace casebook
