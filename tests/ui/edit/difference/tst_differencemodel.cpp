#include "core/base/texts.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/colors.h"
#include "ui/edit/difference/differencecolors.h"
#include "ui/edit/difference/differencemodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestDifferenceModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installTexts(); }
    void rows();
    void opens();
    void keepsWhatIsOpen();
    void speaks();
    void marksWords();
    void colorsAreReadable_data();
    void colorsAreReadable();

private:
    static QStringList texts(const DifferenceModel &model);
};

static QByteArray numbered(int first, int last)
{
    QByteArray text;
    for (int i = first; i <= last; ++i)
        text += QByteArray::number(i) + '\n';
    return text;
}

static const QByteArray before = numbered(1, 20);
static const QByteArray after = numbered(1, 9) + "ten\n" + numbered(11, 20) + "21\n";

QStringList TestDifferenceModel::texts(const DifferenceModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row).data().toString());
    return result;
}

void TestDifferenceModel::rows()
{
    DifferenceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setDifference(TextDifference(before, after));
    QCOMPARE(texts(model),
             (QStringList{u"6 unchanged lines"_s, u" 7"_s, u" 8"_s, u" 9"_s, u"-10"_s, u"+ten"_s, u" 11"_s, u" 12"_s,
                          u" 13"_s, u"4 unchanged lines"_s, u" 18"_s, u" 19"_s, u" 20"_s, u"+21"_s}));
    QCOMPARE(model.rowOfHunk(0), 4);
    QCOMPARE(model.rowOfHunk(1), 13);
    QCOMPARE(model.rowOfHunk(2), -1);
    model.setLayout(DifferenceLayout::SideBySide);
    QCOMPARE(texts(model).at(4), u"-10\n+ten"_s);
    QCOMPARE(model.rowCount(), 13);
    model.setDifference({});
    QCOMPARE(model.rowCount(), 0);
}

void TestDifferenceModel::opens()
{
    DifferenceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDifference(TextDifference(before, after));
    model.open(4); // hides nothing
    QCOMPARE(model.rowCount(), 14);
    model.open(9);
    QCOMPARE(texts(model).sliced(8, 6), (QStringList{u" 13"_s, u" 14"_s, u" 15"_s, u" 16"_s, u" 17"_s, u" 18"_s}));
    model.open(0);
    QCOMPARE(texts(model).sliced(0, 4), (QStringList{u" 1"_s, u" 2"_s, u" 3"_s, u" 4"_s}));
    QCOMPARE(model.rowCount(), 22);
}

void TestDifferenceModel::keepsWhatIsOpen()
{
    DifferenceModel model;
    model.setDifference(TextDifference(before, after));
    model.open(0);
    const int open = model.rowCount();
    model.setLayout(DifferenceLayout::SideBySide);
    QCOMPARE(model.rowCount(), open - 1);
    QCOMPARE(texts(model).first(), u" 1"_s);
    model.setDifference(TextDifference(before, after));
    QCOMPARE(texts(model).first(), u"6 unchanged lines"_s);
}

void TestDifferenceModel::speaks()
{
    DifferenceModel model;
    model.setDifference(TextDifference(before, after));
    const auto spoken = [&model](int row) { return model.index(row).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spoken(0), u"6 unchanged lines, not shown"_s);
    QCOMPARE(spoken(1), u"Line 7: 7"_s);
    QCOMPARE(spoken(4), u"Line 10, removed: 10"_s);
    QCOMPARE(spoken(5), u"Line 10, added: ten"_s);
}

void TestDifferenceModel::marksWords()
{
    DifferenceModel model;
    model.setDifference(TextDifference("a b\nx\n", "a c\nx\ny\n"));
    QCOMPARE(model.marks(TextSide::Old, model.row(0)), (QList<WordRange>{{2, 1}}));
    QCOMPARE(model.marks(TextSide::New, model.row(1)), (QList<WordRange>{{2, 1}}));
    QCOMPARE(model.marks(TextSide::New, model.row(2)), QList<WordRange>()); // the same on both sides
    QCOMPARE(model.marks(TextSide::New, model.row(3)), QList<WordRange>()); // new as a whole
}

void TestDifferenceModel::colorsAreReadable_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void TestDifferenceModel::colorsAreReadable()
{
    QFETCH(Appearance, appearance);
    applyAppearance(*qApp, appearance);
    const QPalette palette = QApplication::palette();
    const QColor text = palette.color(QPalette::Text);
    for (const TextSide side : {TextSide::Old, TextSide::New}) {
        QVERIFY(contrast(text, lineTint(side, palette)) >= 7);
        QVERIFY(contrast(text, wordTint(side, palette)) >= 4.5);
        QVERIFY(contrast(signColor(side, palette), lineTint(side, palette)) >= 4.5);
        QVERIFY(lineTint(side, palette) != palette.color(QPalette::Base));
        QVERIFY(wordTint(side, palette) != lineTint(side, palette));
    }
}

CASEBOOK_GUI_TEST(TestDifferenceModel)
#include "tst_differencemodel.moc"
