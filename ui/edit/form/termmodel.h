#pragma once

#include "core/corpus/schema.h"

#include <QAbstractListModel>

namespace casebook {

/// Terms to choose from: their labels, with their definitions as tool tips. Many fields share one.
class TermModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< what stands in the file; empty: nothing
        MatchRole,             ///< label and id: what is typed is looked for in both
    };

    using QAbstractListModel::QAbstractListModel;

    void setTerms(const QList<Term> &terms);
    const QList<Term> &terms() const { return m_terms; }
    /// The row of an id, or -1.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Term> m_terms;
};

} // namespace casebook
