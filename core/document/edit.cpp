#include "core/document/edit.h"

#include "core/document/encoding.h"
#include "core/document/splicing/editplan.h"
#include "core/document/splicing/valueedit.h"

#include <QCoreApplication>

namespace casebook {

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Edit", text);
}

/// A front matter without keys is an empty map, whether it is written so or not.
Value frontMatterValue(const Document &document)
{
    const Value value = toValue(document.tree());
    return value.isNull() ? Value(Value::Map()) : value;
}

Result<void> checkEditable(const Document &document)
{
    const auto firstProblem = [&] {
        for (const Problem &problem : document.problems()) {
            if (problem.severity == Severity::Error && problem.line > 0)
                return translate("line %1: %2").arg(problem.line).arg(problem.message);
        }
        return document.problems().isEmpty() ? QString() : document.problems().first().message;
    };
    if (document.frontMatterKind() == FrontMatterKind::Toml)
        return Error{translate("The front matter is TOML, which is kept as it is: its fields cannot be edited here. "
                               "Edit it in the source.")};
    if (document.isBroken())
        return Error{
            translate("The front matter cannot be read, so no field of it is changed (%1) Mend it in the source first.")
                .arg(firstProblem())};
    if (document.frontMatterKind() == FrontMatterKind::Yaml) {
        const YamlResult yaml =
            parseYaml(document.bytes(), document.frontMatter().begin, document.frontMatter().size());
        if (!yaml.problems.isEmpty())
            return Error{
                translate("No field is changed while the front matter is ambiguous (%1) Mend it in the source first.")
                    .arg(firstProblem())};
    }
    return {};
}

/// One edit of one item, done and checked.
class SingleEdit {
public:
    SingleEdit(const Document &document, const Edit &edit, const KeyOrder &order)
        : m_document(document), m_edit(edit), m_order(order), m_old(frontMatterValue(document))
    {
    }

    Result<Document> run()
    {
        const Result<Value> expected = edited(m_old, m_edit);
        if (!expected)
            return expected.error();
        if (isSame(*expected, m_old))
            return m_document;
        for (const bool cautious : {false, true}) {
            const Result<Splices> splices = plan(cautious);
            if (!splices)
                return splices.error();
            const std::optional<QByteArray> bytes = spliced(m_document.bytes(), *splices);
            if (!bytes)
                continue;
            Document result = Document::parse(*bytes);
            if (isAsMeant(result, *expected))
                return result;
        }
        return refusal();
    }

    /// The edits to be made in its place, one after the other, where it cannot be made at once; else itself.
    Edits steps() const
    {
        const Value *old = valueAtPath(m_old, m_edit.path);
        if (m_edit.kind != Edit::Kind::Set || !old || isSame(*old, m_edit.value))
            return {m_edit};
        const std::optional<YamlLayout> layout =
            m_document.tree().kind == YamlNode::Kind::Null ? std::nullopt : layoutOf(m_document);
        if (!layout)
            return {m_edit};
        const EditSite site = siteOf(*layout, false);
        if (needsClearing(site, site.place(m_edit.path), m_edit.value))
            return {Edit::set(m_edit.path, {}), m_edit};
        return {m_edit};
    }

private:
    EditSite siteOf(const YamlLayout &layout, bool cautious) const
    {
        return {m_document, layout, YamlWriter(styleOf(m_document, &layout), cautious), m_order};
    }

    Result<Splices> plan(bool cautious) const
    {
        if (m_document.tree().kind == YamlNode::Kind::Null) {
            const Result<Value> map = edited(Value(Value::Map()), m_edit);
            return planFirst(m_document, YamlWriter(styleOf(m_document, nullptr), cautious), *map);
        }
        const std::optional<YamlLayout> layout = layoutOf(m_document);
        if (!layout)
            return Error{translate("The front matter is written in a way that cannot be edited without loss here. Edit "
                                   "it in the source.")};
        const EditSite site = siteOf(*layout, cautious);
        switch (m_edit.kind) {
        case Edit::Kind::Set:
            return planSet(site, site.place(m_edit.path), m_edit.value);
        case Edit::Kind::Remove:
            return planRemove(site, site.place(m_edit.path));
        case Edit::Kind::Insert:
            return planInsert(site);
        case Edit::Kind::Move:
            return planMoving(site);
        }
        return Splices();
    }

    /// A value that makes a path's missing steps: maps and lists of one item around it.
    static Value wrapped(Value value, const QList<PathStep> &steps)
    {
        for (auto step = steps.crbegin(); step != steps.crend(); ++step)
            value = step->intoList ? Value(Value::List{value}) : Value(Value::Map{{step->key, value}});
        return value;
    }

    Result<Splices> planSet(const EditSite &site, const EditPlace &place, const Value &value) const
    {
        const bool fillsEmpty = !place.isFound() && place.last().node->kind == YamlNode::Kind::Null;
        if (const Result<void> free = checkAliases(site, place, place.isFound() || fillsEmpty); !free)
            return free.error();
        if (place.isFound() || fillsEmpty)
            return planValue(site, place, wrapped(value, place.missing));
        const Value inner = wrapped(value, place.missing.sliced(1));
        const PathStep &step = place.missing.first();
        if (!step.intoList)
            return planKey(site, place, step.key, inner);
        return planAddition(site, place, place.last().node->items.size(), inner);
    }

    /// An item into a list. An empty one in brackets takes to dashes for what does not belong between brackets.
    static Splices planAddition(const EditSite &site, const EditPlace &list, std::size_t index, const Value &item)
    {
        const Value whole(Value::List{item});
        const bool opens = list.last().node->items.empty() && list.hasOwner() && !list.isInFlow(site.bytes());
        if (!opens || !site.writer.isBlock(whole) || list.owner().node->kind != YamlNode::Kind::Map)
            return planItem(site, list, index, item);
        const Span brackets{list.last().layout->content, list.last().layout->end};
        const qsizetype column = columnOf(site.bytes(), entrySpan(site, list.owner(), list.last().index).begin);
        const qsizetype at = placeOfValue(list);
        const qsizetype end = lineEnd(site.bytes(), brackets.end);
        return {{{at, brackets.end}, {}}, {{end, end}, site.writer.afterKey(whole, column)}};
    }

    Result<Splices> planRemove(const EditSite &site, const EditPlace &place) const
    {
        if (const Result<void> free = checkAliases(site, place, true); !free)
            return free.error();
        const EditPlace owner = place.up();
        const bool isBlock = isBlockCollection(site.bytes(), *owner.last().node, *owner.last().layout);
        if (owner.last().node->items.size() > 1 || !isBlock || !owner.hasOwner())
            return planRemoval(site, place);
        // The last one of a list or map on lines of its own leaves an empty pair of brackets.
        const QByteArray brackets = owner.last().node->kind == YamlNode::Kind::Sequence ? "[]" : "{}";
        Splices splices = planClearing(site, owner);
        const qsizetype at = placeOfValue(owner);
        if (splices.first().span.begin == at)
            splices.first().text = " " + brackets;
        else
            splices.prepend({{at, at}, " " + brackets});
        return splices;
    }

    Result<Splices> planInsert(const EditSite &site) const
    {
        const EditPlace list = site.place(m_edit.path.parent());
        const bool isThere =
            list.isFound() && list.last().node->kind == YamlNode::Kind::Sequence && !list.last().node->alias;
        if (!isThere)
            return planSet(site, site.place(m_edit.path), m_edit.value);
        if (const Result<void> free = checkAliases(site, list, false); !free)
            return free.error();
        const int index = m_edit.path.last().index;
        const std::size_t count = list.last().node->items.size();
        return planAddition(site, list, index == PathStep::afterLast ? count : static_cast<std::size_t>(index),
                            m_edit.value);
    }

    Result<Splices> planMoving(const EditSite &site) const
    {
        const EditPlace list = site.place(m_edit.path.parent());
        if (const Result<void> free = checkAliases(site, list, false); !free)
            return free.error();
        if (list.last().node->alias)
            return refusal();
        return planMove(site, list, static_cast<std::size_t>(m_edit.path.last().index),
                        static_cast<std::size_t>(m_edit.to));
    }

    bool isAsMeant(const Document &result, const Value &expected) const
    {
        return !result.isBroken() && result.problems().size() <= m_document.problems().size()
            && result.bodyText() == m_document.bodyText() && isSame(frontMatterValue(result), expected);
    }

    Error refusal() const
    {
        return Error{
            translate("%1 cannot be changed here without changing something else too, so it was left as it is. "
                      "Edit it in the source.")
                .arg(m_edit.path.toString())};
    }

    const Document &m_document;
    const Edit &m_edit;
    const KeyOrder &m_order;
    Value m_old;
};

} // namespace

Result<QByteArray> applyEdits(const Document &document, const Edits &edits, const KeyOrder &order)
{
    if (edits.isEmpty())
        return document.bytes();
    if (const Result<void> editable = checkEditable(document); !editable)
        return editable.error();
    Document current = document;
    for (const Edit &edit : edits) {
        for (const Edit &single : singleEdits(frontMatterValue(current), edit)) {
            const Edits steps = SingleEdit(current, single, order).steps();
            for (const Edit &step : steps) {
                Result<Document> next = SingleEdit(current, step, order).run();
                if (!next)
                    return next.error();
                current = std::move(*next);
            }
        }
    }
    return current.bytes();
}

QByteArray withBody(const Document &document, QByteArrayView body)
{
    return document.bytes().first(document.body().begin) + body.toByteArray();
}

} // namespace casebook
