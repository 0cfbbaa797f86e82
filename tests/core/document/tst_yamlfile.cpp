#include "core/document/yamlfile.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestYamlFile : public QObject {
    Q_OBJECT

private slots:
    void sets_data();
    void sets();
    void keepsWhatIsNotEdited_data();
    void keepsWhatIsNotEdited();
    void readsTheFirstDocument();
    void refuses_data();
    void refuses();
};

void TestYamlFile::sets_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("plain") << "name: a\nquery: from:go\n"_ba
                           << "name: b\nquery: from:go\n"_ba;
    QTest::newRow("no final newline") << "query: x\nname: a"_ba
                                      << "query: x\nname: b"_ba;
    QTest::newRow("CRLF") << "name: a\r\nquery: x\r\n"_ba
                          << "name: b\r\nquery: x\r\n"_ba;
    QTest::newRow("CRLF, no final one") << "query: x\r\nname: a"_ba
                                        << "query: x\r\nname: b"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFname: a\n"_ba
                                     << "\xEF\xBB\xBFname: b\n"_ba;
    QTest::newRow("start mark") << "---\nname: a\n"_ba
                                << "---\nname: b\n"_ba;
    QTest::newRow("directive and comment before it") << "# view\n%YAML 1.2\n---\nname: a\n"_ba
                                                     << "# view\n%YAML 1.2\n---\nname: b\n"_ba;
    QTest::newRow("end mark") << "name: a\n...\n"_ba
                              << "name: b\n...\n"_ba;
    QTest::newRow("another document behind it") << "name: a\n--- # next\nname: a\n"_ba
                                                << "name: b\n--- # next\nname: a\n"_ba;
    QTest::newRow("comments") << "# first\nname:   a # here\n# last\n"_ba
                              << "# first\nname:   b # here\n# last\n"_ba;
    QTest::newRow("new key") << "query: x\n"_ba
                             << "query: x\nname: b\n"_ba;
    QTest::newRow("new key, no final newline") << "query: x"_ba
                                               << "query: x\nname: b"_ba;
    QTest::newRow("empty file") << ""_ba
                                << "name: b\n"_ba;
    QTest::newRow("a value on the mark's line") << "--- {name: a}\n...\n"_ba << "--- {name: b}\n...\n"_ba;
    QTest::newRow("dashes in a text") << "name: a\ntext: |\n  ---\n  x\n"_ba
                                      << "name: b\ntext: |\n  ---\n  x\n"_ba;
}

void TestYamlFile::sets()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto edited = YamlFile::parse(before).applyEdits({Edit::set(FieldPath(u"name"_s), u"b"_s)});
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
    QCOMPARE(*edited, after);
    QCOMPARE(YamlFile::parse(*edited).tree().find(u"name")->text, u"b"_s);
}

void TestYamlFile::keepsWhatIsNotEdited_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("only a mark") << "---\n"_ba;
    QTest::newRow("only comments") << "# a\n\n# b"_ba;
    QTest::newRow("blanks at the end") << "a: b \n \n\n"_ba;
    QTest::newRow("mixed line ends") << "a: b\r\nc: d\ne: f\r\n"_ba;
}

void TestYamlFile::keepsWhatIsNotEdited()
{
    QFETCH(QByteArray, bytes);
    const auto edited = YamlFile::parse(bytes).applyEdits({});
    QVERIFY(edited);
    QCOMPARE(*edited, bytes);
}

void TestYamlFile::readsTheFirstDocument()
{
    const YamlFile file = YamlFile::parse("%YAML 1.2\n---\na: [1, 2]\n---\na: 3\n");
    QVERIFY(!file.isBroken());
    QCOMPARE(file.tree().find(u"a")->items.size(), 2u);
}

void TestYamlFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("broken") << "name: [a\n"_ba;
    QTest::newRow("a list") << "- a\n"_ba;
    QTest::newRow("a key twice") << "name: a\nname: b\n"_ba;
}

void TestYamlFile::refuses()
{
    QFETCH(QByteArray, bytes);
    const auto edited = YamlFile::parse(bytes).applyEdits({Edit::set(FieldPath(u"name"_s), u"b"_s)});
    QVERIFY2(!edited, edited ? edited->constData() : "");
    QVERIFY(!edited.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestYamlFile)
#include "tst_yamlfile.moc"
