#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace casebook {

/// A heading of a document and what stands under it, up to the next heading of any level.
struct DocumentSection {
    QString heading; ///< without marks; "" before the first one
    QString text;
};

/// A link as the documents write those to their sources: "[Title (2024)](address)".
struct DatedLink {
    QString title;
    int year = 0;
    QString url;
};

/// One of the documents that the corpus was drawn from. They are no part of the project: where they are missing,
/// documents() is empty.
struct SourceDocument {
    QString name; ///< of the file
    QString text; ///< with the article's damaged signs mended

    QList<DocumentSection> sections() const;
};

QList<SourceDocument> documents();

/// What a test says that must be skipped for want of the documents.
QString documentsMissing();

/// Every http and https address in a text, each once, in order, without a sentence's punctuation after it.
QStringList addressesIn(const QString &text);

/// All dated links in a text.
QList<DatedLink> datedLinksIn(const QString &text);

} // namespace casebook
