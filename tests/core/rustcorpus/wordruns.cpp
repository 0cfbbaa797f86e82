#include "tests/core/rustcorpus/wordruns.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

QStringList plainWords(const QString &text)
{
    QString plain = text.toLower();
    plain.remove(u'\'').remove(u'\u2019');
    static const QRegularExpression part(uR"((https?://[^\s()<>\]"`]+)|([\p{L}\p{N}]+))"_s);
    QStringList words;
    for (auto matches = part.globalMatch(plain); matches.hasNext();)
        words.append(matches.next().captured(2));
    return words;
}

QStringList without(const QStringList &words, const QStringList &phrase)
{
    if (phrase.size() < 2)
        return words;
    QStringList rest;
    for (auto at = words.begin(); at != words.end();) {
        const auto next = std::search(at, words.end(), phrase.begin(), phrase.end());
        rest.append(QStringList(at, next));
        at = next;
        if (next != words.end()) {
            rest.append(QString());
            at += phrase.size();
        }
    }
    return rest;
}

void WordRuns::add(const QStringList &words)
{
    const QStringList runs = runsOf(words);
    m_runs.unite(QSet<QString>(runs.begin(), runs.end()));
}

QStringList WordRuns::found(const QStringList &words) const
{
    QStringList runs = runsOf(words);
    runs.removeIf([this](const QString &run) { return !m_runs.contains(run); });
    return runs;
}

QStringList WordRuns::runsOf(const QStringList &words) const
{
    QStringList runs;
    for (qsizetype i = 0; i + m_length <= words.size(); ++i) {
        const QStringList run = words.mid(i, m_length);
        if (!run.contains(QString()))
            runs.append(run.join(u' '));
    }
    return runs;
}

} // namespace casebook
