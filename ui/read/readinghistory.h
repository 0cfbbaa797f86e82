#pragma once

#include <QString>
#include <QStringList>

namespace casebook {

/// What has been read, in order, with a place in it: back and forward as in a web browser.
class ReadingHistory {
public:
    /// Something else is read now; what was ahead is forgotten. The same again changes nothing.
    void visit(const QString &id);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_ids.size(); }
    /// One step; answers what is read now. To be called only where it can be.
    QString goBack() { return m_ids.at(--m_at); }
    QString goForward() { return m_ids.at(++m_at); }

    void rename(const QString &from, const QString &to);
    /// Forgets what is no more.
    void remove(const QString &id);
    void clear();

private:
    QStringList m_ids;
    qsizetype m_at = -1;
};

} // namespace casebook
