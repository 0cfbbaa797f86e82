#pragma once

#include "core/base/value.h"
#include "ui/edit/form/card.h"
#include "ui/edit/form/fieldgroup.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace casebook {

class DragHandle;
class RawField;

/// One record of a list: its parts, and what can be done with it as a whole.
class RecordCard : public Card {
    Q_OBJECT

public:
    RecordCard(const FieldSpec &owner, FormHost &host, QWidget *parent);

    /// Shows the record that was found at a path.
    void follow(const FieldPath &path, const YamlNode &node);
    void showProblems(const QList<FieldProblem> &problems);
    void clearRefusals();

    const FieldPath &path() const { return m_path; }
    /// What the file says.
    const Value &value() const { return m_value; }
    DragHandle *handle() const { return m_handle; }
    FieldEditor *editorAt(const FieldPath &path) const;
    QList<QWidget *> controls() const;
    /// Puts the focus into the first of its parts.
    void focusFirst();

signals:
    void moveRequested(int by);
    void addRequested();
    void duplicateRequested();
    void removeRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *makeButton(const QString &name, const QString &iconName, const QString &help);
    bool actOn(const QKeyEvent &event, bool really);

    FieldSpec m_owner;
    FormHost &m_host;
    FieldPath m_path;
    Value m_value;
    DragHandle *m_handle;
    FieldGroup *m_parts;
    RawField *m_raw = nullptr; // in the place of the parts, for what is no record
    QToolButton *m_duplicate;
    QToolButton *m_remove;
    QVBoxLayout *m_middle;
    QLabel *m_note = nullptr;
};

} // namespace casebook
