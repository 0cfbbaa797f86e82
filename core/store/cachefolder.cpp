#include "core/store/cachefolder.h"

#include "core/store/userfolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

QString cacheFolder()
{
    return userFolder("XDG_CACHE_HOME", u".cache"_s);
}

QString corpusKey(const QString &root)
{
    const QFileInfo info(root);
    const QString real = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    const QByteArray key = QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).first(16).toHex();
    return QString::fromLatin1(key);
}

} // namespace casebook
