#include "core/query/soughttexts.h"

#include "core/base/fold.h"
#include "core/query/fieldtest.h"

#include <QSet>

#include <utility>

namespace casebook {

namespace {

/// Each text once.
class Collection {
public:
    void add(const QString &text, const QString &path, bool whole)
    {
        const SoughtText sought{fold(text.simplified()), path, whole};
        const std::pair key(sought.text, path);
        if (sought.text.isEmpty() || m_known.contains(key))
            return;
        m_known.insert(key);
        m_texts.append(sought);
    }
    QList<SoughtText> take() { return std::move(m_texts); }

private:
    QList<SoughtText> m_texts;
    QSet<std::pair<QByteArray, QString>> m_known;
};

void addAll(Collection &texts, const QList<QueryTerm> &terms, bool excluded, const Schema &schema)
{
    for (const QueryTerm &term : terms) {
        if (term.kind == QueryTerm::Kind::Group) {
            for (const QList<QueryTerm> &alternative : term.alternatives)
                addAll(texts, alternative, excluded != term.excluded, schema);
        } else if (term.excluded != excluded) {
            continue;
        } else if (term.kind == QueryTerm::Kind::Word || term.kind == QueryTerm::Kind::Phrase) {
            texts.add(term.text, {}, false);
        } else if (term.kind == QueryTerm::Kind::Field) {
            for (const QString &value : term.values)
                texts.add(value, term.path, !isAskedByWords(schema.field(term.path)));
        }
    }
}

} // namespace

QList<SoughtText> soughtTexts(const Query &query, const Schema &schema)
{
    Collection texts;
    addAll(texts, query.terms, false, schema);
    return texts.take();
}

} // namespace casebook
