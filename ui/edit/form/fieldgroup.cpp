#include "ui/edit/form/fieldgroup.h"

#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/fieldflow.h"

#include <algorithm>

namespace casebook {

namespace {

// A folder of hostile files may lead to any number of fields; nobody fills in more empty ones than that.
constexpr qsizetype mostEmpty = 60;
constexpr qsizetype mostUnknown = 200;

} // namespace

FieldGroup::FieldGroup(QList<FieldSpec> specs, const QString &ownerPath, Keys keys, FormHost &host, QWidget *parent)
    : QWidget(parent),
      m_specs(std::move(specs)),
      m_ownerPath(ownerPath),
      m_keys(keys),
      m_host(host),
      m_flow(new FieldFlow(this))
{
}

QList<FieldSpec> FieldGroup::wanted(const YamlNode *map) const
{
    QList<FieldSpec> all;
    qsizetype empty = 0;
    for (const FieldSpec &spec : m_keys == Keys::Unknown ? QList<FieldSpec>() : m_specs) {
        const bool isThere = map && map->find(spec.field.id);
        const bool isMade = spec.field.id == folderField; // every case has it without writing it
        if (isThere || m_revealed.contains(spec.field.id) || (!isMade && !m_sparse && empty++ < mostEmpty))
            all.append(spec);
    }
    if (m_keys == Keys::Known || !map || map->kind != YamlNode::Kind::Map)
        return all;
    QSet<QString> known;
    for (const FieldSpec &spec : m_specs)
        known.insert(spec.field.id);
    qsizetype unknown = 0;
    for (const YamlNode &key : map->keys) {
        if (!known.contains(key.text) && unknown++ < mostUnknown) {
            known.insert(key.text); // a key that stands twice is shown once
            all.append(unknownSpec(key.text, m_ownerPath));
        }
    }
    return all;
}

QList<FieldSpec> FieldGroup::hiddenSpecs() const
{
    QList<FieldSpec> hidden;
    for (const FieldSpec &spec : m_specs) {
        const bool shown = std::any_of(m_slots.begin(), m_slots.end(),
                                       [&spec](const Slot &slot) { return slot.spec.field.id == spec.field.id; });
        if (!shown && spec.field.id != folderField)
            hidden.append(spec);
    }
    return hidden;
}

void FieldGroup::drop(qsizetype index)
{
    FieldEditor *editor = m_slots.takeAt(index).editor;
    delete m_flow->takeAt(static_cast<int>(index));
    editor->hide();
    editor->deleteLater(); // this may be in answer to one of its own signals
}

void FieldGroup::follow(const FieldPath &path, const YamlNode *map)
{
    const QList<FieldSpec> all = wanted(map);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString &id = all.at(i).field.id;
        const YamlNode *node = map ? map->find(id) : nullptr;
        const EditorKind kind = editorKind(all.at(i), node, m_host);
        // What stands between here and the field's editor, if it has one, is not wanted any more.
        const auto known = std::find_if(m_slots.begin() + i, m_slots.end(), [&](const Slot &slot) {
            return slot.spec.field.id == id && slot.kind == kind;
        });
        if (known != m_slots.end()) {
            for (auto surplus = known - m_slots.begin() - i; surplus > 0; --surplus)
                drop(i);
        } else {
            FieldEditor *editor = makeEditor(kind, all.at(i), m_host, this);
            m_slots.insert(i, {all.at(i), kind, editor});
            m_flow->insertEditor(static_cast<int>(i), editor);
            editor->show();
        }
        m_slots.at(i).editor->follow(path.key(id), node);
    }
    while (m_slots.size() > all.size())
        drop(m_slots.size() - 1);
}

void FieldGroup::showProblems(const QList<FieldProblem> &problems)
{
    for (const Slot &slot : std::as_const(m_slots))
        slot.editor->showProblems(problems);
}

void FieldGroup::clearRefusals()
{
    for (const Slot &slot : std::as_const(m_slots))
        slot.editor->clearRefusal();
}

QList<FieldEditor *> FieldGroup::editors() const
{
    QList<FieldEditor *> all;
    for (const Slot &slot : m_slots)
        all.append(slot.editor);
    return all;
}

FieldEditor *FieldGroup::editorAt(const FieldPath &path) const
{
    for (const Slot &slot : m_slots) {
        if (FieldEditor *found = slot.editor->editorAt(path))
            return found;
    }
    return nullptr;
}

QList<QWidget *> FieldGroup::controls() const
{
    QList<QWidget *> all;
    for (const Slot &slot : m_slots)
        all += slot.editor->controls();
    return all;
}

} // namespace casebook
