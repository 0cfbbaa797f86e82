#include "core/base/scripts.h"

#include <QChar>

namespace casebook {

bool isOfScriptWithoutBlanks(char32_t character)
{
    if (character < 0x0E00) // where the first of them, Thai, begins
        return false;
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

} // namespace casebook
