#include "ui/palette/palettemodel.h"

#include "ui/theme/icons.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString kindText(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Case:
        return PaletteModel::tr("Case");
    case PaletteEntry::Kind::View:
        return PaletteModel::tr("View");
    case PaletteEntry::Kind::Value:
        return PaletteModel::tr("Filter");
    case PaletteEntry::Kind::Action:
        return PaletteModel::tr("Action");
    }
    return {};
}

QIcon kindIcon(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Case:
        return icon(u"read"_s);
    case PaletteEntry::Kind::View:
        return icon(u"bookmark"_s);
    case PaletteEntry::Kind::Value:
        return icon(u"filter"_s);
    case PaletteEntry::Kind::Action:
        return icon(u"settings"_s);
    }
    return {};
}

QString spokenText(const PaletteEntry &entry)
{
    QStringList parts{entry.text};
    for (const QString &part : {entry.detail, entry.note, kindText(entry.kind)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u", "_s);
}

} // namespace

void PaletteModel::setMatches(const QList<PaletteMatch> &matches)
{
    beginResetModel();
    m_matches = matches;
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matches.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteMatch &match = m_matches.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return match.entry.text;
    case Qt::DecorationRole:
        return kindIcon(match.entry.kind);
    case Qt::AccessibleTextRole:
        return spokenText(match.entry);
    case KindRole:
        return static_cast<int>(match.entry.kind);
    case DetailRole:
        return match.entry.detail;
    case NoteRole:
        return match.entry.note;
    case LettersRole:
        return QVariant::fromValue(match.letters);
    case KindTextRole:
        return kindText(match.entry.kind);
    default:
        return {};
    }
}

} // namespace casebook
