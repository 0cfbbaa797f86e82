#pragma once

#include "core/sources/linkrecord.h"

#include <QDate>

namespace casebook {

/// What became of a link, without when: "Dead (404)", "Fine", "Moved to https://new.example/page".
QString linkOutcome(const LinkRecord &record);

/// The same with the day, for documents: "Dead (404), checked 20 November 2026"; "" where it is unchecked, so that what
/// nobody has asked needs no words.
QString linkInDocument(const LinkRecord &record);

/// The same for a screen: "Dead (404), checked 3 days ago". `today` is a day where people are.
QString linkOnScreen(const LinkRecord &record, const QDate &today);

/// "today", "yesterday", "3 days ago", and from two months on the day itself.
QString daysAgo(const QDate &day, const QDate &today);

} // namespace casebook
