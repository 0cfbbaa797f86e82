#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace casebook {

/// Text as it is searched: NFKD without marks, then full case folding (Unicode 15, sections 3.11 and 3.13), so that
/// "Straße" and "STRASSE" agree, and "naïve" and "naive". UTF-8.
QByteArray fold(QStringView text);

/// The same, appended to `target`. Bytes are UTF-8; those that are not become U+FFFD. ASCII costs no conversion.
void appendFolded(QByteArray &target, QByteArrayView utf8);
void appendFolded(QByteArray &target, QStringView text);

} // namespace casebook
