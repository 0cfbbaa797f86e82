#pragma once

#include "core/corpus/casestudy.h"
#include "core/query/matchplaces.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace casebook {

class Schema;

/// Where in a case words stand that a row of the tree does not show, with the words around them.
struct Snippet {
    QString label;          ///< of the field; of the body's text "Text"
    QString text;           ///< one line, with "…" where something is left out
    QList<TextPlace> marks; ///< in `text`

    bool isEmpty() const { return text.isEmpty(); }
};

/// The snippet for those of `needles` (folded) that stand in none of the texts `shown`; empty where all of them do, or
/// where they stand nowhere. The field in which most of them stand is chosen, the first one in the schema's order;
/// the body only where no field has any, since it must be asked for with `body`: Markdown, of which the words are shown
/// without its marks.
Snippet snippetOf(const CaseStudy &study, const Schema &schema, const QList<QByteArray> &needles,
                  const QStringList &shown, const std::function<QString()> &body);

/// A piece of a text around the first of some places, on one line, with the places that are in it. About `before` and
/// `after` UTF-16 units stay on either side of it, cut between words.
Snippet excerpt(const QString &text, const QList<TextPlace> &places, qsizetype before, qsizetype after);

} // namespace casebook
