#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace casebook {

/// The words of a text without case, punctuation, apostrophes and marks. An address gives an empty word, which stands
/// for a break: no run goes over it.
QStringList plainWords(const QString &text);

/// The words with every occurrence of a phrase (two words or more) replaced by a break.
QStringList without(const QStringList &words, const QStringList &phrase);

/// Remembers the runs of some texts, and finds them in others.
class WordRuns {
public:
    explicit WordRuns(qsizetype length) : m_length(length) {}

    void add(const QStringList &words);
    /// The runs of `words` that were added before.
    QStringList found(const QStringList &words) const;
    qsizetype size() const { return m_runs.size(); }

private:
    QStringList runsOf(const QStringList &words) const;

    qsizetype m_length;
    QSet<QString> m_runs;
};

} // namespace casebook
