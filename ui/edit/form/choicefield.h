#pragma once

#include "core/base/value.h"
#include "ui/edit/form/fieldeditor.h"

class QComboBox;

namespace casebook {

class TermModel;

/// A choice from terms that the schema, or the case itself, gives. A value outside of them is shown and kept until
/// another one is chosen.
class ChoiceField : public FieldEditor {
    Q_OBJECT

public:
    ChoiceField(FieldSpec spec, FormHost &host, QWidget *parent);

    QWidget *control() const override;
    FieldWidth width() const override;

protected:
    void showNode(const YamlNode *node) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showValue();
    void choose(int row);
    Value valueOf(const QString &id) const;

    QComboBox *m_box;
    TermModel *m_terms; // the host's
    Value m_value;      // what the file says
};

} // namespace casebook
