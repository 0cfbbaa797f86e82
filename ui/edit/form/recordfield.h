#pragma once

#include "ui/edit/form/fieldeditor.h"

namespace casebook {

class FieldGroup;

/// A record: its parts beside each other.
class RecordField : public FieldEditor {
    Q_OBJECT

public:
    RecordField(FieldSpec spec, FormHost &host, QWidget *parent);

    void showProblems(const QList<FieldProblem> &problems) override;
    void clearRefusal() override;
    QWidget *control() const override;
    QList<QWidget *> controls() const override;
    FieldEditor *editorAt(const FieldPath &path) override;

protected:
    void showNode(const YamlNode *node) override;

private:
    FieldGroup *m_parts;
};

} // namespace casebook
