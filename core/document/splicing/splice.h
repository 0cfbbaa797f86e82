#pragma once

#include "core/document/document.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace casebook {

/// Bytes of a file that others take the place of. An empty span is a place where something is put in.
struct Splice {
    Span span;
    QByteArray text;
};

using Splices = QList<Splice>;

/// The bytes with all splices made at once: spans are those of `bytes`, in any order. Nothing where they overlap or do
/// not lie within the bytes.
std::optional<QByteArray> spliced(const QByteArray &bytes, Splices splices);

} // namespace casebook
