#include "core/corpus/loader.h"
#include "foundagain.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// Pieces of documents, put together at random: whatever comes out must neither crash nor lose a word.
QByteArray randomDocument(QRandomGenerator &random)
{
    static const QList<QByteArray> pieces{
        "# Title\n",
        "# Group one\n\n",
        "## Alder: C -> Zest\n",
        "## Birch, Till: C → Zest, Go/Perl → Zest\n",
        "### Cedar (small), hypothetical\n",
        "Elm\n===\n",
        "Fir, a tree\n---\n",
        "#### Deep ####\n",
        "Source: [One (2020)](https://one.example/a)\n",
        "Sources:\n- [Two](https://two.example/b?x=1&y=2) (2019)\n- [Three](<https://three.example/c d>)\n",
        "Sources: [Four](https://four.example), [five](rel/ative.md), six\n",
        "Source: https://seven.example/path-of-words\n",
        "Source:\n",
        "\n",
        "\n\n",
        "What\n",
        "Why, the plane\n",
        "**Lessons**\n",
        "What: The thing\n> quoted\n",
        ">no blank\n>\n> - a list **bold** ![pic](https://img.example/p.png)\n",
        "Also from Alder: [Eight](https://eight.example)\n",
        "Also from Birch:\n- nine ([FAQ](https://nine.example))\n- [Ten](https://ten.example)\n",
        "1. one\n2. two\n   - three\n",
        "- Volvo, cars: https://eleven.example, https://twelve.example\n",
        "```\ncode # Heading\nSource: no\n```\n",
        "    indented\n",
        "| Organization | Use |\n|---|---|\n| [Yew](https://yew.example) | boats [x][ref] |\n",
        "[ref]: https://ref.example/definition \"A title\"\n",
        "See [this][ref] and [that].\n\n[that]: https://that.example\n",
        "<!-- a comment -->\n",
        "<b>raw</b> html &amp; entity\n",
        "---\n",
        "---\ntitle: Front\n---\n",
        "text with trailing blanks   \nand another line\\\nend\n",
        "donâ€™t\n",
        "\xc3\xa9t\xc3\xa9 \xe2\x86\x92 \xf0\x9f\xa6\x80\n",
        "\xff\xfe broken\n",
        "* [Holly](https://holly.example) ([1](https://h1.example)) - wrapped\n  over lines\n",
        "[a](javascript:x) [b](mailto:me@example.org) <https://auto.example>\n",
        "\t- tab\r\n\r\nwindows line\r\n",
    };
    QByteArray text;
    for (int i = random.bounded(1, 40); i > 0; --i)
        text += pieces.at(random.bounded(pieces.size()));
    return text;
}

void verifyNothingLost(const QByteArray &document, const QString &folder)
{
    const QByteArray corpus = bytesOf(folder);
    const QString text = QString::fromUtf8(document);
    QCOMPARE(lostWords(text, corpus), QStringList());
    QCOMPARE(lostLinks(text, corpus), QStringList());
}

} // namespace

/// Every word and every link of a document is in the corpus that is made of it, and a second import changes nothing.
class TestNothingLost : public QObject {
    Q_OBJECT

private slots:
    void keepsWordsAndLinks_data();
    void keepsWordsAndLinks();
    void findsLosses();
    void makesTheCorpusOfTheSeed();
    void survivesAnything();
    void survivesBytes();
};

void TestNothingLost::keepsWordsAndLinks_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("cases");
    QTest::newRow("curated") << fixture(u"curated.md"_s) << 8;
    QTest::newRow("the shared list") << seed(u"003_e46dad53bbc45cf8.txt"_s) << 17;
}

void TestNothingLost::keepsWordsAndLinks()
{
    QFETCH(QByteArray, document);
    QFETCH(int, cases);
    if (document.isEmpty())
        QSKIP("The shared documents are not here.");
    const QTemporaryDir folder;
    const QStringList written = importInto(folder.path(), document, u"x.md"_s);
    QCOMPARE(written.filter(u"cases/"_s).size(), cases);
    QVERIFY(written.filter(u"left out"_s).isEmpty());
    verifyNothingLost(document, folder.path());
    QCOMPARE(importInto(folder.path(), document, u"x.md"_s), QStringList());
}

// The proof is worth something only where it can fail.
void TestNothingLost::findsLosses()
{
    const QString text = u"One two two [three](https://a.example/x).\n"_s;
    QCOMPARE(lostWords(text, "one two three"), QStringList(u"two (1 of 2)"_s));
    QCOMPARE(lostLinks(text, "https://a.example"), QStringList(u"https://a.example/x"_s));
}

void TestNothingLost::makesTheCorpusOfTheSeed()
{
    const QByteArray document = seed(u"003_e46dad53bbc45cf8.txt"_s);
    if (document.isEmpty())
        QSKIP("The shared documents are not here.");
    const QTemporaryDir folder;
    importInto(folder.path(), document, u"003.txt"_s);
    const Result<Corpus> corpus = loadCorpus(folder.path());
    QVERIFY(corpus);
    QVERIFY2(corpus->allProblems().isEmpty(), qPrintable(corpus->allProblems().value(0).problem.message));
    QMap<QString, int> groups;
    for (const CaseStudyPtr &study : corpus->cases())
        ++groups[roleText(*study, corpus->schema(), role::group)];
    QCOMPARE(
        groups,
        (QMap<QString, int>{{u"migrating-to-rust"_s, 11}, {u"adopting-rust"_s, 2}, {u"decided-against-rust"_s, 4}}));
}

void TestNothingLost::survivesAnything()
{
    QRandomGenerator random(2026);
    for (int i = 0; i < 150; ++i) {
        const QByteArray document = randomDocument(random);
        const QTemporaryDir folder;
        const QStringList written = importInto(folder.path(), document, u"x.md"_s);
        QVERIFY2(written.filter(u"left out"_s).isEmpty(), document.constData());
        if (written.isEmpty())
            continue; // it is none of the formats
        const Result<ImportedDocument> read = readDocumentBytes(document, u"x.md"_s);
        const bool asItIs =
            read && read->notes.isEmpty() && !document.contains("\n---\ntitle") && !document.startsWith("---\n");
        const QString text = QString::fromUtf8(document);
        const QByteArray corpus = bytesOf(folder.path());
        const QString where = u" in document %1:\n%2\nof the corpus:\n%3"_s.arg(i).arg(text, QString::fromUtf8(corpus));
        if (asItIs) {
            const QString lost = (lostWords(text, corpus) + lostLinks(text, corpus)).join(u", "_s);
            QVERIFY2(lost.isEmpty(), qPrintable(QString(lost + where)));
        }
        const QStringList again = importInto(folder.path(), document, u"x.md"_s);
        QVERIFY2(again.isEmpty(), qPrintable(QString(again.join(u", "_s) + where)));
    }
}

void TestNothingLost::survivesBytes()
{
    QRandomGenerator random(4);
    const QByteArray whole = fixture(u"curated.md"_s);
    for (int i = 0; i < 300; ++i) {
        QByteArray bytes = whole;
        for (int k = random.bounded(1, 60); k > 0; --k) {
            const int at = random.bounded(static_cast<int>(bytes.size()));
            if (random.bounded(2) == 0)
                bytes[at] = static_cast<char>(random.bounded(256));
            else
                bytes.remove(at, random.bounded(1, 20));
        }
        for (const QString &format : importerNames()) {
            const auto document = readDocumentBytes(bytes, u"x"_s, format);
            QVERIFY(document || document.error().message.startsWith(u"x, line "));
        }
    }
}

QTEST_GUILESS_MAIN(TestNothingLost)
#include "tst_nothinglost.moc"
