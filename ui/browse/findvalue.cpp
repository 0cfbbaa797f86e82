#include "ui/browse/findvalue.h"

#include <QKeyEvent>

namespace casebook {

using namespace Qt::StringLiterals;

FindValue::FindValue(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"findValue"_s);
    setClearButtonEnabled(true);
}

bool FindValue::event(QEvent *event)
{
    // Esc is ours before it is anybody's shortcut.
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (override && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FindValue::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        focusNextChild();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace casebook
