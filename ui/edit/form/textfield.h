#pragma once

#include "ui/edit/form/typedfield.h"

namespace casebook {

class GrowingText;

/// A text of one line or of several.
class TextField : public TypedField {
    Q_OBJECT

public:
    TextField(FieldSpec spec, FormHost &host, QWidget *parent);

    QWidget *control() const override;

protected:
    QString text() const override;
    void setText(const QString &text) override;
    void showNode(const YamlNode *node) override;

private:
    GrowingText *m_text;
};

} // namespace casebook
