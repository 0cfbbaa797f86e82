#include "core/query/soughttexts.h"

#include "core/base/fold.h"
#include "core/query/fieldtest.h"

#include <algorithm>

namespace casebook {

namespace {

void add(QList<SoughtText> &texts, const QString &text, const QString &path, bool whole)
{
    const SoughtText sought{fold(text.simplified()), path, whole};
    if (!sought.text.isEmpty() && !texts.contains(sought))
        texts.append(sought);
}

void addAll(QList<SoughtText> &texts, const QList<QueryTerm> &terms, bool excluded, const Schema &schema)
{
    for (const QueryTerm &term : terms) {
        if (term.kind == QueryTerm::Kind::Group) {
            for (const QList<QueryTerm> &alternative : term.alternatives)
                addAll(texts, alternative, excluded != term.excluded, schema);
        } else if (term.excluded != excluded) {
            continue;
        } else if (term.kind == QueryTerm::Kind::Word || term.kind == QueryTerm::Kind::Phrase) {
            add(texts, term.text, {}, false);
        } else if (term.kind == QueryTerm::Kind::Field) {
            for (const QString &value : term.values)
                add(texts, value, term.path, !isAskedByWords(schema.field(term.path)));
        }
    }
}

} // namespace

QList<SoughtText> soughtTexts(const Query &query, const Schema &schema)
{
    QList<SoughtText> texts;
    addAll(texts, query.terms, false, schema);
    return texts;
}

} // namespace casebook
