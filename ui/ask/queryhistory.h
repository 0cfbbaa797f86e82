#pragma once

#include <QString>
#include <QStringList>

namespace casebook {

/// The queries that a person has asked of a corpus, the last one first, kept in the settings.
class QueryHistory {
public:
    /// Those of the corpus in a folder, from now on.
    void open(const QString &folder);

    const QStringList &texts() const { return m_texts; }
    /// Puts a query first; at most thirty are kept. Blanks around it count for nothing, and nothing is not kept.
    void add(const QString &text);
    void clear();

private:
    void save() const;

    QString m_key;
    QStringList m_texts;
};

} // namespace casebook
