#include "core/store/userfolder.h"

#include <QDir>

namespace casebook {

using namespace Qt::StringLiterals;

QString userFolder(const char *variable, const QString &fallback)
{
    const QString named = qEnvironmentVariable(variable);
    const QString base = QDir::isAbsolutePath(named) ? named : QString(QDir::homePath() % u'/' % fallback);
    return QDir::cleanPath(base % u"/casebook"_s);
}

} // namespace casebook
