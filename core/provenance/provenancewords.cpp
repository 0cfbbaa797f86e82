#include "core/provenance/provenance.h"

#include <QCoreApplication>
#include <QLocale>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(casebook::Provenance)
};

constexpr qsizetype mostChanges = 6; // that are told one by one

QString dayOf(const QDateTime &time)
{
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

QString shortened(const QString &text)
{
    constexpr qsizetype longest = 80;
    return text.size() <= longest ? text : QString(text.first(longest - 1).trimmed() + u'\u2026');
}

QString quoted(const QString &text)
{
    return u'\u201c' + shortened(text) + u'\u201d';
}

QString changeInWords(const WordChange &change)
{
    if (change.sought.isEmpty())
        return Words::tr("The page also has %1.").arg(quoted(change.seen));
    if (change.seen.isEmpty())
        return Words::tr("The page does not have %1.").arg(quoted(change.sought));
    return Words::tr("Instead of %1 the page has %2.").arg(quoted(change.sought), quoted(change.seen));
}

QString percent(double measure)
{
    return Words::tr("%1 %").arg(qRound(measure * 100));
}

QString outcomeOfQuote(const Provenance &provenance)
{
    switch (provenance.state) {
    case Provenance::State::Found:
        return Words::tr("All words of the quote stand there in this order.");
    case Provenance::State::Changed:
        return provenance.passage.scattered
            ? Words::tr("Its parts stand there, but far apart or in another order.")
            : Words::tr("%1 of its words stand there together.").arg(percent(provenance.passage.measure));
    default:
        return Words::tr("No passage there has most of its words.");
    }
}

QString outcomeOfClaim(const Provenance &provenance)
{
    if (provenance.passage.finding == Finding::NotFound)
        return Words::tr(
            "No passage there has enough of its words. It may be told in other words, or in another language.");
    QString text = Words::tr("A passage there has %1 of its words, counted by how rare they are.")
                       .arg(percent(provenance.passage.measure));
    const QStringList &missing = provenance.passage.missing;
    if (!missing.isEmpty())
        text += u' ' + Words::tr("These numbers do not stand near: %1.").arg(missing.join(u", "_s));
    return text + u' ' + Words::tr("Whether it says the same, a reader must judge.");
}

} // namespace

QString provenanceId(Provenance::State state)
{
    switch (state) {
    case Provenance::State::NoSnapshot:
        return u"no-snapshot"_s;
    case Provenance::State::Unreadable:
        return u"unreadable"_s;
    case Provenance::State::NotFound:
        return u"not-found"_s;
    case Provenance::State::Changed:
        return u"changed"_s;
    case Provenance::State::Found:
        return u"found"_s;
    }
    return {};
}

QString provenanceWord(const Provenance &provenance)
{
    const bool isQuote = provenance.sought.isVerbatim;
    switch (provenance.state) {
    case Provenance::State::NoSnapshot:
        return Words::tr("no snapshot");
    case Provenance::State::Unreadable:
        return Words::tr("snapshot not readable");
    case Provenance::State::NotFound:
        return isQuote ? Words::tr("not found") : Words::tr("no passage found");
    case Provenance::State::Changed:
        return isQuote ? Words::tr("found with changes")
                       : Words::tr("passage found without %1").arg(provenance.passage.missing.join(u", "_s));
    case Provenance::State::Found:
        return isQuote ? Words::tr("found") : Words::tr("passage found");
    }
    return {};
}

QString provenanceInLines(const Provenance &provenance)
{
    if (provenance.state == Provenance::State::NoSnapshot)
        return Words::tr("There is no snapshot of its source to look in.");
    if (provenance.state == Provenance::State::Unreadable)
        return Words::tr("The snapshot of its source could not be read: %1").arg(provenance.trouble);
    QStringList lines;
    lines.append(Words::tr("Looked for in the snapshot of source %1, taken on %2.")
                     .arg(provenance.source)
                     .arg(dayOf(provenance.snapshot.taken)));
    lines.append(provenance.sought.isVerbatim ? outcomeOfQuote(provenance) : outcomeOfClaim(provenance));
    const QList<WordChange> &changes = provenance.passage.changes;
    for (qsizetype i = 0; i < std::min(changes.size(), mostChanges); ++i)
        lines.append(changeInWords(changes.at(i)));
    if (changes.size() > mostChanges)
        lines.append(Words::tr("Further changes: %1.").arg(changes.size() - mostChanges));
    if (provenance.isOlder())
        lines.append(Words::tr("This is an older snapshot: the latest, taken on %1, lacks it, has less of it or "
                                   "cannot be read.")
                         .arg(dayOf(provenance.latest)));
    if (provenance.without > 0)
        lines.append(Words::tr("Other sources without a snapshot to look in: %1.").arg(provenance.without));
    return lines.join(u'\n');
}

} // namespace casebook
