#pragma once

#include "core/base/result.h"
#include "core/markdown/node.h"
#include "core/sources/snapshot.h"

#include <QByteArray>
#include <QString>

#include <stop_token>

namespace casebook {

struct ReadableOptions {
    bool wholePage = false;    ///< with navigation, side bars and all else that stands around a page's text
    bool pictures = false;     ///< with pictures, for whoever has their bytes; without, no trace of them is left
    std::stop_token stop = {}; ///< asks to end early where it takes long, as a PDF may: then an Error is answered
};

/// What there is to read in a page. A value.
struct ReadableText {
    QString title; ///< as the page names itself; may be empty
    /// Paragraphs, headings, lists, quotes, tables and code. Links and pictures have whole addresses. Lines are all 0.
    MarkdownNode document;
    QString charset = {};   ///< in which the bytes were read; empty for a PDF
    bool isDamaged = false; ///< some bytes meant nothing in that charset; U+FFFD stands in their place

    /// The words alone: a line feed after each block, a space between the cells of a row.
    QString text() const { return plainText(document); }
};

/// Reads a page as it was received: HTML, plain text and its relatives, PDF. `type` is its media type ("" where nobody
/// said), `charset` what the server said of it, `address` where it came from, from which relative links are told.
///
/// The bytes are untrusted: scripts, styles, forms and whatever is remote are left out, nothing is fetched or run, and
/// size and depth have limits. The Error says why there is nothing to read. May take a second for pages of many
/// megabytes, and longer for a PDF: not for the window's thread. Any other thread.
Result<ReadableText> readableText(const QByteArray &bytes, const QString &type, const QString &charset,
                                  const QString &address, const ReadableOptions &options = {});

/// The same, of a snapshot of the corpus at `root`: snapshotBytes() and what there is to read in them.
Result<ReadableText> readSnapshot(const QString &root, const Snapshot &snapshot, const ReadableOptions &options = {});

} // namespace casebook
