#include "core/store/cachefolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

QString cacheFolder()
{
    const QString home = qEnvironmentVariable("XDG_CACHE_HOME");
    const QString base = QDir::isAbsolutePath(home) ? home : QString(QDir::homePath() % u"/.cache"_s);
    return QDir::cleanPath(base % u"/casebook"_s);
}

QString corpusKey(const QString &root)
{
    const QFileInfo info(root);
    const QString real = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    const QByteArray key = QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).first(16).toHex();
    return QString::fromLatin1(key);
}

} // namespace casebook
