#pragma once

#include "core/exporters/plaintext.h"
#include "core/sources/linkrecords.h"

#include <QByteArray>

namespace casebook {

/// A page that a case cites.
struct CitedLink {
    QString caseId;
    QString url;
};

// What a check of links has found. Links without a record were not asked, and are left out.

/// [{"case", "url", "state", "status", "location", "permanent", "reason", "checked"}], in the order of the links.
/// "checked" is in ISO 8601, in UTC; "location" is "" where there was no redirect.
QByteArray linksJson(const QList<CitedLink> &links, const LinkRecords &records);

/// Two lines for each link that is other than fine: state, case and address; then why, and where it leads.
QString linksText(const QList<CitedLink> &links, const LinkRecords &records, const TextStyle &style);

/// "Sources: 12; fine: 9, dead: 1, ..."
QString linksSummary(const LinkRecords &records);

} // namespace casebook
