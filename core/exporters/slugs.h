#pragma once

#include <QHash>
#include <QString>

namespace casebook {

/// Names of places in a document, made from headings the way GitHub and others make them, each of them once.
class Slugs {
public:
    /// "Discord, Read States: Go → Rust" → "discord-read-states-go--rust"; "-1" and so on behind what is there already.
    QString next(const QString &heading);

private:
    QHash<QString, int> m_used;
};

} // namespace casebook
