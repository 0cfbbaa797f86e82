#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace casebook {

/// What the heading of a case tells: "Organization, Project (remark): From → To, hypothetical", or part of it.
struct CaseHeading {
    QString title;        ///< the project; where none is named, all of the name
    QString organization; ///< without a remark in parentheses
    QStringList from;
    QStringList to;
    bool hypothetical = false;
    QString moves = {}; ///< the words of the moves, where `from` and `to` do not tell all of them; else empty
};

/// Whether a text has an arrow in it: `->`, `→` and their like.
bool hasArrow(QStringView text);

/// Whether it is a name, a colon and a move.
bool namesMove(QStringView text);

/// Never fails; each word of the text is in the result.
CaseHeading readCaseHeading(const QString &text);

/// Whether a heading is one of those that articles and lists have besides their cases: "Introduction", "Conclusion",
/// "Other lists", "Why …?".
bool isPlainHeading(const QString &text);

} // namespace casebook
