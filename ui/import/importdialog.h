#pragma once

#include "core/importers/importcomparison.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QModelIndex;
class QPushButton;
class QTreeView;
QT_END_NAMESPACE

namespace casebook {

class DifferencePanel;
class ImportModel;

/// Shows what a document would bring into the corpus: its cases with ticks, beside them what each would change. Changes
/// nothing itself: accepted() comes with comparison().
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(const ImportedDocument &document, const ImportComparison &comparison, QWidget *parent = nullptr);

    /// Compared anew; the ticks begin from the start.
    void setComparison(const ImportComparison &comparison);
    /// With what is ticked chosen.
    const ImportComparison &comparison() const;

signals:
    /// Cases for which the document names no group are to get this one; "": none.
    void groupChosen(const QString &label);

private:
    QWidget *makeHead(const ImportedDocument &document);
    QWidget *makeGroups(const Schema &schema);
    QWidget *makeTree();
    void showCurrent(const QModelIndex &index);
    void showSummary();

    ImportModel *m_model;
    QTreeView *m_tree;
    DifferencePanel *m_difference;
    QLabel *m_summary;
    QPushButton *m_accept = nullptr;
};

} // namespace casebook
