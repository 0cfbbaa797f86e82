#pragma once

#include "core/importers/importeddocument.h"

namespace casebook {

/// The kind of page that an address and a title show for certain, in the words of the bundled corpus ("talk",
/// "podcast", "discussion", "news", "paper", "engineering-blog"); empty where they do not.
QString kindOfSource(const QString &url, const QString &title);

/// "first-party" where the page is the organization's own, by its host or by its name on a host that many share;
/// "third-party" for the press; empty where it is not certain.
QString relationOfSource(const QString &url, const QString &organization);

/// Fills in kind and relation where they are empty and certain.
void judgeSource(ImportedSource &source, const QString &organization);

} // namespace casebook
