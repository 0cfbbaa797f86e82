#include "tests/core/query/randomquery.h"

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 3;

const QStringList &words()
{
    static const QStringList list{u"memory"_s,
                                  u"mem"_s,
                                  u"Latency"_s,
                                  u"go"_s,
                                  u"golang"_s,
                                  u"cargo"_s,
                                  u"na\u00EFve"_s,
                                  u"naive"_s,
                                  u"Stra\u00DFe"_s,
                                  u"STRASSE"_s,
                                  u"\u6771\u4EAC\u90FD"_s,
                                  u"\u4EAC"_s,
                                  u"c++"_s,
                                  u"=>"_s};
    return list;
}

const QStringList &paths()
{
    static const QStringList list{u"decision"_s, u"from"_s,          u"year"_s,         u"industry"_s,
                                  u"title"_s,    u"claims.reason"_s, u"sources.kind"_s, u"effort.months"_s,
                                  u"reviewed"_s, u"claims.text"_s};
    return list;
}

} // namespace

QByteArray RandomQueries::description()
{
    return R"(
fields:
  title: {}
  decision: {type: choice, facet: true}
  from: {type: list, facet: true}
  year: {type: year, facet: true}
  industry: {type: choice}
  reviewed: {type: date}
  effort: {type: record, fields: {months: {type: number}}}
  claims: {type: records, fields: {reason: {type: choice, facet: true}, text: {}}}
  sources: {type: records, fields: {kind: {type: choice}}}
roles: {group: decision, reviewed: reviewed, claims: claims}
)";
}

QString RandomQueries::date()
{
    return u"202%1-0%2-1%3"_s.arg(3 + below(3)).arg(1 + below(8)).arg(below(9));
}

QByteArray RandomQueries::frontMatter()
{
    if (below(12) == 0)
        return "title: [";
    QString yaml = u"title: '"_s + oneOf(words()) + u' ' + oneOf(words()) + u"'\n"_s;
    if (below(5))
        yaml += u"decision: "_s + numbered("d", 3) + u'\n';
    if (below(4))
        yaml += u"from: ["_s + numbered("l", 6) + u", "_s + numbered("L", 6) + u"]\n"_s;
    if (below(6))
        yaml += u"year: "_s + QString::number(2015 + below(8)) + u'\n';
    if (below(3))
        yaml += u"industry: "_s + numbered("i", 4) + u'\n';
    if (below(3))
        yaml += u"reviewed: "_s + date() + u'\n';
    if (below(2))
        yaml += u"effort: {months: %1}\n"_s.arg(below(12) / 2.0);
    if (below(3))
        yaml += u"claims: [{reason: %1, text: '%2'}, {reason: %3}]\n"_s.arg(numbered("r", 5), oneOf(words()),
                                                                            numbered("R", 5));
    if (below(3))
        yaml += u"sources: [{kind: %1}]\n"_s.arg(numbered("k", 3));
    return yaml.toUtf8();
}

QString RandomQueries::body()
{
    QString text;
    for (int i = below(4); i >= 0; --i)
        text += oneOf(words()) + oneOf({u" "_s, u"\n"_s, u"\n\n"_s, u", "_s, QString()});
    return text;
}

QString RandomQueries::value(const QString &path)
{
    if (path == u"year")
        return QString::number(2015 + below(8));
    if (path == u"effort.months")
        return QString::number(below(12) / 2.0);
    if (path == u"reviewed")
        return date();
    if (path == u"title" || path == u"claims.text")
        return oneOf(words());
    return oneOf({numbered("d", 3), numbered("L", 6), numbered("i", 4), numbered("R", 5), numbered("k", 3)});
}

QueryTerm RandomQueries::rangeTerm()
{
    QueryTerm term;
    term.kind = QueryTerm::Kind::Range;
    term.path = oneOf({u"year"_s, u"effort.months"_s, u"reviewed"_s});
    term.open = below(3) == 0;
    const auto bound = [&] {
        return term.path == u"reviewed" ? date().left(oneOf({u"4"_s, u"7"_s, u"10"_s}).toInt()) : value(term.path);
    };
    const int which = term.open ? below(2) : below(3);
    if (which != 0)
        term.from = bound();
    if (which != 1)
        term.to = bound();
    // A range from the later to the earlier is read the other way round.
    if (!term.from.isEmpty() && !term.to.isEmpty() && term.to < term.from)
        std::swap(term.from, term.to);
    return term;
}

QueryTerm RandomQueries::groupTerm(int depth)
{
    QueryTerm term;
    term.kind = QueryTerm::Kind::Group;
    for (int alternatives = below(3); alternatives >= 0; --alternatives) {
        QList<QueryTerm> terms;
        for (int i = below(3); i >= 0; --i)
            terms.append(this->term(depth + 1));
        term.alternatives.append(terms);
    }
    return term;
}

QueryTerm RandomQueries::term(int depth)
{
    QueryTerm term;
    switch (below(depth < deepest ? 12 : 10)) {
    case 0:
    case 1:
        term.text = oneOf(words());
        break;
    case 2:
        term.kind = QueryTerm::Kind::Phrase;
        term.text = oneOf(words()) + u' ' + oneOf(words());
        break;
    case 3:
        term = rangeTerm();
        break;
    case 4:
        term.kind = below(2) ? QueryTerm::Kind::Has : QueryTerm::Kind::Missing;
        term.path = oneOf(paths());
        break;
    case 5:
        term.kind = below(3) ? QueryTerm::Kind::Stale : QueryTerm::Kind::Broken;
        if (term.kind == QueryTerm::Kind::Stale)
            term.text = oneOf({QString(), u"6m"_s, u"18m"_s, u"90d"_s, u"2y"_s});
        break;
    case 10:
    case 11:
        term = groupTerm(depth);
        break;
    default:
        term.kind = QueryTerm::Kind::Field;
        term.path = oneOf(paths());
        for (int i = below(2); i >= 0; --i)
            term.values.append(value(term.path));
    }
    term.excluded = below(4) == 0;
    return term;
}

Query RandomQueries::query()
{
    Query query;
    for (int i = below(4); i > 0; --i)
        query.terms.append(term(0));
    return query;
}

} // namespace casebook
