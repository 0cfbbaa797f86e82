#include "tests/bench/comparedqueries.h"

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

/// A word's beginning, as ripgrep finds it.
QString start(const QString &word)
{
    return u"(?:^|[^\\pL\\pN])"_s + word;
}

QString not_(const QString &pattern)
{
    return u'!' + pattern;
}

/// Words that all must be there, by their beginnings.
ComparedQuery words(const QString &text)
{
    ComparedQuery query{text, {}, {}};
    QStringList matches;
    for (const QString &word : text.split(u' ')) {
        query.patterns.append(start(word));
        matches.append(word + u'*');
    }
    query.match = matches.join(u" AND "_s);
    return query;
}

/// Words side by side, as we mean it: on one line or over the end of one, where a quote's mark may follow.
ComparedQuery phrase(const QString &text)
{
    const QString between = u"(?:[ \\t]+|[ \\t]*\\r?\\n[ \\t]*(?:>[ \\t]*)*)"_s;
    return {u'"' + text + u'"', {start(QString(text).replace(u' ', between))}, u'"' + text + u"\" *"_s, true, false};
}

/// The times of what means nearly the same.
ComparedQuery near(const QString &ours, const QStringList &patterns, const QString &match)
{
    return {ours, patterns, match, false};
}

QList<ComparedQuery> typed()
{
    return {
        near(u"l"_s, {start(u"l"_s)}, u"l*"_s), // keys begin so, too
        words(u"la"_s),
        words(u"lat"_s),
        words(u"late"_s),
        words(u"latency"_s),
        words(u"latency m"_s),
        words(u"latency memory"_s),
        near(u"t"_s, {start(u"t"_s)}, u"t*"_s),
        words(u"th"_s),
        words(u"the"_s),
        words(u"the co"_s),
        words(u"the compiler"_s),
        words(u"the compiler is"_s),
        words(u"thread"_s),
        words(u"cache"_s),
        words(u"qqq"_s),
        words(u"zzyzx memory"_s),
        near(u"naïve"_s, {start(u"naïve"_s)}, u"naive*"_s),
        near(u"Straße"_s, {start(u"Straße"_s)}, u"strasse*"_s),
        near(u"日本"_s, {u"日本"_s}, u"日本*"_s),
        words(u"gar"_s),
        words(u"garbage collector"_s),
    };
}

QList<ComparedQuery> combined()
{
    return {
        phrase(u"garbage collector"_s),
        phrase(u"garbage collection"_s),
        phrase(u"borrow checker"_s),
        {u"borrow -async"_s, {start(u"borrow"_s), not_(start(u"async"_s))}, u"borrow* NOT async*"_s},
        {u"memory -latency"_s, {start(u"memory"_s), not_(start(u"latency"_s))}, u"memory* NOT latency*"_s},
        {u"the -memory"_s, {start(u"the"_s), not_(start(u"memory"_s))}, u"the* NOT memory*"_s},
        {u"kernel OR wasm"_s, {start(u"(?:kernel|wasm)"_s)}, u"kernel* OR wasm*"_s},
        {u"thread OR cache OR proxy"_s, {start(u"(?:thread|cache|proxy)"_s)}, u"thread* OR cache* OR proxy*"_s},
        {u"(thread OR cache) latency"_s,
         {start(u"(?:thread|cache)"_s), start(u"latency"_s)},
         u"(thread* OR cache*) AND latency*"_s},
    };
}

QList<ComparedQuery> ofFields()
{
    return {
        near(u"from:go"_s, {u"^from: .*\\bGo\\b"_s}, u"languages : go"_s),
        near(u"from:go lat"_s, {u"^from: .*\\bGo\\b"_s, start(u"lat"_s)}, u"languages : go AND words : lat*"_s),
        near(u"from:go,python year:2018..2022"_s, {u"^from: .*\\b(?:Go|Python)\\b"_s, u"^year: 20(?:18|19|20|21|22)"_s},
             u"languages : (go OR python) AND year : (2018 OR 2019 OR 2020 OR 2021 OR 2022)"_s),
        near(u"year:2021"_s, {u"^year: 2021"_s}, u"year : 2021"_s),
        near(u"decision:adopting thread"_s, {u"^decision: adopting"_s, start(u"thread"_s)},
             u"decision : adopting AND words : thread*"_s),
        near(u"-decision:adopting thread"_s, {not_(u"^decision: adopting"_s), start(u"thread"_s)},
             u"words : thread* NOT decision : adopting"_s),
        near(u"stage:abandoned"_s, {u"^stage: abandoned"_s}, u"stage : abandoned"_s),
        near(u"title:rust"_s, {u"^title: .*\\brust"_s}, u"title : rust*"_s),
        near(u"stage:production the"_s, {u"^stage: production"_s, start(u"the"_s)},
             u"stage : production AND words : the*"_s),
    };
}

} // namespace

const QList<ComparedQuery> &comparedQueries()
{
    static const QList<ComparedQuery> queries = typed() + combined() + ofFields();
    return queries;
}

} // namespace casebook::bench
