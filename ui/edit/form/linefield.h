#pragma once

#include "ui/edit/form/typedfield.h"

class QHBoxLayout;
class QLineEdit;

namespace casebook {

/// A value of one line: a year, number, date, address, or a choice without a vocabulary, with the values in use to
/// complete from. Up and Down step numbers and years; a date has a calendar, and today where it says when a case was
/// reviewed; an address can be opened.
class LineField : public TypedField {
    Q_OBJECT

public:
    LineField(FieldSpec spec, FormHost &host, QWidget *parent);

    QWidget *control() const override;
    FieldWidth width() const override;

protected:
    QString text() const override;
    void setText(const QString &text) override;
    void showNode(const YamlNode *node) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isCounted() const;
    void addButtons();
    class QToolButton *addButton(QHBoxLayout *row, const QString &name, const QString &iconName, const QString &help);
    void addCompleter();
    void step(int by);
    void showCalendar();
    void choose(const QString &text);
    void openAddress();

    QLineEdit *m_line;
    QWidget *m_open = nullptr;
};

} // namespace casebook
