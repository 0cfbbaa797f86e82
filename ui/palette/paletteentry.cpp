#include "ui/palette/paletteentry.h"

#include "core/corpus/fieldtext.h"

#include <QLocale>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostValues = 1000; // of one facet: a field with more is found through the query field

QString countNote(int count)
{
    return count < 0 ? QString() : QLocale().toString(count);
}

} // namespace

QString PaletteEntry::key() const
{
    switch (kind) {
    case Kind::Case:
        return u"case:"_s + id;
    case Kind::View:
        return u"view:"_s + id;
    case Kind::Value:
        return u"value:"_s + id + u'=' + value;
    case Kind::Action:
        return u"action:"_s + id;
    }
    return {};
}

PaletteEntry makeEntry(PaletteEntry::Kind kind, const QString &id, const QString &text, const QString &detail,
                       const QString &note)
{
    return {kind, id, {}, text, detail, note, {}};
}

void prepare(PaletteEntries &entries)
{
    for (PaletteEntry &entry : entries)
        entry.fuzzy = FuzzyText(entry.detail.isEmpty() ? entry.text : QString(entry.text + u"  "_s + entry.detail));
}

PaletteEntries caseEntries(const Corpus &corpus)
{
    PaletteEntries entries;
    entries.reserve(static_cast<std::size_t>(corpus.size()));
    for (const CaseStudyPtr &study : corpus.cases()) {
        const QString organization = roleTexts(*study, corpus.schema(), role::organization).value(0);
        entries.push_back(makeEntry(PaletteEntry::Kind::Case, study->id, study->title, organization));
    }
    return entries;
}

PaletteEntries viewEntries(const QList<SavedView> &views, const QList<int> &counts)
{
    PaletteEntries entries;
    for (qsizetype i = 0; i < views.size(); ++i) {
        if (!views.at(i).broken)
            entries.push_back(makeEntry(PaletteEntry::Kind::View, views.at(i).id, views.at(i).name, {},
                                        countNote(counts.value(i, -1))));
    }
    return entries;
}

PaletteEntries valueEntries(const QList<Facet> &facets)
{
    PaletteEntries entries;
    for (const Facet &facet : facets) {
        for (const FacetValue &value : facet.values.mid(0, mostValues)) {
            if (value.count == 0 || value.state == FacetState::Included)
                continue;
            entries.push_back(makeEntry(PaletteEntry::Kind::Value, facet.path,
                                        QString(facet.label + u": "_s + value.label), {}, countNote(value.count)));
            entries.back().value = value.value;
        }
    }
    return entries;
}

} // namespace casebook
