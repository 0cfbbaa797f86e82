#pragma once

#include "core/corpus/schema.h"
#include "core/importers/importeddocument.h"

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QScrollArea;
QT_END_NAMESPACE

namespace casebook {

/// The columns of a table, each with an example of what stands in it and a box to choose what it becomes.
class ColumnPanel : public QWidget {
    Q_OBJECT

public:
    explicit ColumnPanel(QWidget *parent = nullptr);

    /// Where the table's headers are those that it shows already, the boxes stay and take up what is chosen now.
    void setColumns(const QList<ImportedColumn> &columns, const Schema &schema);
    /// A target for each column: core/importers/columntarget.h.
    QStringList targets() const;

signals:
    /// A person chose another target for a column.
    void targetsChanged(const QStringList &targets);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<ImportedColumn> &columns, const Schema &schema);
    void addRow(int row, const ImportedColumn &column, const Schema &schema);

    QScrollArea *m_area;
    QStringList m_headers;
    QList<QComboBox *> m_boxes;
};

/// What a person chose for a table with these headers when it was imported last; empty where nothing was. Kept in the
/// person's settings.
QStringList rememberedTargets(const QList<ImportedColumn> &columns, const Schema &schema);
/// Keeps there what rememberedTargets() answers; a target for each column.
void rememberTargets(const QList<ImportedColumn> &columns, const QStringList &targets);

} // namespace casebook
