#pragma once

#include "ui/typeset/imagesource.h"

#include <QCache>

namespace casebook {

/// Pictures that lie inside a corpus, addressed from one of its files.
///
/// The text is untrusted: absolute paths, ways out of the corpus (by `..` or by symbolic links), addresses with a
/// scheme, large files and large pictures are refused, and only the raster formats that cannot refer to other files are
/// read. Remembers the last pictures, so that a preview does not decode them at every key. Not shared between threads.
class CorpusImages : public ImageSource {
public:
    static constexpr qint64 fileSizeLimit = 20 * 1024 * 1024; ///< bytes
    static constexpr qint64 pixelLimit = 32 * 1000 * 1000;

    /// `corpusRoot` is absolute; `filePath` is that of the case file, relative to it. Pictures wider than
    /// `maximumWidth` pixels are scaled down to it.
    CorpusImages(const QString &corpusRoot, const QString &filePath, int maximumWidth = 2000);

    Result<QImage> image(const QString &url) override;

private:
    Result<QString> locate(const QString &url) const;
    Result<QImage> read(const QString &path) const;

    QString m_root;   ///< canonical
    QString m_folder; ///< of the case file, canonical, inside m_root; empty where it is not
    int m_maximumWidth;
    QCache<QString, QImage> m_cache; ///< costs in KiB
};

} // namespace casebook
