#pragma once

#include "core/importers/importpreparation.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QModelIndex;
class QPushButton;
class QSplitter;
class QTreeView;
QT_END_NAMESPACE

namespace casebook {

class ColumnPanel;
class DifferencePanel;
class ImportModel;

/// Shows what a document would bring into a corpus: its cases with ticks, beside them what each would change; of a
/// table what its columns become. Changes nothing itself: accepted() comes with comparison().
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(const PreparedImport &prepared, QWidget *parent = nullptr);

    /// Prepared anew; the ticks begin from the start.
    void setPrepared(const PreparedImport &prepared);
    /// Preparing anew did not work.
    void showFailure(const QString &message);
    /// With what is ticked chosen.
    const ImportComparison &comparison() const;
    /// The group that cases get for which the document names none; "": none.
    QString group() const;
    /// What the columns of a table become; empty where the document is none.
    QStringList columns() const;

signals:
    /// group() or columns() have changed: what is shown is out of date until setPrepared().
    void changed();

private:
    QWidget *makeGroups(const Schema &schema);
    QWidget *makeCases();
    QWidget *makeFilter();
    void restoreSize();
    void done(int result) override;
    void refresh();
    void showNotes(const ImportedDocument &document);
    void showStates();
    void filter();
    void showCurrent(const QModelIndex &index);
    void showSummary();

    ImportModel *m_model;
    QTreeView *m_tree;
    DifferencePanel *m_difference;
    ColumnPanel *m_columns;
    QLabel *m_notes;
    QLabel *m_summary;
    QComboBox *m_groups;
    QComboBox *m_states;
    QSplitter *m_splitter; ///< cases and difference
    QSplitter *m_rows;     ///< columns above them
    QPushButton *m_accept = nullptr;
    bool m_isOutdated = false;
};

} // namespace casebook
