#pragma once

#include <QByteArray>
#include <QString>

namespace casebook {

/// Whether pages of a media type (lower case, without parameters) are kept: text, PDF, and what is written as XML or
/// JSON. "" stands for one that nobody told: then the bytes decide.
bool isKeptType(const QString &type);
/// The same for the pictures in a page: those that hold pixels alone.
bool isPictureType(const QString &type);

/// The type of what was received without one: by a PDF's first bytes, else text where there is no NUL; "" where it is
/// neither.
QString typeOfBytes(const QByteArray &bytes);

} // namespace casebook
