#include "core/corpus/schemareader.h"
#include "ui/edit/source/sourceterms.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// In the tables `^` is the cursor.
class TestSourceTerms : public QObject {
    Q_OBJECT

private slots:
    void init();
    void offers_data();
    void offers();
    void writes_data();
    void writes();
    void kinds_data();
    void kinds();
    void keepsTheRecordsOfAMomentAgo();
    void showsWhatElseThereIs();
    void nothingWithoutAContext();

private:
    TermOffer offer(const QString &lines);

    std::unique_ptr<SourceTerms> m_terms;
};

void TestSourceTerms::init()
{
    EditContext context;
    context.schema =
        readSchema("fields:\n"
                   "  title: {required: true}\n"
                   "  organization: {}\n"
                   "  decision: {type: choice}\n"
                   "  stage: {type: choice, vocabulary: [{id: production, label: Production}, {id: prototype, label: A "
                   "trial}, {id: \"no\", label: None}]}\n"
                   "  year: {type: year}\n"
                   "  tags: {type: list}\n"
                   "  claims:\n"
                   "    type: records\n"
                   "    fields:\n"
                   "      side: {type: choice, vocabulary: [for, against]}\n"
                   "      reason: {type: choice, vocabulary: [latency, memory]}\n"
                   "      source: {type: number}\n"
                   "  sources: {type: records, fields: {title: {}, url: {type: url}}}\n"
                   "  effort: {type: record, fields: {people: {type: number}, months: {type: number}}}\n"
                   "  related: {type: list}\n"
                   "groups: [{value: migrating, label: Migrating to it}, {value: adopting, label: Adopting}]\n"
                   "roles: {title: title, group: decision, claims: claims, sources: sources, related: related}\n")
            .schema;
    context.valuesInUse = [](const QString &path) {
        if (path == u"tags")
            return QStringList{u"backend"_s, u"go: fast"_s, u"2020"_s, u"yes"_s, u"it's"_s, u"a, b"_s};
        if (path == u"organization")
            return QStringList{u"Discord"_s};
        return path == u"year" ? QStringList{u"2020"_s} : QStringList();
    };
    context.cases = [] { return QList<CaseName>{{u"figma"_s, u"Multiplayer"_s}, {u"discord"_s, u"Read States"_s}}; };
    m_terms = std::make_unique<SourceTerms>();
    m_terms->setContext(context);
}

TermOffer TestSourceTerms::offer(const QString &lines)
{
    const QString marked = u"---\n"_s + lines + u"\n---\n"_s;
    const qsizetype cursor = marked.indexOf(u'^');
    return m_terms->offer(QString(marked).remove(cursor, 1), cursor);
}

void TestSourceTerms::offers_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("ids");
    QTest::newRow("all fields") << u"^"_s
                                << u"title organization decision stage year tags claims sources effort related"_s;
    QTest::newRow("fields that are there last")
        << u"title: A\n^\nyear: 1"_s << u"organization decision stage tags claims sources effort related title year"_s;
    QTest::newRow("fields, narrowed") << u"re^"_s << u"related"_s;
    QTest::newRow("fields, inside of a word") << u"or^"_s << u"organization effort"_s;
    QTest::newRow("a whole name") << u"year^"_s << QString();
    QTest::newRow("parts of a record in a list") << u"claims:\n  - side: for\n    ^"_s << u"reason source side"_s;
    QTest::newRow("parts, first of a record") << u"claims:\n  - ^"_s << u"side reason source"_s;
    QTest::newRow("parts in a flow map") << u"claims:\n  - {side: for, r^}"_s << u"reason source"_s;
    QTest::newRow("parts of a record") << u"effort:\n  ^"_s << u"people months"_s;
    QTest::newRow("vocabulary") << u"stage: ^"_s << u"production prototype no"_s;
    QTest::newRow("vocabulary, narrowed") << u"stage: pro^"_s << u"production prototype"_s;
    QTest::newRow("vocabulary, by a label") << u"stage: tri^"_s << u"prototype"_s;
    QTest::newRow("vocabulary of a part") << u"claims:\n  - {side: for, reason: ^}"_s << u"latency memory"_s;
    QTest::newRow("groups") << u"decision: ^"_s << u"migrating adopting"_s;
    QTest::newRow("values in use") << u"tags: [b^]"_s << u"backend a, b"_s;
    QTest::newRow("values in use, block") << u"tags:\n  - BACK^"_s << u"backend"_s;
    QTest::newRow("values that are there last")
        << u"tags: [yes, ^, \"2020\"]"_s << u"backend go: fast it's a, b 2020 yes"_s;
    QTest::newRow("case ids") << u"related: [^]"_s << u"figma discord"_s;
    QTest::newRow("case ids, by a title") << u"related: [read^]"_s << u"discord"_s;
    QTest::newRow("own records") << u"claims: [{source: ^}]\nsources: [{title: A}, {url: https://b}]"_s << u"1 2"_s;
    QTest::newRow("own records, by a title")
        << u"claims: [{source: Bee^}]\nsources: [{title: A}, {title: Bee}]"_s << u"2"_s;
    QTest::newRow("unknown field") << u"other: ^"_s << QString();
    QTest::newRow("part of an unknown field") << u"other:\n  - ^"_s << QString();
    QTest::newRow("value of records") << u"claims: ^"_s << QString();
    QTest::newRow("comment") << u"# st^"_s << QString();
    QTest::newRow("body") << u"\n---\nst^"_s << QString();
}

void TestSourceTerms::offers()
{
    QFETCH(QString, lines);
    QStringList ids;
    for (const Term &term : offer(lines).terms)
        ids.append(term.id);
    QTEST(ids.join(u' '), "ids");
}

void TestSourceTerms::writes_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    QTest::newRow("field") << u"st^"_s << u"stage"_s << u"stage: "_s;
    QTest::newRow("field that has its colon") << u"st^: x"_s << u"stage"_s << u"stage"_s;
    QTest::newRow("field of records") << u"cl^"_s << u"claims"_s << u"claims:"_s;
    QTest::newRow("part in a flow map") << u"claims: [{r^}]"_s << u"reason"_s << u"reason: "_s;
    QTest::newRow("field in quotes") << u"\"st^"_s << u"stage"_s << u"\"stage\": "_s;
    QTest::newRow("behind a dash alone") << u"claims:\n  -^"_s << u"side"_s << u" side: "_s;
    QTest::newRow("text") << u"stage: ^"_s << u"production"_s << u"production"_s;
    QTest::newRow("behind a colon alone") << u"stage:^"_s << u"production"_s << u" production"_s;
    QTest::newRow("read as a truth value") << u"stage: ^"_s << u"no"_s << u"\"no\""_s;
    QTest::newRow("read as a number") << u"tags: [^]"_s << u"2020"_s << u"\"2020\""_s;
    QTest::newRow("a year") << u"year: ^"_s << u"2020"_s << u"2020"_s;
    QTest::newRow("a year in quotes") << u"year: \"20^\""_s << u"2020"_s << u"\"2020\""_s;
    QTest::newRow("the number of a record") << u"claims: [{source: ^}]\nsources: [{title: A}]"_s << u"1"_s << u"1"_s;
    QTest::newRow("with a mark of YAML") << u"tags: [^]"_s << u"go: fast"_s << u"\"go: fast\""_s;
    QTest::newRow("a comma in brackets") << u"tags: [^]"_s << u"a, b"_s << u"\"a, b\""_s;
    QTest::newRow("a comma outside") << u"tags:\n  - ^"_s << u"a, b"_s << u"a, b"_s;
    QTest::newRow("in single quotes") << u"tags: ['^']"_s << u"it's"_s << u"'it''s'"_s;
    QTest::newRow("in double quotes") << u"tags: [\"^\"]"_s << u"it's"_s << u"\"it's\""_s;
}

void TestSourceTerms::writes()
{
    QFETCH(QString, lines);
    QFETCH(QString, id);
    const TermOffer offered = offer(lines);
    const auto term =
        std::find_if(offered.terms.begin(), offered.terms.end(), [&id](const Term &one) { return one.id == id; });
    QVERIFY(term != offered.terms.end());
    QTEST(SourceTerms::written(offered, *term).text, "text");
}

void TestSourceTerms::kinds_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("free");
    QTest::newRow("fields") << u"^"_s << true << false;
    QTest::newRow("vocabulary") << u"stage: ^"_s << true << false;
    QTest::newRow("groups") << u"decision: ^"_s << true << false;
    QTest::newRow("list") << u"tags: [^]"_s << false << false;
    QTest::newRow("cases") << u"related: [^]"_s << false << false;
    QTest::newRow("own records") << u"claims: [{source: ^}]\nsources: [{title: A}]"_s << true << false;
    QTest::newRow("text") << u"organization: ^"_s << false << true;
    QTest::newRow("year") << u"year: ^"_s << false << true;
}

void TestSourceTerms::kinds()
{
    QFETCH(QString, lines);
    const TermOffer offered = offer(lines);
    QVERIFY(!offered.isEmpty());
    QTEST(offered.known, "known");
    QTEST(offered.free, "free");
}

void TestSourceTerms::keepsTheRecordsOfAMomentAgo()
{
    QCOMPARE(offer(u"sources: [{title: A}]\nclaims: [{source: ^}]"_s).terms.size(), 1);
    QCOMPARE(offer(u"sources: [{title: A}]\nclaims: [{source: ^"_s).terms.size(), 1); // which cannot be read
}

void TestSourceTerms::showsWhatElseThereIs()
{
    const QString text = u"---\nstage: prototype\n---\n"_s;
    const qsizetype cursor = text.indexOf(u"\n---\n"_s);
    QVERIFY(m_terms->offer(text, cursor).isEmpty());
    const TermOffer asked = m_terms->offer(text, cursor, true);
    QCOMPARE(asked.terms.size(), 2);
    QCOMPARE(asked.terms.first().id, u"production"_s);
    QVERIFY(m_terms->offer(u"---\nstage:\n---\n"_s, 4, true).keys);
}

void TestSourceTerms::nothingWithoutAContext()
{
    m_terms = std::make_unique<SourceTerms>();
    for (const QString &lines : {u"^"_s, u"title: ^"_s, u"tags: [^]"_s})
        QVERIFY(offer(lines).isEmpty());
}

QTEST_GUILESS_MAIN(TestSourceTerms)
#include "tst_sourceterms.moc"
