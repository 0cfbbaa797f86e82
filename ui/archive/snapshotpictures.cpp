#include "ui/archive/snapshotpictures.h"

#include "core/sources/snapshottype.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SnapshotPictures", text);
}

} // namespace

SnapshotPictures::SnapshotPictures(QString root, Archive archive, int maximumWidth)
    : m_root(std::move(root)), m_archive(std::move(archive)), m_maximumWidth(maximumWidth)
{
}

void SnapshotPictures::load(const MarkdownNode &text, const std::stop_token &stop)
{
    if (text.kind == MarkdownKind::Image && !stop.stop_requested())
        (void)image(text.url);
    for (const MarkdownNode &child : text.children)
        load(child, stop);
}

Result<QImage> SnapshotPictures::image(const QString &url)
{
    if (const auto known = m_known.constFind(url); known != m_known.constEnd())
        return *known;
    Result<QImage> picture = find(url);
    if (picture)
        m_bytes += picture->sizeInBytes();
    m_known.insert(url, picture);
    return picture;
}

Result<QImage> SnapshotPictures::find(const QString &url) const
{
    const Snapshot snapshot = m_archive.latestOf(url);
    if (!snapshot.taken.isValid())
        return Error{tr("no copy of it is kept")};
    if (m_bytes > byteLimit)
        return Error{tr("there are too many pictures to show them all")};
    return read(snapshot);
}

Result<QImage> SnapshotPictures::read(const Snapshot &snapshot) const
{
    if (!isPictureType(snapshot.type))
        return Error{tr("it is no picture of pixels")};
    Result<QByteArray> bytes = snapshotBytes(m_root, snapshot);
    if (!bytes)
        return bytes.error();
    QBuffer buffer(&*bytes);
    // The format by its name: a file may pretend to be another one.
    QImageReader reader(&buffer, snapshot.type.section(u'/', 1).toLatin1());
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > pixelLimit || size.height() > heightLimit)
        return Error{tr("it is too large, or damaged")};
    if (size.width() > m_maximumWidth)
        reader.setScaledSize(QSize(m_maximumWidth, std::max(1, size.height() * m_maximumWidth / size.width())));
    const QImage picture = reader.read();
    return picture.isNull() ? Result<QImage>(Error{tr("it is damaged")}) : Result<QImage>(picture);
}

} // namespace casebook
