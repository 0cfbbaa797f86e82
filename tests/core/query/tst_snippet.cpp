#include "core/base/fold.h"
#include "core/query/snippet.h"
#include "testcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(
name: Test
roles: {title: title, organization: organization}
fields:
  title: {type: text, label: Title}
  organization: {type: text, label: Organization}
  stage: {type: choice, label: Stage, vocabulary: stages}
  claims:
    type: records
    label: Claims
    fields:
      text: {type: text, label: Claim}
      reason: {type: choice, label: Reason}
vocabularies:
  stages:
    - {id: live, label: In production}
)";

const QByteArray frontMatter = R"(title: The Straße
organization: Acme
stage: live
claims:
  - {text: "At first nothing happened, and after two minutes the collector ran for a long, long while.", reason: long-pauses}
extra-notes: Found in the drawer)";

/// With the marks in brackets.
QString marked(const Snippet &snippet)
{
    QString text = snippet.text;
    for (auto mark = snippet.marks.crbegin(); mark != snippet.marks.crend(); ++mark)
        text.insert(mark->end(), u']').insert(mark->start, u'[');
    return text;
}

} // namespace

class TestSnippet : public QObject {
    Q_OBJECT

private slots:
    void snippets_data();
    void snippets();
    void showsNoMarks_data();
    void showsNoMarks();
    void asksForTheBodyOnlyWhereNeeded();
    void excerpts_data();
    void excerpts();
};

void TestSnippet::snippets_data()
{
    QTest::addColumn<QStringList>("sought");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &sought, const QString &label, const QString &expected) {
        QTest::newRow(name) << sought << label << expected;
    };
    row("in the title, which is shown", {u"strasse"_s}, {}, {});
    row("shown in two places", {u"strasse"_s, u"acme"_s}, {}, {});
    row("nowhere", {u"zebra"_s}, {}, {});
    row("nothing sought", {}, {}, {});
    row("in a claim", {u"collector"_s}, u"Claims"_s,
        u"… after two minutes the [collector] ran for a long, long while."_s);
    row("one shown, one not", {u"strasse"_s, u"ran"_s}, u"Claims"_s,
        u"… minutes the collector [ran] for a long, long while."_s);
    row("the field with most of them", {u"two"_s, u"long"_s, u"ran"_s}, u"Claims"_s,
        u"… happened, and after [two] minutes the collector [ran] for a [long], [long] while."_s);
    row("a text before a term", {u"long"_s}, u"Claims"_s, u"… the collector ran for a [long], [long] while."_s);
    row("a term by its label", {u"production"_s}, u"Stage"_s, u"In [production]"_s);
    row("a term by its id", {u"live"_s}, u"Stage"_s, u"[live]"_s);
    row("a field that no schema knows", {u"drawer"_s}, u"Extra notes"_s, u"Found in the [drawer]"_s);
    row("in the body", {u"epilogue"_s}, u"Text"_s, u"An [epilogue]."_s);
    row("a phrase over lines of the body", {u"epilogue. and"_s}, u"Text"_s, u"An [epilogue. And] more."_s);
}

void TestSnippet::snippets()
{
    QFETCH(QStringList, sought);
    const TestCorpus corpus(description);
    const CaseStudyPtr study = corpus.makeCase(u"a"_s, frontMatter);
    QList<QByteArray> needles;
    for (const QString &one : sought)
        needles.append(fold(one));
    const QString body = sought.contains(u"epilogue"_s) ? u"An epilogue."_s : u"An epilogue.\nAnd more."_s;
    const Snippet snippet =
        snippetOf(*study, corpus.corpus.schema(), needles, {study->title, u"Acme"_s}, [&] { return body; });
    QTEST(snippet.label, "label");
    QTEST(marked(snippet), "expected");
}

void TestSnippet::showsNoMarks_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("expected");
    QTest::newRow("strong") << u"The **garbage** collector"_s << u"collector"_s << u"The garbage [collector]"_s;
    QTest::newRow("a link") << u"See [the post](https://a.example/x) on it"_s << u"post"_s << u"See the [post] on it"_s;
    QTest::newRow("a heading and a quote") << u"## Why\n\n> It *was*\n> slow"_s << u"slow"_s << u"Why It was [slow]"_s;
    QTest::newRow("a list") << u"- one\n- two"_s << u"two"_s << u"one [two]"_s;
    QTest::newRow("a part of an address") << u"See [it](https://example.org/zebra)"_s << u"zebra"_s
                                          << u"… it](https://example.org/[zebra])"_s;
}

void TestSnippet::showsNoMarks()
{
    QFETCH(QString, body);
    QFETCH(QString, sought);
    const TestCorpus corpus(description);
    const CaseStudyPtr study = corpus.makeCase(u"a"_s, "title: A");
    QTEST(marked(snippetOf(*study, corpus.corpus.schema(), {fold(sought)}, {}, [&] { return body; })), "expected");
}

void TestSnippet::asksForTheBodyOnlyWhereNeeded()
{
    const TestCorpus corpus(description);
    const CaseStudyPtr study = corpus.makeCase(u"a"_s, frontMatter);
    int asked = 0;
    const auto body = [&] {
        ++asked;
        return u"text"_s;
    };
    snippetOf(*study, corpus.corpus.schema(), {"collector"}, {}, body);
    snippetOf(*study, corpus.corpus.schema(), {"strasse"}, {study->title}, body);
    QCOMPARE(asked, 0);
    snippetOf(*study, corpus.corpus.schema(), {"text"}, {}, body);
    QCOMPARE(asked, 1);
}

void TestSnippet::excerpts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all of it") << u"one x two"_s << u"one [x] two"_s;
    QTest::newRow("cut on both sides") << u"one two three x four five six seven"_s << u"… three [x] four …"_s;
    QTest::newRow("no word is cut in the middle") << u"abcdefghijkl x mnopqrstuvw"_s << u"… [x] …"_s;
    QTest::newRow("no blanks to cut at") << u"東東東東東東東東東東東x東東東東東東東東東東東"_s
                                         << u"… 東東東東東東東東[x]東東東東東東東東 …"_s;
    QTest::newRow("lines become one") << u"one\n\n  x\ntwo"_s << u"one [x] two"_s;
}

void TestSnippet::excerpts()
{
    QFETCH(QString, text);
    const qsizetype at = text.indexOf(u'x');
    QTEST(marked(excerpt(text, {{at, 1}}, 8, 8)), "expected");
}

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
