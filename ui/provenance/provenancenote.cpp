#include "ui/provenance/provenancenote.h"

#include <QCoreApplication>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(casebook::ProvenanceNote)
};

QString signOf(Provenance::State state)
{
    switch (state) {
    case Provenance::State::Found:
        return u"\u2713"_s;
    case Provenance::State::Changed:
        return u"\u2248"_s;
    default:
        return u"\u2717"_s;
    }
}

/// Not found is a warning of a quote alone: a claim may well be told in other words.
QColor toneOf(const Provenance &provenance, const TypeStyle &style)
{
    if (provenance.state == Provenance::State::Found)
        return style.forTone;
    if (provenance.state == Provenance::State::Changed || provenance.sought.isVerbatim)
        return style.againstTone;
    return style.muted;
}

} // namespace

QString passageLink(const SoughtWords &sought)
{
    const QString kind = sought.kind == SoughtWords::Kind::Claim ? u"claim/"_s : u"quote/"_s;
    return passageLinkPrefix + kind + QString::number(sought.number);
}

const Provenance *provenanceOfLink(const QList<Provenance> &all, const QString &address)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Provenance &one) { return passageLink(one.sought) == address; });
    return found == all.end() ? nullptr : &*found;
}

const Provenance *provenanceOfWords(const QList<Provenance> &all, SoughtWords::Kind kind, int number)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Provenance &one) {
        return one.sought.kind == kind && one.sought.number == number;
    });
    return found == all.end() ? nullptr : &*found;
}

TextNote provenanceNote(const Provenance &provenance, const TypeStyle &style)
{
    if (!provenance.isKnown())
        return {};
    TextNote note;
    const QString text = provenance.isOlder()
        ? Words::tr("%1 %2 in an older copy of its source", "a sign, and what was seen")
        : Words::tr("%1 %2 in the copy of its source", "a sign, and what was seen");
    note.text = text.arg(signOf(provenance.state), provenanceWord(provenance));
    note.toolTip = provenanceInLines(provenance);
    if (provenance.passage.place.length > 0)
        note.toolTip += u'\n' + Words::tr("Follow it to read the passage.");
    else
        note.toolTip += u'\n' + Words::tr("Follow it to read the copy.");
    note.address = passageLink(provenance.sought);
    note.tone = toneOf(provenance, style);
    return note;
}

} // namespace casebook
