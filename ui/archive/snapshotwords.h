#pragma once

#include "core/sources/snapshot.h"

#include <QString>

namespace casebook {

/// The link, in a case that is read, to the snapshots of a page: this, and the page's address, percent-encoded.
inline constexpr char16_t snapshotLinkPrefix[] = u"casebook:snapshot/";

QString snapshotLink(const QString &url);
/// The address of the page that such a link is about; "" for any other link.
QString pageOfSnapshotLink(const QString &link);

/// "copy kept on 20 November 2026": beside a source.
QString copyKeptWords(const Snapshot &snapshot);
/// "20 November 2026, 08:30 UTC, the same on 1 December 2026": one snapshot among several.
QString snapshotDates(const Snapshot &snapshot);
/// What is known of it, a line each: the address, where it was redirected to, type, size and SHA-256, this
/// in groups of 16 digits.
QString snapshotFacts(const Snapshot &snapshot, const QString &charset);

} // namespace casebook
