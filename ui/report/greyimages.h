#pragma once

#include "ui/typeset/imagesource.h"

namespace casebook {

/// The pictures of another source in shades of grey.
class GreyImages : public ImageSource {
public:
    /// The other source must outlive this one.
    explicit GreyImages(ImageSource &colored) : m_colored(colored) {}

    Result<QImage> image(const QString &url) override
    {
        Result<QImage> image = m_colored.image(url);
        return image ? Result<QImage>(greyed(*image)) : image;
    }

    static QImage greyed(const QImage &image)
    {
        if (!image.hasAlphaChannel())
            return image.convertToFormat(QImage::Format_Grayscale8);
        QImage grey = image.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_ARGB32);
        grey.setAlphaChannel(image.convertToFormat(QImage::Format_Alpha8));
        return grey;
    }

private:
    ImageSource &m_colored;
};

} // namespace casebook
