#pragma once

#include "core/base/problem.h"

#include <QList>
#include <QTextEdit>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace casebook {

/// The place of a line and column, both from 1, the column in code points; past the end of the text or the line: its
/// end. What is less than 1 is taken as 1.
QTextCursor placeInSource(const QTextDocument &document, int line, int column);

/// Where the problems of a source stand in its document. The places move with the text.
class ProblemMarks {
public:
    /// Marks the problems that have a line, some hundreds at most, each from its column to the end of its line.
    void set(const QTextDocument &document, const Problems &problems);
    void clear() { m_marks.clear(); }

    /// The problems of a line, from 1.
    Problems onLine(int line) const;
    /// The messages of the problems at a place of the document, in UTF-16 units from 0.
    QStringList messagesAt(int position) const;
    /// Waves below them, in the colours of errors and warnings.
    QList<QTextEdit::ExtraSelection> selections(const QPalette &palette) const;

private:
    struct Mark {
        QTextCursor place;
        Problem problem;
    };

    QList<Mark> m_marks;
};

} // namespace casebook
