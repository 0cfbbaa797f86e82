#include "core/store/corpuspath.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Path {
    Q_DECLARE_TR_FUNCTIONS(casebook::Store)

public:
    static Error noRoot(const QString &root)
    {
        return Error{tr("The folder %1 is not there. Look whether it was moved, or open another one.").arg(root)};
    }
    static Error outside(const QString &path, const QString &root)
    {
        return Error{tr("%1 is outside the folder %2. Choose a file inside it.").arg(path, root)};
    }
    static Error leaves(const QString &path, const QString &root)
    {
        return Error{tr("%1 is reached through a symbolic link that leaves the folder %2. Open the file it leads to "
                        "with another program, or put a copy of it in the place of the link.")
                         .arg(path, root)};
    }
    static Error badName(const QString &name, const QString &why)
    {
        return Error{tr("“%1” cannot name a file: %2. Choose another name.").arg(name, why)};
    }
};

bool isBelow(const QString &path, const QString &folder)
{
    return folder == u"/"_s ? path.startsWith(u'/') : path.startsWith(QString(folder % u'/'));
}

// The path below the root, or an empty one where it is not below it.
QString relativeTo(const QString &root, const QString &realRoot, const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (QDir::isRelativePath(path))
        return clean == u"."_s ? QString() : clean;
    for (const QString &base : {realRoot, QDir::cleanPath(QFileInfo(root).absoluteFilePath())}) {
        if (isBelow(clean, base))
            return clean.mid(base == u"/"_s ? 1 : base.size() + 1);
    }
    return {};
}

// Whether what exists of the path, links followed, is inside the root.
bool staysInside(const QString &absolute, const QString &realRoot)
{
    const QFileInfo info(absolute);
    const QString real = info.canonicalFilePath();
    if (!real.isEmpty())
        return real == realRoot || isBelow(real, realRoot);
    return !info.isSymLink() && absolute != realRoot && staysInside(info.path(), realRoot);
}

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control;
}

} // namespace

Result<QString> corpusPath(const QString &root, const QString &path)
{
    const QString realRoot = root.isEmpty() ? QString() : QFileInfo(root).canonicalFilePath();
    if (realRoot.isEmpty() || !QFileInfo(realRoot).isDir())
        return Path::noRoot(root);
    if (path.contains(QChar::Null) || path.split(u'/').contains(u".."_s))
        return Path::outside(path, root);
    const QString relative = relativeTo(root, realRoot, path);
    if (relative.isEmpty())
        return Path::outside(path, root);
    const QString absolute = realRoot == u"/"_s ? QString(u'/' % relative) : QString(realRoot % u'/' % relative);
    if (!staysInside(absolute, realRoot))
        return Path::leaves(path, root);
    return absolute;
}

Result<void> checkNewName(const QString &relative)
{
    const QStringList names = relative.split(u'/');
    for (const QString &name : names) {
        if (name.isEmpty())
            return Path::badName(relative, Path::tr("a part of it is empty"));
        if (name.startsWith(u'.'))
            return Path::badName(name, Path::tr("it begins with a dot, and would be hidden"));
        if (std::any_of(name.begin(), name.end(), isControl))
            return Path::badName(name, Path::tr("it has a control character"));
        if (name.toUtf8().size() > 255)
            return Path::badName(name, Path::tr("it is longer than 255 bytes"));
    }
    return {};
}

} // namespace casebook
