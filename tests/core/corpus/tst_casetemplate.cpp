#include "core/corpus/casetemplate.h"
#include "core/corpus/layout.h"
#include "core/corpus/schemareader.h"
#include "core/validation/validation.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

Value readBack(const QString &yaml)
{
    const QByteArray file = (u"---\n"_s + yaml + u": "_s + yaml + u"\n---\n"_s).toUtf8();
    const Document document = Document::parse(file);
    if (document.isBroken() || !document.problems().isEmpty() || document.tree().keys.size() != 1)
        return {};
    const Value value = toValue(document.tree());
    return value.entries().front().first == value.entries().front().second.toText() ? value.entries().front().second
                                                                                    : Value();
}

} // namespace

class TestCaseTemplate : public QObject {
    Q_OBJECT

private slots:
    void yaml_data();
    void yaml();
    void yamlOfAnything();
    void ids_data();
    void ids();
    void freeIds();
    void newCase();
    void newCaseWithoutADescription();
};

void TestCaseTemplate::yaml_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"Read States (service)"_s << u"Read States (service)"_s;
    QTest::newRow("umlauts") << u"Übung"_s << u"Übung"_s;
    QTest::newRow("a date") << u"2020-01-01"_s << u"2020-01-01"_s;
    QTest::newRow("empty") << QString() << u"\"\""_s;
    QTest::newRow("a number") << u"2020"_s << u"\"2020\""_s;
    QTest::newRow("null") << u"null"_s << u"\"null\""_s;
    QTest::newRow("yes, for other programs") << u"Yes"_s << u"\"Yes\""_s;
    QTest::newRow("colon") << u"Rust: why"_s << u"\"Rust: why\""_s;
    QTest::newRow("comment") << u"a #b"_s << u"\"a #b\""_s;
    QTest::newRow("dash") << u"- a"_s << u"\"- a\""_s;
    QTest::newRow("quotes and backslashes") << uR"(say "no" \)"_s << uR"("say \"no\" \\")"_s;
    QTest::newRow("lines") << u"a\nb\r\tc"_s << u"\"a\\nb\\u000d\\u0009c\""_s;
    QTest::newRow("controls") << u"a\x1B\u0085\u2028"_s << u"\"a\\u001b\\u0085\\u2028\""_s;
    QTest::newRow("blank at the end") << u"a "_s << u"\"a \""_s;
}

void TestCaseTemplate::yaml()
{
    QFETCH(QString, text);
    QTEST(yamlText(text), "expected");
    QCOMPARE(readBack(yamlText(text)).toText(), text);
    QVERIFY(readBack(yamlText(text)).isString());
}

void TestCaseTemplate::yamlOfAnything()
{
    QRandomGenerator random(5);
    const QString alphabet = u"aZ9 -_./()+'\"\\:#,[]{}&*!|>%@`?~=\t\n\r\u0001\u007F\u0085\u00A0\uFEFFäß東\u0301"_s;
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int i = random.bounded(7); i > 0; --i)
            text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        const Value value = readBack(yamlText(text));
        if (!value.isString() || value.toText() != text)
            QCOMPARE(value.toText(), text);
    }
}

void TestCaseTemplate::ids_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    QTest::newRow("usual") << u"Read States: Go → Rust"_s << u"read-states-go-rust"_s;
    QTest::newRow("accents") << u"Ärger im Café"_s << u"arger-im-cafe"_s;
    QTest::newRow("signs at both ends") << u"-- C++ --"_s << u"c"_s;
    QTest::newRow("nothing is left") << u"東京"_s << u"case"_s;
    QTest::newRow("empty") << QString() << u"case"_s;
    QTest::newRow("up") << u"../../etc"_s << u"etc"_s;
    QTest::newRow("cut at a dash") << QString(59, u'a') + u" b c"_s << QString(59, u'a');
}

void TestCaseTemplate::ids()
{
    QFETCH(QString, title);
    const QString id = idFromTitle(title);
    QTEST(id, "expected");
    QVERIFY(isValidId(id));
}

void TestCaseTemplate::freeIds()
{
    const QStringList taken{u"a"_s, u"a-2"_s, u"a-3"_s};
    const auto isTaken = [&](const QString &id) { return taken.contains(id); };
    QCOMPARE(freeId(u"b"_s, isTaken), u"b"_s);
    QCOMPARE(freeId(u"a"_s, isTaken), u"a-4"_s);
}

void TestCaseTemplate::newCase()
{
    QFile file(QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust/corpus.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Schema schema = readSchema(file.readAll()).schema;
    Field strange;
    strange.id = u"a: [b"_s;
    schema.fields.append(strange);
    const Document document = Document::parse(newCaseText(schema, u"A \"new\": one"_s, u"adopting"_s));
    QVERIFY(!document.isBroken());
    QVERIFY(document.problems().isEmpty());
    const Value fields = toValue(document.tree());
    QCOMPARE(fields[u"title"].toText(), u"A \"new\": one"_s);
    QCOMPARE(fields[u"decision"].toText(), u"adopting"_s);
    for (const Field &field : schema.fields)
        QVERIFY2(fields.contains(field.id), qPrintable(field.id));
    // What is left to say is what is required and cannot be known, and nothing else.
    for (const Problem &problem : validateCase(document, schema, u"x"_s))
        QVERIFY2(problem.message.endsWith(u"is missing."), qPrintable(problem.message));
}

void TestCaseTemplate::newCaseWithoutADescription()
{
    Schema schema;
    schema.inferred = true;
    schema.setRole(u"group"_s, u"my: status"_s);
    const Document document = Document::parse(newCaseText(schema, u"A\nB"_s, u"no"_s));
    QVERIFY(!document.isBroken());
    QCOMPARE(toValue(document.tree())[u"my: status"].toText(), u"no"_s);
    QCOMPARE(document.bodyText().toByteArray(), QByteArray("\n# A B\n\n"));
}

QTEST_GUILESS_MAIN(TestCaseTemplate)
#include "tst_casetemplate.moc"
