#pragma once

#include "core/base/value.h"
#include "ui/edit/form/fieldeditor.h"

namespace casebook {

class TagBox;

/// A list of values. Each that is added, taken out or moved is an edit of its own.
class TagField : public FieldEditor {
    Q_OBJECT

public:
    TagField(FieldSpec spec, FormHost &host, QWidget *parent);

    void flush() override;
    QWidget *control() const override;
    FieldWidth width() const override;

protected:
    void showNode(const YamlNode *node) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<Term> items() const;
    Value valueOf(const QString &item) const;
    bool isSingle() const { return m_value.isScalar() && !m_value.isEmpty(); }
    void add(const QStringList &items);
    void remove(int index);
    void move(int index, int to);

    TagBox *m_box;
    Value m_value; // what the file says
    bool m_offers = false;
};

} // namespace casebook
