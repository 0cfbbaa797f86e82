#pragma once

#include "ui/edit/form/fieldeditor.h"

class QLabel;

namespace casebook {

/// What no other editor can show, in short, with a way into the source.
class RawField : public FieldEditor {
    Q_OBJECT

public:
    RawField(FieldSpec spec, FormHost &host, QWidget *parent);

    QWidget *control() const override;

protected:
    void showNode(const YamlNode *node) override;

private:
    QLabel *m_text;
};

} // namespace casebook
