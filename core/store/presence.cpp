#include "core/store/presence.h"

#include "core/store/newfolders.h"
#include "core/store/statefolder.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView suffix = u".open";

QString newName()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36) % suffix;
}

} // namespace

Presence::Presence(const QString &root)
    : m_folder(corpusStateFolder(root)), m_name(newName()), m_lock(m_folder % u'/' % m_name)
{
    NewFolders folders(SystemCalls::real(), 0700);
    if (folders.make(QFile::encodeName(m_folder)) != 0)
        return;
    folders.keep();
    m_lock.take();
}

QList<LockFile::Holder> Presence::others() const
{
    QList<LockFile::Holder> holders;
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({u'*' + suffix.toString()}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (name == m_name)
            continue;
        if (const auto holder = LockFile::holderOf(folder.filePath(name)))
            holders.append(*holder);
        else
            LockFile(folder.filePath(name)).take(); // and is removed with the lock
    }
    return holders;
}

} // namespace casebook
