#pragma once

#include "core/markdown/node.h"
#include "core/sources/archive.h"
#include "ui/typeset/imagesource.h"

#include <QHash>

#include <stop_token>

namespace casebook {

/// The pictures of snapshots, from the archive alone: nothing is fetched. Only formats that hold no more than pixels
/// are read, and none that is too large. Used by one thread at a time.
class SnapshotPictures : public ImageSource {
public:
    static constexpr qint64 pixelLimit = 32 * 1000 * 1000;
    static constexpr int heightLimit = 30'000; ///< what no text could be laid out around
    static constexpr qint64 byteLimit = 256 * 1024 * 1024; ///< of all pictures together, as they are held

    /// Pictures wider than `maximumWidth` pixels are scaled down to it.
    SnapshotPictures(QString root, Archive archive, int maximumWidth = 1600);

    /// Reads what pictures there are of a text, so that image() has them. Takes long: not for the window's thread.
    void load(const MarkdownNode &text, const std::stop_token &stop);
    Result<QImage> image(const QString &url) override;

private:
    Result<QImage> find(const QString &url) const;
    Result<QImage> read(const Snapshot &snapshot) const;

    QString m_root;
    Archive m_archive;
    int m_maximumWidth;
    QHash<QString, Result<QImage>> m_known; ///< by address
    qint64 m_bytes = 0;                     ///< of them
};

} // namespace casebook
