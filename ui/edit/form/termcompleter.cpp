#include "ui/edit/form/termcompleter.h"

#include "ui/edit/form/termmodel.h"

namespace casebook {

TermCompleter::TermCompleter(TermModel *model, QObject *parent) : QCompleter(model, parent)
{
    setCompletionRole(TermModel::MatchRole);
    setFilterMode(Qt::MatchContains);
    setCaseSensitivity(Qt::CaseInsensitive);
    setMaxVisibleItems(12);
}

QString TermCompleter::pathFromIndex(const QModelIndex &index) const
{
    return index.data(TermModel::IdRole).toString();
}

} // namespace casebook
