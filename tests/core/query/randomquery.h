#pragma once

#include "core/query/query.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace casebook {

/// Random cases and questions about them, from a seed. The cases are few words wide, so that most questions find some.
class RandomQueries {
public:
    explicit RandomQueries(quint32 seed) : m_random(seed) {}

    /// The description of a corpus that the cases fit.
    static QByteArray description();

    int below(int bound) { return m_random.bounded(bound); }
    QString oneOf(const QStringList &list) { return list.at(below(static_cast<int>(list.size()))); }

    QByteArray frontMatter();
    QString body();
    Query query();

private:
    QString numbered(const char *stem, int bound) { return QString::fromLatin1(stem) + QString::number(below(bound)); }
    QString date();
    QString value(const QString &path);
    QueryTerm term(int depth);
    QueryTerm rangeTerm();
    QueryTerm groupTerm(int depth);

    QRandomGenerator m_random;
};

} // namespace casebook
