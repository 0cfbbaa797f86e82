#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QString>

namespace casebook {

/// Where typesetters get pictures from. Nothing is ever fetched from the network.
class ImageSource {
public:
    virtual ~ImageSource() = default;

    /// The picture at an address as it is written in the text, or why there is none, in words for a reader.
    virtual Result<QImage> image(const QString &url) = 0;
};

} // namespace casebook
