#include "core/store/statefolder.h"

#include "core/store/cachefolder.h"

#include <QDir>

namespace casebook {

using namespace Qt::StringLiterals;

QString stateFolder()
{
    // Qt 6.4 has no QStandardPaths::StateLocation.
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base = QDir::isAbsolutePath(home) ? home : QString(QDir::homePath() % u"/.local/state"_s);
    return QDir::cleanPath(base % u"/casebook"_s);
}

QString corpusStateFolder(const QString &root)
{
    return stateFolder() % u"/corpora/"_s % corpusKey(root);
}

} // namespace casebook
