#include "core/document/typingplace.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// In the tables `^` is the cursor, and the expected place reads as
/// "kind path <token|typed> flags (present)"; "" where there is nothing to complete.
class TestTypingPlace : public QObject {
    Q_OBJECT

private slots:
    void keys_data();
    void keys();
    void values_data();
    void values();
    void nowhere_data();
    void nowhere();
    void outsideOfTheFrontMatter_data();
    void outsideOfTheFrontMatter();
    void anyPlaceOfAnyText();

private:
    static QString described(const QString &marked);
    void check();
};

QString TestTypingPlace::described(const QString &marked)
{
    const qsizetype cursor = marked.indexOf(u'^');
    const QString text = QString(marked).remove(cursor, 1);
    const std::optional<TypingPlace> place = typingPlace(text, cursor);
    if (!place)
        return {};
    const QStringList kinds{u"key"_s, u"value"_s, u"either"_s};
    QString result = kinds.at(static_cast<int>(place->kind)) + u' ' + place->path.join(u'.') + u" <"_s
        + text.mid(place->begin, place->end - place->begin) + u'|' + place->typed + u'>';
    result += place->inFlow ? u" flow"_s : QString();
    result += place->hasColon ? u" colon"_s : QString();
    result += place->needsBlank ? u" blank"_s : QString();
    result += place->quote ? QString(u' ' + QChar::fromLatin1(place->quote)) : QString();
    return place->present.isEmpty() ? result : result + u" ("_s + place->present.join(u',') + u')';
}

void TestTypingPlace::check()
{
    QFETCH(QString, lines);
    QFETCH(QString, place);
    QCOMPARE(described(u"---\n"_s + lines + u"\n---\nbody\n"_s), place);
}

void TestTypingPlace::keys_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("place");
    QTest::newRow("the first one") << u"^"_s << u"key  <|>"_s;
    QTest::newRow("begun") << u"ti^"_s << u"key  <ti|ti>"_s;
    QTest::newRow("among others") << u"title: A\nye^\ntags: [a]"_s << u"key  <ye|ye> (title,tags)"_s;
    QTest::newRow("on an empty line") << u"title: A\n^\ntags: [a]"_s << u"key  <|> (title,tags)"_s;
    QTest::newRow("in the middle of one") << u"ti^tle: A\nyear: 1"_s << u"key  <title|ti> colon (year)"_s;
    QTest::newRow("after a block text") << u"a: |\n  text\n^"_s << u"key  <|> (a)"_s;
    QTest::newRow("after a list") << u"a:\n  - b\n^"_s << u"key  <|> (a)"_s;
    QTest::newRow("after a list at the same column") << u"a:\n- b\n^"_s << u"key  <|> (a)"_s;
    QTest::newRow("of a record, on a new line") << u"effort:\n  ^"_s << u"either effort <|>"_s;
    QTest::newRow("of a record, begun") << u"effort:\n  mo^\n  people: 1"_s << u"either effort <mo|mo> (people)"_s;
    QTest::newRow("of a record, further") << u"effort:\n  people: 1\n  ^"_s << u"key effort <|> (people)"_s;
    QTest::newRow("of a record in a list")
        << u"claims:\n  - side: for\n    re^\n    text: x"_s << u"key claims <re|re> (side,text)"_s;
    QTest::newRow("of a record in a list, empty line")
        << u"claims:\n  - side: for\n    ^\n  - side: against"_s << u"key claims <|> (side)"_s;
    QTest::newRow("the first of a record in a list") << u"claims:\n  - ^"_s << u"either claims <|>"_s;
    QTest::newRow("the first of a record, begun")
        << u"claims:\n  - si^\n    reason: a"_s << u"either claims <si|si> (reason)"_s;
    QTest::newRow("behind a dash alone") << u"claims:\n  -^"_s << u"either claims <|> blank"_s;
    QTest::newRow("deeper") << u"a:\n  - b:\n      - c: 1\n        ^"_s << u"key a.b <|> (c)"_s;
    QTest::newRow("flow map") << u"effort: {^}"_s << u"key effort <|> flow"_s;
    QTest::newRow("flow map, begun") << u"effort: {people: 1, mo^}"_s << u"key effort <mo|mo> flow (people)"_s;
    QTest::newRow("flow map, behind a comma") << u"effort: {people: 1, ^}"_s << u"key effort <|> flow (people)"_s;
    QTest::newRow("flow map, with a colon") << u"effort: {mo^: 1}"_s << u"key effort <mo|mo> flow colon"_s;
    QTest::newRow("flow map in a list") << u"claims:\n  - {side: for, re^}"_s << u"key claims <re|re> flow (side)"_s;
    QTest::newRow("flow map on several lines")
        << u"figures:\n  - {what: x,\n     be^,\n     unit: s}"_s << u"key figures <be|be> flow (what,unit)"_s;
    QTest::newRow("flow maps in a flow list") << u"claims: [{side: for}, {re^}]"_s << u"key claims <re|re> flow"_s;
    QTest::newRow("flow map without an end") << u"effort: {mo^"_s << u"key effort <mo|mo> flow"_s;
    QTest::newRow("in quotes") << u"\"ti^"_s << u"key  <\"ti|ti> \""_s;
}

void TestTypingPlace::keys()
{
    check();
}

void TestTypingPlace::values_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("place");
    QTest::newRow("behind the colon") << u"stage: ^"_s << u"value stage <|>"_s;
    QTest::newRow("behind the colon, no blank") << u"stage:^"_s << u"value stage <|> blank"_s;
    QTest::newRow("begun") << u"stage: pro^\nyear: 1"_s << u"value stage <pro|pro>"_s;
    QTest::newRow("columns") << u"stage:    pro^"_s << u"value stage <pro|pro>"_s;
    QTest::newRow("in the middle") << u"stage: pro^duction"_s << u"value stage <production|pro>"_s;
    QTest::newRow("at its start") << u"stage: ^production"_s << u"value stage <production|>"_s;
    QTest::newRow("several words") << u"organization: Prime Vi^"_s << u"value organization <Prime Vi|Prime Vi>"_s;
    QTest::newRow("before a comment") << u"stage: pro^ # why"_s << u"value stage <pro|pro>"_s;
    QTest::newRow("empty, before a comment") << u"stage: ^ # why"_s << u"value stage <|>"_s;
    QTest::newRow("on the next line") << u"stage:\n  ^"_s << u"either stage <|>"_s;
    QTest::newRow("double quotes, no end") << u"stage: \"pro^\nyear: 1"_s << u"value stage <\"pro|pro> \""_s;
    QTest::newRow("double quotes") << u"stage: \"pro^\""_s << u"value stage <\"pro\"|pro> \""_s;
    QTest::newRow("single quotes") << u"stage: 'it''s^'"_s << u"value stage <'it''s'|it's> '"_s;
    QTest::newRow("of a part") << u"claims:\n  - side: for\n    reason: la^"_s << u"value claims.reason <la|la>"_s;
    QTest::newRow("of the first part") << u"claims:\n  - side: ^"_s << u"value claims.side <|>"_s;
    QTest::newRow("block list") << u"tags:\n  - a\n  - b^\n  - c"_s << u"either tags <b|b> (a,c)"_s;
    QTest::newRow("block list, dash alone") << u"tags:\n  - a\n  - ^"_s << u"either tags <|> (a)"_s;
    QTest::newRow("block list, same column") << u"tags:\n- a\n- b^\nyear: 1"_s << u"either tags <b|b> (a)"_s;
    QTest::newRow("flow list, empty") << u"tags: [^]"_s << u"either tags <|> flow"_s;
    QTest::newRow("flow list, begun") << u"tags: [a, b^, c]"_s << u"value tags <b|b> flow (a,c)"_s;
    QTest::newRow("flow list, next") << u"tags: [a, ^]"_s << u"either tags <|> flow (a)"_s;
    QTest::newRow("flow list, padded") << u"tags: [ a, b^ ]"_s << u"value tags <b|b> flow (a)"_s;
    QTest::newRow("flow list, no end") << u"year: 1\ntags: [a, b^"_s << u"value tags <b|b> flow (a)"_s;
    QTest::newRow("flow list, quote without an end")
        << u"tags: [a, \"b^, c]"_s << u"value tags <\"b|b> flow \" (a,c)"_s;
    QTest::newRow("flow list, quotes behind") << u"tags: [\"b^, \"c\"]"_s << u"value tags <\"b|b> flow \" (c)"_s;
    QTest::newRow("flow list over lines") << u"tags: [a,\n  b^,\n  c]"_s << u"value tags <b|b> flow (a,c)"_s;
    QTest::newRow("flow map") << u"claims:\n  - {side: for, reason: ^}"_s << u"value claims.reason <|> flow"_s;
    QTest::newRow("flow map, begun") << u"effort: {a: 1, b: x^}"_s << u"value effort.b <x|x> flow"_s;
    QTest::newRow("flow map, no blank") << u"effort: {a:^}"_s << u"value effort.a <|> flow blank"_s;
    QTest::newRow("after texts of several lines")
        << u"a: one\n  two: three\nb: \"x\n  y\"\nc: >\n  z: 1\nd: ^"_s << u"value d <|>"_s;
    QTest::newRow("after what cannot be read") << u"a: b: c: [\n]\n: - x\nd: ^"_s << u"value d <|>"_s;
    QTest::newRow("behind an anchor") << u"a: &x b^"_s << u"value a <b|b>"_s;
}

void TestTypingPlace::values()
{
    check();
}

void TestTypingPlace::nowhere_data()
{
    QTest::addColumn<QString>("lines");
    QTest::newRow("comment") << u"# ti^"_s;
    QTest::newRow("comment behind a value") << u"a: b # c^"_s;
    QTest::newRow("comment in brackets") << u"a: [b, # c^\n c]"_s;
    QTest::newRow("block text") << u"a: |\n  te^"_s;
    QTest::newRow("folded text of a list") << u"a:\n  - >\n    te^"_s;
    QTest::newRow("empty line of a block text") << u"a: |\n  text\n  ^"_s;
    QTest::newRow("second line of a plain text") << u"a: one\n  tw^"_s;
    QTest::newRow("second line of a text in quotes") << u"a: \"one\n  tw^\""_s;
    QTest::newRow("behind a value") << u"a: b ^"_s;
    QTest::newRow("behind brackets") << u"a: [b] ^"_s;
    QTest::newRow("behind an item") << u"a: [b ^]"_s;
    QTest::newRow("alias") << u"a: *x^"_s;
    QTest::newRow("anchor") << u"a: &x^ b"_s;
    QTest::newRow("where no key can begin") << u"a: b\n  ^"_s;
    QTest::newRow("indentation") << u"a:\n ^ b: 1"_s;
}

void TestTypingPlace::nowhere()
{
    QFETCH(QString, lines);
    QCOMPARE(described(u"---\n"_s + lines + u"\n---\nbody\n"_s), QString());
}

void TestTypingPlace::outsideOfTheFrontMatter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("body") << u"---\na: b\n---\nti^"_s;
    QTest::newRow("body that looks like it") << u"---\na: b\n---\n\n---\nti^\n---\n"_s;
    QTest::newRow("opening fence") << u"---^\na: b\n---\n"_s;
    QTest::newRow("closing fence") << u"---\na: b\n^---\n"_s;
    QTest::newRow("no fence") << u"ti^"_s;
    QTest::newRow("no end") << u"---\nti^\n"_s;
    QTest::newRow("TOML") << u"+++\nti^\n+++\n"_s;
    QTest::newRow("nothing") << u"^"_s;
}

void TestTypingPlace::outsideOfTheFrontMatter()
{
    QFETCH(QString, text);
    QCOMPARE(described(text), QString());
}

void TestTypingPlace::anyPlaceOfAnyText()
{
    const QString odd =
        u"---\n- - ? a\n}{][,,: -\n\"'\"''\n|\n &a *b !c\n: :\n\t- x:\n[[[\n'\n\\\"\n{a: {b: [c, {d: e\n...\n"_s;
    for (qsizetype end = 0; end <= odd.size(); ++end) {
        for (const QString &text :
             {QString(odd.first(end) + u"\n---\n"_s), QString(u"---\n"_s + odd.sliced(end) + u"\n---"_s)}) {
            for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
                const std::optional<TypingPlace> place = typingPlace(text, cursor);
                if (!place)
                    continue;
                QVERIFY(place->begin <= cursor && cursor <= place->end && place->end <= text.size());
                QVERIFY(!text.mid(place->begin, place->end - place->begin).contains(u'\n'));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestTypingPlace)
#include "tst_typingplace.moc"
