#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringView>

#include <optional>

namespace casebook {

/// What is known of the address of a source.
enum class LinkState : qint8 {
    Unchecked,   ///< nobody has asked yet
    Fine,        ///< it answers
    Moved,       ///< it answers from another address
    Doubtful,    ///< it answers, yet perhaps with something else than what was cited
    Forbidden,   ///< it answers people, perhaps, but not programs (401, 403, 429): not counted as dead
    Dead,        ///< the page, or the host, is gone
    Unreachable, ///< nothing could be learnt, as with the network down: not counted against the source
};

/// All states, the worst first: the order in which they are listed and sorted.
QList<LinkState> linkStates();
/// "fine", "moved", "doubtful", "forbidden", "dead", "unreachable" or "unchecked": what queries, scripts and the cache
/// say.
QString linkStateId(LinkState state);
/// Nothing where no state has this id.
std::optional<LinkState> linkStateOf(QStringView id);
/// The same for people: "Forbidden to robots".
QString linkStateLabel(LinkState state);
/// One line for people.
QString linkStateDefinition(LinkState state);

/// What one look at an address has shown.
struct LinkRecord {
    QString url; ///< as it stands in the case study, blanks around it taken away
    LinkState state = LinkState::Unchecked;
    int status = 0;         ///< of HTTP, at the end of all redirects; 0: there was no answer
    QString location;       ///< where the redirects led, or ""
    bool permanent = false; ///< every redirect on the way there said that it is for good (301, 308)
    QString reason;         ///< a sentence for people that says why it is in this state; may be ""
    QDateTime checked;      ///< in UTC, to the second; invalid while unchecked

    bool operator==(const LinkRecord &) const = default;
};

using LinkRecordList = QList<LinkRecord>;

} // namespace casebook

Q_DECLARE_METATYPE(casebook::LinkRecord)
