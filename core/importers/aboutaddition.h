#pragma once

#include <QByteArray>
#include <QString>

namespace casebook {

/// A Markdown text with those blocks of another one that it does not hold yet. A block comes behind the one that it
/// follows in the addition, where the text holds that; before the one that follows it; else at the end.
///
/// Nothing is taken away or changed: without what was put in, the bytes are what they were. Lines end as the text's do.
/// Adding the same again changes nothing. Any thread.
QByteArray withAddition(const QByteArray &text, const QString &addition);

} // namespace casebook
