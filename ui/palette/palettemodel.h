#pragma once

#include "ui/palette/palettesearch.h"

#include <QAbstractListModel>

namespace casebook {

/// What the palette has found, a row each, the best first.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< PaletteEntry::Kind as a number
        DetailRole,
        NoteRole,
        LettersRole,  ///< QList<int>: see PaletteMatch
        KindTextRole, ///< for people
    };

    using QAbstractListModel::QAbstractListModel;

    void setMatches(const QList<PaletteMatch> &matches);
    const PaletteEntry &entryAt(int row) const { return m_matches.at(row).entry; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<PaletteMatch> m_matches;
};

} // namespace casebook
