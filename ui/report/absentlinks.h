#pragma once

#include <QColor>
#include <QSet>
#include <QString>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace casebook {

/// Makes links to cases plain text, in `color`, unless their addresses are among those that are there.
void unlinkAbsent(QTextDocument &document, const QSet<QString> &addresses, const QColor &color);

} // namespace casebook
