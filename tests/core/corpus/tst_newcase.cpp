#include "core/corpus/casetemplate.h"
#include "core/corpus/loader.h"
#include "core/corpus/newcase.h"
#include "core/document/document.h"
#include "tests/core/corpus/testfolder.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

Schema testSchema()
{
    Schema schema;
    schema.fields.append(Field());
    schema.fields.last().id = u"title"_s;
    schema.fields.append(Field());
    schema.fields.last().id = u"decision"_s;
    schema.fields.last().type = FieldType::Choice;
    schema.setRole(u"title"_s, u"title"_s);
    schema.setRole(u"group"_s, u"decision"_s);
    return schema;
}

NewCase given(const QString &title, const QString &group = u"adopting"_s)
{
    return {u"an-id"_s, title, group, QDate(2026, 3, 9)};
}

} // namespace

class TestNewCase : public QObject {
    Q_OBJECT

private slots:
    void fills_data();
    void fills();
    void anyTitleReadsBack_data();
    void anyTitleReadsBack();
    void withoutAGroup();
    void refuses_data();
    void refuses();
    void readsTheCorpusTemplate();
    void withoutATemplate();
    void templateThatLeadsOutside();
    void templateIsNoCase_data();
    void templateIsNoCase();
    void takenIds();
};

void TestNewCase::fills_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("filled");
    QTest::newRow("plain") << "---\ntitle: {{title}}\ndecision: {{group}}\nreviewed: {{date}}\nyear: {{year}}\n---\n"_ba
                           << "---\ntitle: A case\ndecision: adopting\nreviewed: 2026-03-09\nyear: 2026\n---\n"_ba;
    QTest::newRow("quoted") << "---\ntitle: \"{{title}}\"\ndecision: '{{group}}'\n---\n"_ba
                            << "---\ntitle: \"A case\"\ndecision: 'adopting'\n---\n"_ba;
    QTest::newRow("blanks in the braces, comments and columns")
        << "---\n# {{title}} of {{date}}\ntitle:      {{ title }}   # the name\ndecision:\n---\n"_ba
        << "---\n# A case of 2026-03-09\ntitle:      A case   # the name\ndecision: adopting\n---\n"_ba;
    QTest::newRow("inside a text") << "---\ntitle: About {{title}}\ndecision: x\n---\n"_ba
                                   << "---\ntitle: About A case\ndecision: adopting\n---\n"_ba;
    QTest::newRow("in a list and a map")
        << "---\ntitle:\ntags: [{{group}}, new]\nlog: {by: me, on: {{date}}}\n---\n"_ba
        << "---\ntitle: A case\ntags: [adopting, new]\nlog: {by: me, on: 2026-03-09}\n---\n"_ba;
    QTest::newRow("keys without placeholders are set")
        << "---\ntitle: Title of the case\ndecision:\nother: x\n---\nBody\n"_ba
        << "---\ntitle: A case\ndecision: adopting\nother: x\n---\nBody\n"_ba;
    QTest::newRow("body")
        << "---\ntitle:\ndecision:\n---\n# {{title}} ({{id}})\n\n{{ other }} {{date}}\n"_ba
        << "---\ntitle: A case\ndecision: adopting\n---\n# A case (an-id)\n\n{{ other }} 2026-03-09\n"_ba;
    QTest::newRow("a heading for a title") << "---\ndecision: x\n---\n# {{title}}\n"_ba
                                           << "---\ndecision: adopting\n---\n# A case\n"_ba;
    QTest::newRow("nothing of title and group") << "---\ntags: []\n---\nBody\n"_ba
                                                << "---\ntitle: A case\ndecision: adopting\ntags: []\n---\nBody\n"_ba;
    QTest::newRow("CRLF") << "---\r\ntitle: {{title}}\r\ndecision:\r\n---\r\nBody\r\n"_ba
                          << "---\r\ntitle: A case\r\ndecision: adopting\r\n---\r\nBody\r\n"_ba;
    QTest::newRow("words that look like our marks")
        << "---\ntitle: {{title}}\ndecision: {{group}}\nx: placeholder0oftitle\n---\n"_ba
        << "---\ntitle: A case\ndecision: adopting\nx: placeholder0oftitle\n---\n"_ba;
    QTest::newRow("TOML") << "+++\ntitle = \"{{title}}\"\n+++\n{{date}}\n"_ba
                          << "+++\ntitle = \"A case\"\n+++\n2026-03-09\n"_ba;
}

void TestNewCase::fills()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, filled);
    const auto result = fillTemplate(text, testSchema(), given(u"A case"_s));
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, filled);
}

void TestNewCase::anyTitleReadsBack_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("colon") << u"Read States: Go → Rust"_s;
    QTest::newRow("number") << u"2020"_s;
    QTest::newRow("truth") << u"true"_s;
    QTest::newRow("quotes") << u"The \"new\" one's"_s;
    QTest::newRow("comment") << u"C # or not"_s;
    QTest::newRow("brackets") << u"[a], {b}"_s;
    QTest::newRow("backslash") << u"a\\b"_s;
    QTest::newRow("a placeholder") << u"{{date}}"_s;
}

void TestNewCase::anyTitleReadsBack()
{
    QFETCH(QString, title);
    for (const char *text : {"---\ntitle: {{title}}\n---\n", "---\ntitle: \"{{title}}\"\n---\n",
                             "---\ntitle: '{{title}}'\n---\n", "---\ntitle:\n---\n"}) {
        const auto result = fillTemplate(text, testSchema(), given(title));
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        const Document document = Document::parse(*result);
        QVERIFY2(!document.isBroken(), result->constData());
        QCOMPARE(toValue(document.tree())[u"title"], Value(title));
    }
}

void TestNewCase::withoutAGroup()
{
    const auto result =
        fillTemplate("---\ntitle: {{title}}\ndecision: {{group}}\n---\n", testSchema(), given(u"A"_s, {}));
    QVERIFY(result);
    QCOMPARE(toValue(Document::parse(*result).tree())[u"decision"], Value());
    const auto kept = fillTemplate("---\ntitle:\ndecision: open\n---\n", testSchema(), given(u"A"_s, {}));
    QVERIFY(kept);
    QCOMPARE(*kept, "---\ntitle: A\ndecision: open\n---\n"_ba);
}

void TestNewCase::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("broken") << "---\ntitle: x\nlist: [a\n---\n"_ba << u"template.md"_s;
    QTest::newRow("unclosed") << "---\ntitle: x\n"_ba << u"line 1"_s;
    QTest::newRow("a key twice") << "---\ntitle: x\ntitle: y\n---\n"_ba << u"template.md"_s;
}

void TestNewCase::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto result = fillTemplate(text, testSchema(), given(u"A case"_s));
    QVERIFY2(!result, result ? result->constData() : "");
    QVERIFY2(result.error().message.contains(message), qPrintable(result.error().message));
}

void TestNewCase::readsTheCorpusTemplate()
{
    TestFolder folder;
    folder.write(u"corpus.yaml"_s, "name: x\n");
    folder.write(u"template.md"_s, "---\ntitle: {{title}}\n---\nOurs\n");
    const auto layout = findLayout(folder.root());
    QVERIFY(layout);
    const auto bytes = newCaseBytes(*layout, testSchema(), given(u"A case"_s, {}));
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().message));
    QCOMPARE(*bytes, "---\ntitle: A case\n---\nOurs\n"_ba);
}

void TestNewCase::withoutATemplate()
{
    TestFolder folder;
    const auto layout = findLayout(folder.root());
    QVERIFY(layout);
    const auto bytes = newCaseBytes(*layout, testSchema(), given(u"A case"_s));
    QVERIFY(bytes);
    QCOMPARE(*bytes, newCaseText(testSchema(), u"A case"_s, u"adopting"_s));
}

void TestNewCase::templateThatLeadsOutside()
{
    TestFolder folder;
    folder.write(u"../secret.md"_s, "secret {{title}}\n");
    folder.link(folder.path(u"../secret.md"_s), u"template.md"_s);
    const auto layout = findLayout(folder.root());
    QVERIFY(layout);
    const auto bytes = newCaseBytes(*layout, testSchema(), given(u"A case"_s));
    QVERIFY(!bytes);
    QVERIFY(bytes.error().message.contains(u"template.md"_s));
}

void TestNewCase::templateIsNoCase_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("a folder of Markdown")
        << QStringList{u"template.md"_s, u"a.md"_s, u"x/template.md"_s} << QStringList{u"a"_s, u"x/template"_s};
    QTest::newRow("a corpus with its cases at the top")
        << QStringList{u"corpus.yaml"_s, u"template.md"_s, u"a.md"_s} << QStringList{u"a"_s};
    QTest::newRow("a corpus") << QStringList{u"corpus.yaml"_s, u"template.md"_s, u"cases/a.md"_s,
                                             u"cases/template.md"_s}
                              << QStringList{u"a"_s, u"template"_s};
}

void TestNewCase::templateIsNoCase()
{
    QFETCH(QStringList, files);
    QFETCH(QStringList, ids);
    TestFolder folder;
    for (const QString &name : files)
        folder.write(name, "name: x\n");
    const auto corpus = loadCorpus(folder.root());
    QVERIFY(corpus);
    QStringList found;
    for (const CaseStudyPtr &study : corpus->cases())
        found.append(study->id);
    QCOMPARE(found, ids);
}

void TestNewCase::takenIds()
{
    TestFolder folder;
    folder.write(u"a.md"_s, "x");
    folder.link(folder.path(u"nowhere"_s), u"link.md"_s);
    const auto layout = findLayout(folder.root());
    QVERIFY(layout);
    QVERIFY(isIdTaken(*layout, u"a"_s));
    QVERIFY(isIdTaken(*layout, u"link"_s));
    QVERIFY(isIdTaken(*layout, u"template"_s));
    QVERIFY(!isIdTaken(*layout, u"x/template"_s));
    QVERIFY(!isIdTaken(*layout, u"b"_s));
}

QTEST_GUILESS_MAIN(TestNewCase)
#include "tst_newcase.moc"
