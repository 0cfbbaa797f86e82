#pragma once

#include "core/document/edit.h"
#include "core/validation/validation.h"
#include "ui/edit/form/editorkind.h"

#include <QSet>
#include <QWidget>

namespace casebook {

class FieldFlow;

/// The fields of one map, be it the front matter, a record or a record of a list: those of the schema in its order,
/// then the keys that no schema has. Knows what to show for each, and changes editors where the shape of a value
/// changes.
class FieldGroup : public QWidget {
    Q_OBJECT

public:
    /// Which of the map's keys are shown here.
    enum class Keys {
        All,
        Known,
        Unknown,
    };

    /// `ownerPath`: that of the map in the schema; "" for the front matter. The host must outlive the group.
    FieldGroup(QList<FieldSpec> specs, const QString &ownerPath, Keys keys, FormHost &host, QWidget *parent = nullptr);

    /// Leaves fields out that the file does not have, until they are revealed.
    void setSparse(bool sparse) { m_sparse = sparse; }
    /// Shows a field that was left out, from the next follow() on.
    void reveal(const QString &id) { m_revealed.insert(id); }
    /// The specs that are left out.
    QList<FieldSpec> hiddenSpecs() const;

    /// Shows a map that was found at a path; null: there is none.
    void follow(const FieldPath &path, const YamlNode *map);
    void showProblems(const QList<FieldProblem> &problems);
    void clearRefusals();

    /// The editors in order; none where there is nothing to show.
    QList<FieldEditor *> editors() const;
    FieldEditor *editorAt(const FieldPath &path) const;
    QList<QWidget *> controls() const;
    bool isEmpty() const { return m_slots.isEmpty(); }

private:
    struct Slot {
        FieldSpec spec;
        EditorKind kind = EditorKind::Raw;
        FieldEditor *editor = nullptr;
    };

    QList<FieldSpec> wanted(const YamlNode *map) const;
    void drop(qsizetype index);

    QList<FieldSpec> m_specs;
    QString m_ownerPath;
    Keys m_keys;
    FormHost &m_host;
    FieldFlow *m_flow;
    QList<Slot> m_slots;
    QSet<QString> m_revealed;
    bool m_sparse = false;
};

} // namespace casebook
