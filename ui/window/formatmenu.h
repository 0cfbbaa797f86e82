#pragma once

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace casebook {

class EditPage;

/// Puts into a menu what can be done to the text that is edited; the actions stay the editor's, which enables them.
void fillFormatMenu(QMenu *menu, const EditPage &editor);

} // namespace casebook
