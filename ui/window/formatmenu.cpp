#include "ui/window/formatmenu.h"

#include "ui/edit/editpage.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QMenu>

namespace casebook {

using namespace Qt::StringLiterals;

void fillFormatMenu(QMenu *menu, const EditPage &editor)
{
    const auto add = [&editor](QMenu *to, std::initializer_list<const char16_t *> names) {
        for (const char16_t *name : names)
            to->addAction(editor.action(name));
    };
    add(menu, {u"bold", u"italic", u"link"});
    menu->addSeparator();
    QMenu *headings = menu->addMenu(icon(u"heading"_s), QMenu::tr("&Heading"));
    add(headings, {u"heading1", u"heading2", u"heading3", u"heading4", u"noHeading"});
    add(menu, {u"list", u"numbers", u"quote"});
    menu->addSeparator();
    add(menu, {u"insertQuote", u"complete"});
    // A menu with nothing to choose from says so.
    const QAction *first = editor.action(u"heading1");
    QAction *entry = headings->menuAction();
    const auto follow = [first, entry] { entry->setEnabled(first->isEnabled()); };
    QObject::connect(first, &QAction::changed, entry, follow);
    follow();
}

} // namespace casebook
