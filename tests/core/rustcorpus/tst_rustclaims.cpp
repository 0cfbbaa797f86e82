#include "tests/core/rustcorpus/rustcorpus.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// The claims of the bundled corpus: each has its source, and under each reason both sides meet.
class TestRustClaims : public QObject {
    Q_OBJECT

private slots:
    void sources_data();
    void sources();
    void backing_data();
    void backing();
    void vocabulary();
    void bothSides();
    void figures_data();
    void figures();
    void effort_data();
    void effort();
};

namespace {

/// The reasons that have claims on one side only, each with why the documents hold no other.
const QMap<QString, QString> oneSided{
    {u"correctness"_s,
     u"Nobody there doubts that the checks find mistakes. What is held against them is their price, which stands under "
     "the reasons that ask for it: change (LogLog Games), expressiveness (Turborepo, the TypeScript compiler)."_s},
};

const QList<Term> &reasons()
{
    return rustCorpus().schema().field(u"claims.reason")->vocabulary;
}

void addRowsOfCases()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : rustIds())
        QTest::newRow(qPrintable(id)) << id;
}

QString print(const Value &value)
{
    return value.isNull() ? u"-"_s : value.toText();
}

} // namespace

void TestRustClaims::sources_data()
{
    addRowsOfCases();
}

void TestRustClaims::sources()
{
    QFETCH(QString, id);
    const CaseStudy &study = rustCase(id);
    const Schema &schema = rustCorpus().schema();
    const qsizetype count = sourcesOf(study, schema).size();
    for (const Claim &claim : claimsOf(study, schema))
        QVERIFY2(claim.source >= 1 && claim.source <= count, qPrintable(claim.text));
    for (const Figure &figure : figuresOf(study, schema))
        QVERIFY2(figure.source >= 1 && figure.source <= count, qPrintable(figure.what));
    QSet<QString> urls;
    for (const Source &source : sourcesOf(study, schema))
        urls.insert(source.url);
    QCOMPARE(urls.size(), count);
}

void TestRustClaims::backing_data()
{
    addRowsOfCases();
}

/// A claim that names a figure names one that there is, and of its own source.
void TestRustClaims::backing()
{
    QFETCH(QString, id);
    const CaseStudy &study = rustCase(id);
    const QList<Figure> figures = figuresOf(study, rustCorpus().schema());
    for (const Value &claim : study.fields[u"claims"].items()) {
        if (!claim.contains(u"figure"))
            continue;
        const qint64 figure = claim[u"figure"].toInteger();
        QVERIFY2(figure >= 1 && figure <= figures.size(), qPrintable(claim[u"text"].toText()));
        QCOMPARE(figures.at(figure - 1).source, static_cast<int>(claim[u"source"].toInteger()));
    }
}

void TestRustClaims::vocabulary()
{
    QVERIFY2(reasons().size() >= 15 && reasons().size() <= 25, qPrintable(QString::number(reasons().size())));
    for (const Term &reason : reasons()) {
        QVERIFY2(!reason.label.isEmpty(), qPrintable(reason.id));
        QVERIFY2(reason.definition.endsWith(u'.') && !reason.definition.contains(u'\n'), qPrintable(reason.id));
    }
}

/// A reason that loses a side, or a new one that has just one, wants a look into the documents first.
void TestRustClaims::bothSides()
{
    QMap<QString, QSet<QString>> sides;
    for (const CaseStudyPtr &study : rustCorpus().cases()) {
        for (const Claim &claim : claimsOf(*study, rustCorpus().schema()))
            sides[claim.reason].insert(claim.side);
    }
    QStringList single;
    for (const Term &reason : reasons()) {
        QVERIFY2(sides.contains(reason.id), qPrintable(reason.id + u" is not used"_s));
        if (sides.value(reason.id).size() == 1)
            single.append(reason.id);
    }
    single.sort();
    QCOMPARE(single, oneSided.keys());
}

void TestRustClaims::figures_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected"); // before, after and unit
    QTest::newRow("Aurora DSQL, language") << u"aurora-dsql"_s << u"3000 30000 TPS"_s;
    QTest::newRow("Aurora DSQL, tuning") << u"aurora-dsql"_s << u"2000 3000 TPS"_s;
    QTest::newRow("Aurora DSQL, simulation") << u"aurora-dsql"_s << u"1000000 6000 TPS"_s;
    QTest::newRow("Prisma, queries") << u"prisma"_s << u"1 3.4 "_s;
    QTest::newRow("Prisma, bundle") << u"prisma"_s << u"100 10 %"_s;
    QTest::newRow("TypeScript, builds") << u"typescript-compiler"_s << u"100 10 %"_s;
    QTest::newRow("Google, Android") << u"google"_s << u"76 24 %"_s;
    QTest::newRow("Google, C++") << u"google"_s << u"1 2 "_s;
    QTest::newRow("Microsoft, CVEs") << u"microsoft"_s << u"- 70 %"_s;
    QTest::newRow("Cloudflare, repositories") << u"cloudflare"_s << u"- 18 repositories"_s;
    QTest::newRow("Discord, users") << u"discord-elixir"_s << u"- 11000000 users"_s;
}

void TestRustClaims::figures()
{
    QFETCH(QString, id);
    QFETCH(QString, expected);
    QStringList found;
    for (const Figure &figure : figuresOf(rustCase(id), rustCorpus().schema()))
        found.append(print(figure.before) + u' ' + print(figure.after) + u' ' + figure.unit);
    QVERIFY2(found.contains(expected), qPrintable(found.join(u'\n')));
}

void TestRustClaims::effort_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected"); // people, months and lines
    QTest::newRow("Aurora DSQL") << u"aurora-dsql"_s << u"2 - -"_s;
    QTest::newRow("Turborepo") << u"turborepo"_s << u"- 15 70000"_s;
    QTest::newRow("YJIT") << u"yjit"_s << u"4 3 11000"_s;
    QTest::newRow("Magic Pocket") << u"dropbox-magic-pocket"_s << u"- 30 -"_s;
    QTest::newRow("LogLog Games") << u"loglog-games"_s << u"2 36 100000"_s;
}

void TestRustClaims::effort()
{
    QFETCH(QString, id);
    const Value &effort = rustCase(id).fields[u"effort"];
    const QStringList found{print(effort[u"people"]), print(effort[u"months"]), print(effort[u"lines"])};
    QTEST(found.join(u' '), "expected");
}

QTEST_GUILESS_MAIN(TestRustClaims)
#include "tst_rustclaims.moc"
