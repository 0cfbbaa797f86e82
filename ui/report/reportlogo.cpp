#include "ui/report/reportlogo.h"

#include "ui/report/reportwords.h"
#include "ui/typeset/corpusimages.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace casebook {

namespace {

constexpr int widest = 1200; // pixels

} // namespace

Result<QImage> readLogo(const QString &path, const CorpusLayout &layout)
{
    if (path.isEmpty())
        return QImage();
    // A person may choose a picture anywhere; what a view of the corpus says must lie in it.
    const bool chosen = QDir::isAbsolutePath(path);
    const QString folder = chosen ? QFileInfo(path).absolutePath() : layout.root;
    const QString name = chosen ? QFileInfo(path).fileName() : path;
    const QString address = QString::fromLatin1(QUrl::toPercentEncoding(name, "/"));
    Result<QImage> image = CorpusImages(folder, QStringLiteral("logo"), widest).image(address);
    if (!image) {
        return Error{
            ReportWords::tr("The logo %1 cannot be used: %2. Choose another picture or none; no file was written.")
                .arg(path, image.error().message)};
    }
    return image;
}

} // namespace casebook
