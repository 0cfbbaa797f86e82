#pragma once

#include "ui/edit/form/fieldeditor.h"

class QToolButton;
class QVBoxLayout;

namespace casebook {

class DropMark;
class RecordCard;

/// A list of records, each on a card. Cards are added, duplicated, taken out and moved, by buttons, keys and dragging;
/// each is one edit, and one step of undo.
class RecordsField : public FieldEditor {
    Q_OBJECT

public:
    RecordsField(FieldSpec spec, FormHost &host, QWidget *parent);

    void flush() override {}
    void showProblems(const QList<FieldProblem> &problems) override;
    void clearRefusal() override;
    QWidget *control() const override;
    QList<QWidget *> controls() const override;
    FieldEditor *editorAt(const FieldPath &path) override;

    QList<RecordCard *> cards() const { return m_cards; }

protected:
    void showNode(const YamlNode *node) override;

private:
    RecordCard *insertCard(int index);
    void dropCard(int index);
    void fit(const YamlNode *node);
    int indexOf(const RecordCard *card) const;
    void add(int index);
    void duplicate(RecordCard *card);
    void remove(RecordCard *card);
    void move(RecordCard *card, int to);
    void insert(int index, const Value &value);
    Value emptyRecord() const;
    void drag(RecordCard *card, const QPoint &position);
    void endDrag(RecordCard *card, bool drop);
    void restoreFocus(RecordCard *card, const QPointer<QWidget> &focus);

    QWidget *m_list;
    QVBoxLayout *m_column;
    QToolButton *m_add;
    QList<RecordCard *> m_cards;
    DropMark *m_mark;
};

} // namespace casebook
