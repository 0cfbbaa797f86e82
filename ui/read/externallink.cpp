#include "ui/read/externallink.h"

#include <QDesktopServices>

namespace casebook {

bool isExternalLink(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    const bool web = scheme == u"http" || scheme == u"https";
    return url.isValid() && ((web && !url.host().isEmpty()) || scheme == u"mailto");
}

bool openExternalLink(const QUrl &url)
{
    return isExternalLink(url) && QDesktopServices::openUrl(url);
}

} // namespace casebook
