#include "core/curate/viewplan.h"

#include "core/document/yamlfile.h"
#include "core/store/corpuspath.h"

#include <QCoreApplication>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

using Position = std::optional<int>;

constexpr int step = 10; // between positions, so that another view fits between two without a change of theirs

QString translate(const char *text)
{
    return QCoreApplication::translate("ViewPlan", text);
}

Edit setOrRemove(const QString &key, const QString &text)
{
    return text.isEmpty() ? Edit::remove(FieldPath(key)) : Edit::set(FieldPath(key), text);
}

/// The file with the edits made; without a value where that changes nothing.
Result<std::optional<PlannedFile>> editedView(const CorpusLayout &layout, const QString &path, const Edits &edits)
{
    const Result<QString> absolute = corpusPath(layout.root, path);
    if (!absolute)
        return absolute.error();
    const Result<FileContent> content = readFile(*absolute);
    if (!content)
        return content.error();
    const YamlFile file = YamlFile::parse(content->bytes);
    if (file.isBroken())
        return Error{translate("%1 is not valid YAML: mend it with a text editor first.").arg(path)};
    const Result<QByteArray> after = file.applyEdits(edits, viewKeyOrder());
    if (!after)
        return Error{translate("%1 was not changed. %2").arg(path, after.error().message)};
    if (*after == content->bytes)
        return std::optional<PlannedFile>();
    return std::optional(plannedWrite(path, *content, *after));
}

/// The position of the one that was moved, if there is room for it between the others; they must rise already.
Position positionBetween(const QList<Position> &positions, qsizetype at, qsizetype count)
{
    constexpr int largest = 1'000'000'000; // so that there is always a number beyond
    Position last;
    for (qsizetype i = 0; i < count; ++i) {
        const Position &one = positions.at(i);
        if (i == at)
            continue;
        if (!one || *one > largest || *one < -largest || (last && *one <= *last))
            return std::nullopt;
        last = one;
    }
    const bool isFirst = at == 0;
    const bool isLast = at + 1 >= count;
    if (isFirst)
        return isLast ? step : *positions.at(1) - step;
    const int before = *positions.at(at - 1);
    if (isLast)
        return before + step;
    const int room = *positions.at(at + 1) - before;
    return room > 1 ? Position(before + room / 2) : std::nullopt;
}

} // namespace

KeyOrder viewKeyOrder()
{
    return {u"name"_s, u"description"_s, u"filter"_s, u"sort"_s, u"group"_s, u"position"_s, u"briefing"_s};
}

Edits nameEdits(const QString &name, const QString &description)
{
    return {Edit::set(FieldPath(u"name"_s), name), setOrRemove(u"description"_s, description)};
}

Edits contentEdits(const SavedView &content)
{
    return {setOrRemove(u"filter"_s, content.filter), setOrRemove(u"sort"_s, content.sort),
            setOrRemove(u"group"_s, content.group)};
}

Edits recipeEdits(const BriefingRecipe &recipe, const Value &before)
{
    const FieldPath path(u"briefing"_s);
    const Value after = toValue(recipe);
    if (after.entries().empty())
        return {Edit::remove(path)};
    if (!before.isMap())
        return {Edit::set(path, after)};
    Edits edits;
    for (const auto &[key, value] : before.entries()) {
        if (!after.contains(key))
            edits.append(Edit::remove(path.key(key)));
    }
    for (const auto &[key, value] : after.entries()) {
        if (!(before[key] == value))
            edits.append(Edit::set(path.key(key), value));
    }
    return edits;
}

Result<Plan> planNewView(const SavedView &view, const QString &name)
{
    const Edits edits = nameEdits(view.name, view.description) + contentEdits(view);
    const Result<QByteArray> bytes = YamlFile::parse({}).applyEdits(edits, viewKeyOrder());
    if (!bytes)
        return bytes.error();
    PlannedFile file;
    file.step = {FileStep::Kind::Create, u"views/"_s + view.id + u".yaml"_s, {}, {}, *bytes};
    file.after = *bytes;
    return Plan{name, {file}, {}, {}, false};
}

Result<Plan> planViewEdits(const CorpusLayout &layout, const QString &path, const Edits &edits, const QString &name)
{
    const Result<std::optional<PlannedFile>> file = editedView(layout, path, edits);
    if (!file)
        return file.error();
    Plan plan;
    plan.name = name;
    if (*file)
        plan.files.append(**file);
    else
        plan.same.append(path);
    return plan;
}

QList<Position> movedPositions(QList<Position> positions, qsizetype from, qsizetype to)
{
    positions.move(from, to);
    qsizetype count = to + 1; // of those that need a position
    for (qsizetype i = count; i < positions.size(); ++i)
        count = positions.at(i) ? i + 1 : count;
    if (const Position between = positionBetween(positions, to, count)) {
        positions[to] = between;
        return positions;
    }
    for (qsizetype i = 0; i < count; ++i)
        positions[i] = static_cast<int>(i + 1) * step;
    return positions;
}

Result<Plan> planViewMove(const CorpusLayout &layout, const QList<SavedView> &views, qsizetype from, qsizetype to,
                          const QString &name)
{
    QList<Position> before;
    for (const SavedView &view : views)
        before.append(view.position);
    const QList<Position> after = movedPositions(before, from, to);
    QList<SavedView> moved = views;
    moved.move(from, to);
    Plan plan;
    plan.name = name;
    for (qsizetype i = 0; i < moved.size(); ++i) {
        const SavedView &view = moved.at(i);
        if (!after.at(i) || after.at(i) == view.position)
            continue;
        const Edits edits{Edit::set(FieldPath(u"position"_s), Value(qint64(*after.at(i))))};
        const Result<std::optional<PlannedFile>> file = editedView(layout, view.path, edits);
        if (!file)
            return file.error();
        if (*file)
            plan.files.append(**file);
    }
    return plan;
}

} // namespace casebook
