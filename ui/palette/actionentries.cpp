#include "ui/palette/actionentries.h"

#include <QAction>
#include <QMenu>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// "&Save && Close…" as it is read: "Save & Close…".
QString plainText(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        plain += text.at(i);
    }
    return plain;
}

} // namespace

void ActionEntries::addMenu(QMenu *menu, const QString &path)
{
    emit menu->aboutToShow();
    const QString title = plainText(menu->title());
    const QString here = path.isEmpty() ? title : QString(path + u" › "_s + title);
    for (QAction *action : menu->actions()) {
        if (QMenu *inner = action->menu())
            addMenu(inner, here);
        else
            addAction(action, here);
    }
}

void ActionEntries::add(const QList<QAction *> &actions, const QString &path)
{
    for (QAction *action : actions) {
        if (!action->objectName().isEmpty() && !action->menu() && !m_texts.contains(plainText(action->text())))
            addAction(action, path);
    }
}

void ActionEntries::addAction(QAction *action, const QString &path)
{
    const QString text = plainText(action->text());
    if (action->isSeparator() || !action->isEnabled() || !action->isVisible() || text.isEmpty()
        || m_leftOut.contains(action))
        return;
    const QString id = action->objectName().isEmpty() ? QString(path + u'/' + text) : action->objectName();
    if (m_actions.contains(id))
        return;
    m_texts.append(text);
    m_actions.insert(id, action);
    m_entries.push_back(
        makeEntry(PaletteEntry::Kind::Action, id, text, path, action->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace casebook
