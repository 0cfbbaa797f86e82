#pragma once

#include "core/query/queryreading.h"

#include <QPalette>
#include <QSyntaxHighlighter>

#include <functional>

namespace casebook {

/// How the text of a query is understood, as colours: names of fields stand back, what is excluded is struck through,
/// and what was not understood is underlined.
class QueryHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    using Read = std::function<QueryReading(const QString &text)>;

    /// Reads with `read` at every change of the text.
    QueryHighlighter(QTextDocument *document, Read read);

    /// How the present text was read.
    const QueryReading &reading() const { return m_reading; }
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    void showToken(const QueryToken &token);
    void showNote(const QueryNote &note);

    Read m_read;
    QueryReading m_reading;
    QPalette m_palette;
};

} // namespace casebook
