#pragma once

#include "core/corpus/schema.h"

#include <QLineEdit>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QCompleter;
class QStandardItemModel;
QT_END_NAMESPACE

namespace casebook {

/// A line for a value of a field, or for several of a list with commas between them. Completes the value that the
/// cursor is in from the field's vocabulary, by label or id, and from other values.
class ValueLine : public QLineEdit {
    Q_OBJECT

public:
    explicit ValueLine(QWidget *parent = nullptr);

    /// `several`: commas separate values. `others`: values besides the vocabulary's, the most usual first.
    void setChoices(const QList<Term> &vocabulary, const QStringList &others, bool several);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void complete();
    void insert(const QString &value);
    /// Where the value begins that the cursor is in.
    qsizetype valueStart() const;

    QStandardItemModel *m_model;
    QCompleter *m_completer;
    bool m_several = false;
};

} // namespace casebook
