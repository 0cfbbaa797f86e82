#include "core/query/column.h"
#include "tests/core/query/testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

QString valuesAt(const Column &column, int position)
{
    QStringList texts;
    for (const int number : column.at(position))
        texts.append(column.values().at(number));
    return texts.join(u'|');
}

QString ranked(Column &column, bool byValue)
{
    QStringList texts;
    for (const int number : column.ranked(byValue))
        texts.append(column.values().at(number));
    return texts.join(u'|');
}

} // namespace

class TestColumn : public QObject {
    Q_OBJECT

private slots:
    void grows();
    void ranks();
    void mergesSpellings();
    void keepsSpellingsApart();
    void countsInASet_data();
    void countsInASet();
};

void TestColumn::grows()
{
    TestCorpus test("fields: {from: {type: list}}");
    Column column(u"from"_s);
    column.extend(test.corpus);
    QCOMPARE(column.size(), 0);
    test.add(u"a"_s, "from: [Go, C, Go]");
    test.add(u"b"_s, "title: none");
    column.extend(test.corpus);
    test.add(u"c"_s, "from: C");
    column.extend(test.corpus);
    column.extend(test.corpus);
    QCOMPARE(column.size(), 3);
    QCOMPARE(valuesAt(column, 0), u"Go|C"_s);
    QCOMPARE(valuesAt(column, 1), QString());
    QCOMPARE(valuesAt(column, 2), u"C"_s);
    QCOMPARE(column.totals(), (std::vector<int>{1, 2}));
    column.clear();
    QCOMPARE(column.size(), 0);
    QVERIFY(column.values().isEmpty());
}

void TestColumn::ranks()
{
    TestCorpus test("fields: {x: {type: list}}");
    test.add(u"a"_s, "x: [b, go, 2020]");
    test.add(u"b"_s, "x: [b, Go, a]");
    Column frequent(u"x"_s);
    frequent.extend(test.corpus);
    QCOMPARE(ranked(frequent, false), u"b|2020|a|Go|go"_s);
    Column byValue(u"x"_s);
    byValue.extend(test.corpus);
    QCOMPARE(ranked(byValue, true), u"2020|a|b|Go|go"_s);
    test.add(u"c"_s, "x: [a, a0, a]");
    test.add(u"d"_s, "x: [a]");
    frequent.extend(test.corpus);
    QCOMPARE(ranked(frequent, false), u"a|b|2020|a0|Go|go"_s);
}

void TestColumn::mergesSpellings()
{
    TestCorpus test("{fields: {x: {type: list, vocabulary: [Cloud]}, kind: {type: choice}}, groups: [{value: Yes}],"
                    " roles: {group: kind}}");
    test.add(u"a"_s, "x: [go, Go, cloud]\nkind: yes please");
    test.add(u"b"_s, "x: [GO, caf\xC3\xA9]\nkind: 'YES'");
    test.add(u"c"_s, "x: [cafe, \xCC\x81, \xCC\x88]\nkind: 'yes'");
    Column lists(u"x"_s, Column::Spellings::Together);
    lists.extend(test.corpus);
    QCOMPARE(valuesAt(lists, 0), u"go|Cloud"_s);
    QCOMPARE(valuesAt(lists, 1), u"go|caf\u00E9"_s);
    QCOMPARE(valuesAt(lists, 2), u"caf\u00E9|\u0301|\u0308"_s); // what folds to nothing is not the same
    QCOMPARE(lists.totals(), (std::vector<int>{2, 1, 2, 1, 1}));
    Column groups(u"kind"_s, Column::Spellings::Together);
    groups.extend(test.corpus);
    QCOMPARE(groups.values(), QStringList({u"yes please"_s, u"Yes"_s}));
}

void TestColumn::keepsSpellingsApart()
{
    TestCorpus test("fields: {x: {}, n: {type: number}}");
    test.add(u"a"_s, "{x: go, n: '12'}");
    test.add(u"b"_s, "{x: Go, n: '\xEF\xBC\x91\xEF\xBC\x92'}"); // digits of full width are no number
    for (const QString &path : {u"x"_s, u"n"_s}) {
        Column column(path, Column::Spellings::Together);
        column.extend(test.corpus);
        QCOMPARE(column.values().size(), 2);
    }
}

void TestColumn::countsInASet_data()
{
    QTest::addColumn<int>("values"); // few are counted by their bits, many case by case
    QTest::addColumn<int>("every");
    for (const int values : {1, 2, 7, 90}) {
        for (const int every : {1, 2, 13, 1000})
            QTest::addRow("%d values, each case in %d", values, every) << values << every;
    }
}

void TestColumn::countsInASet()
{
    QFETCH(int, values);
    QFETCH(int, every);
    TestCorpus test("fields: {x: {type: list}}");
    Column column(u"x"_s);
    // Twice, so that what is kept for the first cases grows; neither a multiple of 64.
    for (const int size : {70, 203}) {
        while (test.corpus.size() < size) {
            const int i = test.corpus.size();
            QByteArray list = 'v' + QByteArray::number(i % values);
            if (i % 3 == 0)
                list += ", v" + QByteArray::number(i % 5 % values);
            test.add(u"case-"_s + QString::number(i),
                     i % 11 == 0 ? QByteArray("y: 1") : QByteArray("x: [" + list + ']'));
        }
        column.extend(test.corpus);
        CaseSet cases(size);
        std::vector<int> expected(column.totals().size());
        int count = 0;
        for (int position = 0; position < size; position += every) {
            cases.insert(position);
            ++count;
            for (const int number : column.at(position))
                ++expected[static_cast<std::size_t>(number)];
        }
        QCOMPARE(cases.count(), count);
        QCOMPARE(column.countsIn(cases), expected);
    }
}

QTEST_GUILESS_MAIN(TestColumn)
#include "tst_column.moc"
