#include "ui/edit/form/termcompleter.h"

#include "ui/edit/form/termmodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>

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

bool TermCompleter::eventFilter(QObject *watched, QEvent *event)
{
    // Qt leaves the list where it is, above whatever is shown instead.
    const QWidget *open = QApplication::activePopupWidget();
    if (watched == widget() && event->type() == QEvent::Hide && open && open == popup())
        popup()->hide();
    return QCompleter::eventFilter(watched, event);
}

} // namespace casebook
