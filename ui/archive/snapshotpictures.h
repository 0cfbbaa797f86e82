#pragma once

#include "core/sources/archive.h"
#include "ui/typeset/imagesource.h"

#include <QCache>

namespace casebook {

/// The pictures of snapshots, from the archive alone: nothing is fetched. Only formats that hold no more than pixels
/// are read, and none that is too large. Not shared between threads.
class SnapshotPictures : public ImageSource {
public:
    static constexpr qint64 pixelLimit = 32 * 1000 * 1000;

    /// Pictures wider than `maximumWidth` pixels are scaled down to it.
    SnapshotPictures(QString root, Archive archive, int maximumWidth = 1600);

    Result<QImage> image(const QString &url) override;

private:
    Result<QImage> read(const Snapshot &snapshot) const;

    QString m_root;
    Archive m_archive;
    int m_maximumWidth;
    QCache<QString, QImage> m_cache; ///< costs in KiB
};

} // namespace casebook
