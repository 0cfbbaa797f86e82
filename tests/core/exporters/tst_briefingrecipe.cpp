#include "core/exporters/briefingrecipe.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestBriefingRecipe : public QObject {
    Q_OBJECT

private slots:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void writesOnlyWhatDiffers();
    void complains_data();
    void complains();
};

void TestBriefingRecipe::readsWhatItWrites_data()
{
    QTest::addColumn<BriefingRecipe>("recipe");
    QTest::newRow("the usual one") << BriefingRecipe();
    BriefingRecipe recipe;
    recipe.title = u"Should we: yes or no?"_s;
    recipe.question = u"What would it \"cost\"?"_s;
    QTest::newRow("texts") << recipe;
    recipe.paper = BriefingRecipe::Paper::Letter;
    recipe.margins = {10, 20.5, 30, 40};
    recipe.color = false;
    recipe.layout = BriefingRecipe::Layout::Continuous;
    recipe.logo = u"archive/logo.png"_s;
    recipe.notice = u"Confidential"_s;
    QTest::newRow("everything") << recipe;
    recipe.summary = recipe.cases = false;
    QTest::newRow("parts left out") << recipe;
    recipe.contents = recipe.sources = recipe.appendix = false;
    QTest::newRow("a title page alone") << recipe;
}

void TestBriefingRecipe::readsWhatItWrites()
{
    QFETCH(BriefingRecipe, recipe);
    const BriefingRecipeResult read = readRecipe(toValue(recipe));
    QCOMPARE(read.problems, QStringList());
    QVERIFY(read.recipe == recipe);
}

void TestBriefingRecipe::writesOnlyWhatDiffers()
{
    QVERIFY(toValue({}).isEmpty());
    QVERIFY(readRecipe({}).problems.isEmpty());
    BriefingRecipe recipe;
    recipe.notice = u"Draft"_s;
    QCOMPARE(toValue(recipe), Value(Value::Map{{u"notice"_s, u"Draft"_s}}));
}

void TestBriefingRecipe::complains_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("about");
    const auto row = [](const char *name, const QString &key, const Value &value) {
        QTest::newRow(name) << Value(Value::Map{{key, value}}) << key;
    };
    QTest::newRow("a text") << Value(u"pdf"_s) << u"briefing"_s;
    QTest::newRow("a list") << Value(Value::List{Value(true)}) << u"briefing"_s;
    row("a paper that is not known", u"paper"_s, u"a3"_s);
    row("three margins", u"margins"_s, Value::List{Value(10.0), Value(10.0), Value(10.0)});
    row("a margin that is too wide", u"margins"_s, Value::List{Value(10.0), Value(10.0), Value(10.0), Value(300.0)});
    row("a margin in words", u"margins"_s, Value::List{Value(10.0), Value(10.0), Value(10.0), Value(u"wide"_s)});
    row("a color that is none", u"color"_s, u"red"_s);
    row("an unknown part", u"parts"_s, Value::List{Value(u"index"_s)});
    row("a logo out of the corpus", u"logo"_s, u"../../secret.png"_s);
    row("a logo anywhere", u"logo"_s, u"/etc/logo.png"_s);
    row("a key that is not known", u"papper"_s, u"a4"_s);
}

void TestBriefingRecipe::complains()
{
    QFETCH(Value, value);
    QFETCH(QString, about);
    const BriefingRecipeResult read = readRecipe(value);
    QCOMPARE(read.problems.size(), 1);
    QVERIFY2(read.problems.first().contains(u'"' + about + u'"'), qPrintable(read.problems.first()));
    QVERIFY(read.recipe.logo.isEmpty());
    QVERIFY(read.recipe.margins == BriefingRecipe().margins);
}

QTEST_GUILESS_MAIN(TestBriefingRecipe)
#include "tst_briefingrecipe.moc"
