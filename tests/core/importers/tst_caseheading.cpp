#include "core/importers/caseheading.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestCaseHeading : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void knowsPlainHeadings_data();
    void knowsPlainHeadings();
};

void TestCaseHeading::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("moves");
    QTest::addColumn<bool>("hypothetical");
    QTest::newRow("ASCII arrow") << u"Alder: Perl/Tcl -> Zest"_s << u"Alder"_s << u"Alder"_s << u"Perl|Tcl"_s
                                 << u"Zest"_s << u""_s << false;
    QTest::newRow("arrow") << u"Birch, Ledger: Perl → Zest"_s << u"Birch"_s << u"Ledger"_s << u"Perl"_s << u"Zest"_s
                           << u""_s << false;
    QTest::newRow("several arrows") << u"Cedar, DB: C → Zest, Java/Kotlin → Zest"_s << u"Cedar"_s << u"DB"_s
                                    << u"C|Java|Kotlin"_s << u"Zest"_s << u"C → Zest, Java/Kotlin → Zest"_s << false;
    QTest::newRow("a chain") << u"Elm: C → Go → Zest"_s << u"Elm"_s << u"Elm"_s << u"C|Go"_s << u"Zest"_s
                             << u"C → Go → Zest"_s << false;
    QTest::newRow("commas before one arrow")
        << u"Fir: Python, Ruby → Zest"_s << u"Fir"_s << u"Fir"_s << u"Python|Ruby"_s << u"Zest"_s << u""_s << false;
    QTest::newRow("a remark on the move") << u"Dogwood: TS => Zest (partly)"_s << u"Dogwood"_s << u"Dogwood"_s
                                          << u"TS"_s << u"Zest"_s << u"TS => Zest (partly)"_s << false;
    QTest::newRow("no arrow") << u"Elm, many projects"_s << u"Elm"_s << u"many projects"_s << u""_s << u""_s << u""_s
                              << false;
    QTest::newRow("no comma") << u"LogLog Games"_s << u"LogLog Games"_s << u"LogLog Games"_s << u""_s << u""_s << u""_s
                              << false;
    QTest::newRow("parenthesis and hypothetical") << u"Gorse (seed-stage, YC W22), hypothetical"_s << u"Gorse"_s
                                                  << u"Gorse (seed-stage, YC W22)"_s << u""_s << u""_s << u""_s << true;
    QTest::newRow("hypothetical behind the move")
        << u"Gorse: C → Zest, hypothetical"_s << u"Gorse"_s << u"Gorse"_s << u"C"_s << u"Zest"_s << u""_s << true;
    QTest::newRow("remark on the organization")
        << u"Holly (US), Till: C → Zest"_s << u"Holly"_s << u"Till (US)"_s << u"C"_s << u"Zest"_s << u""_s << false;
    QTest::newRow("a colon in the title") << u"Ivy, Press: the core: C++ → C#"_s << u"Ivy"_s << u"Press: the core"_s
                                          << u"C++"_s << u"C#"_s << u""_s << false;
    QTest::newRow("legal form") << u"Juniper, Inc., Till"_s << u"Juniper, Inc."_s << u"Till"_s << u""_s << u""_s
                                << u""_s << false;
    QTest::newRow("given up for nothing")
        << u"Larch: Zest →"_s << u"Larch"_s << u"Larch"_s << u"Zest"_s << u""_s << u""_s << false;
    QTest::newRow("empty") << u""_s << u""_s << u""_s << u""_s << u""_s << u""_s << false;
    QTest::newRow("arrow alone") << u"→"_s << u"→"_s << u"→"_s << u""_s << u""_s << u""_s << false;
}

void TestCaseHeading::reads()
{
    QFETCH(QString, text);
    const CaseHeading heading = readCaseHeading(text);
    QTEST(heading.organization, "organization");
    QTEST(heading.title, "title");
    QTEST(heading.from.join(u'|'), "from");
    QTEST(heading.to.join(u'|'), "to");
    QTEST(heading.moves, "moves");
    QTEST(heading.hypothetical, "hypothetical");
}

void TestCaseHeading::knowsPlainHeadings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("plain");
    QTest::newRow("appendix") << u"Appendix"_s << true;
    QTest::newRow("other") << u"Other success stories"_s << true;
    QTest::newRow("question") << u"So, is it any good?"_s << true;
    QTest::newRow("future") << u"Future of Zest"_s << true;
    QTest::newRow("a name") << u"Cloudflare"_s << false;
    QTest::newRow("a name that begins alike") << u"Howard & Sons"_s << false;
    QTest::newRow("note") << u"Notes"_s << true;
    QTest::newRow("Notion") << u"Notion"_s << false;
}

void TestCaseHeading::knowsPlainHeadings()
{
    QFETCH(QString, text);
    QTEST(isPlainHeading(text), "plain");
}

QTEST_GUILESS_MAIN(TestCaseHeading)
#include "tst_caseheading.moc"
