#pragma once

#include "core/corpus/schema.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace casebook {

/// The text of a new case: every required field of the schema with the title and group given, the optional ones with a
/// role as empty keys, and headings to fill in. UTF-8 with LF. In a corpus without a description: a title and a
/// heading. `group` may be empty.
QByteArray newCaseText(const Schema &schema, const QString &title, const QString &group);

/// An id made of a title: "Read States: Go → Rust" → "read-states-go-rust". Never empty; at most 60 characters.
QString idFromTitle(const QString &title);

/// `id`, or the first of `id-2`, `id-3`, … that is not taken.
QString freeId(const QString &id, const std::function<bool(const QString &)> &isTaken);

/// A scalar as YAML that reads back as this string: plain where that is safe, else in double quotes.
QString yamlText(const QString &text);

} // namespace casebook
