#include "core/store/statefolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

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
    const QFileInfo info(root);
    const QString real = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    const QByteArray key = QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).first(16).toHex();
    return stateFolder() % u"/corpora/"_s % QString::fromLatin1(key);
}

} // namespace casebook
