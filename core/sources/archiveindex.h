#pragma once

#include "core/sources/snapshot.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace casebook {

// The index of an archive is a text that git merges well: one line for each look at a page, its fields between tabs,
// the lines in the order of their bytes, so that two people who keep copies change different places. A line is never
// changed. Fields: URL, date, status, type, charset ("-": none given), size, SHA-256, file, and where redirects led the
// final URL. Fields behind these are left alone; lines that begin with # mean nothing.

/// The line of a snapshot, with its end; `checked` is left out.
QByteArray indexLine(const Snapshot &snapshot);

/// What a line says; nothing where it cannot be used, with what is wrong with it, a sentence, in `fault`.
std::optional<Snapshot> readIndexLine(QByteArrayView line, QString &fault);

/// An index with one line more, at its place; all other bytes stay. A first line says what the file is.
QByteArray withIndexLine(const QByteArray &index, const QByteArray &line);

/// Where the bytes of a snapshot are stored, relative to the corpus, by their SHA-256 and type.
QString snapshotPath(const QByteArray &sha256, const QString &type);

} // namespace casebook
