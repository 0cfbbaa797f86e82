#include "ui/typeset/corpusimages.h"

#include "core/markdown/link.h"
#include "ui/typeset/words.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>
#include <QUrl>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype cacheSize = 48 * 1024; // KiB

bool isInside(const QString &path, const QString &root)
{
    return !root.isEmpty() && path.startsWith(root) && path.size() > root.size()
        && (root.endsWith(u'/') || path.at(root.size()) == u'/');
}

// Formats without code, without references to other files. (SVG has both.)
bool isPlainRaster(const QByteArray &format)
{
    return format == "png" || format == "jpeg" || format == "jpg" || format == "gif" || format == "webp"
        || format == "bmp";
}

// The path that an address names: without query and fragment, which name no file.
QString pathOf(const QString &url)
{
    const qsizetype query = url.indexOf(u'?');
    const qsizetype fragment = url.indexOf(u'#');
    qsizetype end = url.size();
    for (qsizetype mark : {query, fragment}) {
        if (mark >= 0)
            end = std::min(end, mark);
    }
    return QUrl::fromPercentEncoding(url.left(end).toUtf8());
}

} // namespace

CorpusImages::CorpusImages(const QString &corpusRoot, const QString &filePath, int maximumWidth)
    : m_root(QFileInfo(corpusRoot).canonicalFilePath()), m_maximumWidth(std::max(1, maximumWidth)), m_cache(cacheSize)
{
    const QString folder = QFileInfo(QFileInfo(m_root + u'/' + filePath).path()).canonicalFilePath();
    if (folder == m_root || isInside(folder, m_root))
        m_folder = folder;
}

Result<QImage> CorpusImages::image(const QString &url)
{
    const Result<QString> path = locate(url);
    if (!path)
        return path.error();
    const QFileInfo info(*path);
    const QString key =
        *path + u'|' + QString::number(info.lastModified().toMSecsSinceEpoch()) + u'|' + QString::number(info.size());
    if (const QImage *known = m_cache.object(key))
        return *known;
    Result<QImage> result = read(*path);
    if (result)
        m_cache.insert(key, new QImage(*result), std::max<qsizetype>(1, result->sizeInBytes() / 1024));
    return result;
}

Result<QString> CorpusImages::locate(const QString &url) const
{
    const LinkKind kind = linkKind(url);
    if (kind == LinkKind::External)
        return Error{Words::tr("pictures are not fetched from the network")};
    const QString path = kind == LinkKind::Relative ? pathOf(url) : QString();
    if (path.isEmpty() || path.contains(QChar(0)) || path.contains(u'\\') || path.startsWith(u'/')
        || m_folder.isEmpty())
        return Error{Words::tr("only pictures inside the corpus are shown")};
    const QFileInfo info(m_folder + u'/' + path);
    if (!isInside(QDir::cleanPath(info.filePath()), m_root))
        return Error{Words::tr("only pictures inside the corpus are shown")};
    const QString canonical = info.canonicalFilePath();
    if (canonical.isEmpty())
        return Error{Words::tr("there is no such file")};
    if (!isInside(canonical, m_root))
        return Error{Words::tr("only pictures inside the corpus are shown")};
    if (!info.isFile())
        return Error{Words::tr("it is not a file")};
    return canonical;
}

Result<QImage> CorpusImages::read(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Words::tr("it cannot be read: %1").arg(file.errorString())};
    if (file.size() > fileSizeLimit)
        return Error{Words::tr("the file is larger than %1").arg(QLocale().formattedDataSize(fileSizeLimit))};
    QByteArray bytes = file.read(fileSizeLimit);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!isPlainRaster(reader.format()))
        return Error{Words::tr("it is not a picture in a format that is shown")};
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return Error{Words::tr("its size cannot be read")};
    if (qint64(size.width()) * size.height() > pixelLimit)
        return Error{Words::tr("it has more than %1 million pixels").arg(pixelLimit / 1'000'000)};
    reader.setAutoTransform(true);
    if (size.width() > m_maximumWidth)
        reader.setScaledSize(size.scaled(m_maximumWidth, size.height(), Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    QImage image = reader.read();
    if (image.isNull())
        return Error{Words::tr("it is damaged: %1").arg(reader.errorString())};
    return image;
}

} // namespace casebook
