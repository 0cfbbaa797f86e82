#include "core/query/unknownfields.h"

namespace casebook {

QList<UnknownField> unknownFields(const Query &query)
{
    QList<UnknownField> fields;
    for (const QueryTerm &term : query.terms) {
        const qsizetype colon = term.kind == QueryTerm::Kind::Word ? term.text.indexOf(u':') : -1;
        if (colon <= 0 || term.text.mid(colon).startsWith(u"://"))
            continue;
        QString name = term.text.left(colon);
        if (name == u"has" || name == u"missing" || name == u"sort") // the field is named behind these
            name = term.text.mid(colon + 1);
        if (name.startsWith(u'-'))
            name.remove(0, 1);
        fields.append({term.text, name});
    }
    return fields;
}

} // namespace casebook
