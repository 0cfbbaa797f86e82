#include "core/store/statefolder.h"

#include "core/store/cachefolder.h"
#include "core/store/userfolder.h"

namespace casebook {

using namespace Qt::StringLiterals;

QString stateFolder()
{
    // Qt 6.4 has no QStandardPaths::StateLocation.
    return userFolder("XDG_STATE_HOME", u".local/state"_s);
}

QString corpusStateFolder(const QString &root)
{
    return stateFolder() % u"/corpora/"_s % corpusKey(root);
}

} // namespace casebook
