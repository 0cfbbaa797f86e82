#pragma once

#include "core/sources/linkrecord.h"

#include <QDate>
#include <QObject>
#include <QStringList>

#include <functional>

namespace casebook {

/// A look at some addresses: what the window needs of whoever asks them. Lives in the GUI thread and never blocks it.
class LinkCheck : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks each of the addresses. To be called once.
    virtual void start(const QStringList &addresses, bool allowPrivate) = 0;
    /// Stops; finished() comes, and nothing after it.
    virtual void cancel() = 0;

signals:
    /// Addresses are being asked, or wait for their turn, until they are answered.
    void asking(const QStringList &addresses);
    void answered(const casebook::LinkRecord &record);
    /// There is nothing more to come: all have been asked, or it was cancelled.
    void finished();
};

/// A page of which a copy is looked for.
struct SoughtCopy {
    QString address;
    QDate near; ///< a day by which the page held what is cited; invalid: that is not known, and the newest copy will do

    bool operator==(const SoughtCopy &) const = default;
};

/// A copy of a page that somebody else keeps.
struct FoundCopy {
    QString address; ///< of the page
    QString copy;    ///< where the copy can be read; "" where there is none
    QDateTime taken; ///< in UTC; may be invalid
    QString error;   ///< a sentence for people where it could not be found out; else ""
};

/// A search for archived copies of some pages, in the same way.
class CopyLookup : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start(const QList<SoughtCopy> &pages) = 0;
    virtual void cancel() = 0;

signals:
    void answered(const casebook::FoundCopy &copy);
    void finished();
};

/// Where the window gets these from. A test gives it others.
struct SourceNetwork {
    std::function<LinkCheck *(QObject *parent)> newCheck;
    std::function<CopyLookup *(QObject *parent)> newLookup;
};

} // namespace casebook
