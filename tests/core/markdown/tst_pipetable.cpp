#include "core/markdown/pipetable.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestPipeTable : public QObject {
    Q_OBJECT

private slots:
    void delimiterRow_data();
    void delimiterRow();
    void row_data();
    void row();
    void rowStopsAtTheLimit();
    void placeInAParagraph();
};

void TestPipeTable::delimiterRow_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("columns"); // n, l, c, r for each; "-" for no delimiter row
    QTest::newRow("plain") << QByteArray("|---|---|") << u"nn"_s;
    QTest::newRow("aligned") << QByteArray("|:-|:-:|-:|") << u"lcr"_s;
    QTest::newRow("spaces") << QByteArray(" | :--- |\t---: | ") << u"lr"_s;
    QTest::newRow("no outer pipes") << QByteArray("-|-") << u"nn"_s;
    QTest::newRow("one, with a pipe") << QByteArray("|-") << u"n"_s;
    QTest::newRow("no pipe") << QByteArray("---") << u"-"_s;
    QTest::newRow("empty cell") << QByteArray("|-||-|") << u"-"_s;
    QTest::newRow("colon alone") << QByteArray("|:|-|") << u"-"_s;
    QTest::newRow("colon inside") << QByteArray("|-:-|-|") << u"-"_s;
    QTest::newRow("gap") << QByteArray("|- -|-|") << u"-"_s;
    QTest::newRow("letter") << QByteArray("|-a|-|") << u"-"_s;
    QTest::newRow("empty") << QByteArray("") << u"-"_s;
}

void TestPipeTable::delimiterRow()
{
    QFETCH(QByteArray, line);
    const auto columns = parseDelimiterRow(line);
    QString found = columns ? QString() : u"-"_s;
    for (ColumnAlignment alignment : columns.value_or(QList<ColumnAlignment>()))
        found += u"nlcr"[static_cast<int>(alignment)];
    QTEST(found, "columns");
}

void TestPipeTable::row_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArrayList>("cells");
    QTest::newRow("outer pipes") << QByteArray("| a | b |") << QByteArrayList{"a", "b"};
    QTest::newRow("none") << QByteArray("a | b") << QByteArrayList{"a", "b"};
    QTest::newRow("no pipe") << QByteArray("a") << QByteArrayList{"a"};
    QTest::newRow("empty cells") << QByteArray("|||") << QByteArrayList{"", ""};
    QTest::newRow("escaped") << QByteArray("|a \\| b|") << QByteArrayList{"a | b"};
    QTest::newRow("escaped at the end") << QByteArray("|a\\|") << QByteArrayList{"a|"};
    QTest::newRow("backslash before a pipe that ends a cell")
        << QByteArray("|a\\\\|b|") << QByteArrayList{"a\\\\", "b"};
    QTest::newRow("other escapes stay") << QByteArray("|\\*a\\*|") << QByteArrayList{"\\*a\\*"};
    QTest::newRow("lone backslash") << QByteArray("a\\") << QByteArrayList{"a\\"};
}

void TestPipeTable::row()
{
    QFETCH(QByteArray, line);
    QTEST(splitTableRow(line, 100), "cells");
}

void TestPipeTable::rowStopsAtTheLimit()
{
    QCOMPARE(splitTableRow("|a|b|c|", 2), (QByteArrayList{"a", "b"}));
}

void TestPipeTable::placeInAParagraph()
{
    const auto place = findPipeTable({"words", "|a|b|", "|-|-|", "|1|2|"});
    QVERIFY(place);
    QCOMPARE(place->headerLine, 1);
    QCOMPARE(place->columns.size(), 2);
    QVERIFY(!findPipeTable({"|-|-|"}));
    QVERIFY(!findPipeTable({}));
}

QTEST_GUILESS_MAIN(TestPipeTable)
#include "tst_pipetable.moc"
