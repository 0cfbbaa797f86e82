#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace casebook {

/// One step of a FieldPath: into a map by its key, or into a list by a position.
struct PathStep {
    static constexpr int afterLast = -1;

    QString key;           ///< of a map; empty where the step is into a list
    int index = afterLast; ///< of a list, from 0; afterLast: the place behind its last item
    bool intoList = false;

    bool operator==(const PathStep &) const = default;
};

/// A place in front matter, whether something stands there or not: `year`, `effort.months`, `sources[0].url`,
/// `tags[+]` (behind the last tag).
///
/// Positions count from 0. A key with other characters than letters, digits, `_`, `-`, `/` and blanks inside is written
/// in double quotes, as in JSON: `"a.b".c`. A value; any thread.
class FieldPath {
public:
    /// The whole front matter.
    FieldPath() = default;
    /// A key of the front matter itself; it is not parsed.
    explicit FieldPath(const QString &key) : m_steps{{key}} {}

    /// Reads the written form. The Error says what is wrong, and where.
    static Result<FieldPath> parse(const QString &text);

    FieldPath key(const QString &key) const;
    FieldPath item(int index) const;
    /// The place behind the last item of this list.
    FieldPath afterLast() const { return item(PathStep::afterLast); }
    /// Without its last step; must not be empty.
    FieldPath parent() const;

    bool isEmpty() const { return m_steps.isEmpty(); }
    const QList<PathStep> &steps() const { return m_steps; }
    const PathStep &last() const { return m_steps.last(); }
    /// The written form: parse() gives this path again.
    QString toString() const;

    bool operator==(const FieldPath &) const = default;

private:
    QList<PathStep> m_steps;
};

} // namespace casebook
