#pragma once

#include "core/corpus/corpus.h"

#include <QAbstractTableModel>

namespace casebook {

/// The problems of a corpus, a row each: severity, message, place.
class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { MessageColumn, FileColumn, PlaceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(QList<FileProblem> problems);
    const QList<FileProblem> &problems() const { return m_problems; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<FileProblem> m_problems;
};

} // namespace casebook
