#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QStringList>

namespace casebook {

/// What the program remembers between runs, in the user's settings folder. Each call reads or writes at once.
class Settings {
public:
    /// Folders, the last one opened first; at most ten.
    static QStringList recentCorpora();
    static void addRecentCorpus(const QString &folder);
    static void removeRecentCorpus(const QString &folder);
    static QString lastCorpus();

    /// The case last read in a corpus; "" if none.
    static QString lastCase(const QString &folder);
    static void setLastCase(const QString &folder, const QString &id);

    static Appearance appearance();
    static void setAppearance(Appearance appearance);

    static double zoom();
    static void setZoom(double zoom);

    /// Whether sources on this computer and in private networks may be asked. A corpus is untrusted: not unless a person
    /// wants it.
    static bool allowsPrivateAddresses();
    static void setAllowsPrivateAddresses(bool allowed);

    /// A widget's saved state (geometry, splitter) by name; empty if none.
    static QByteArray state(const QString &name);
    static void setState(const QString &name, const QByteArray &state);
    static QStringList list(const QString &name);
    static void setList(const QString &name, const QStringList &values);
};

} // namespace casebook
