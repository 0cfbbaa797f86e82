#include "foundagain.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray twoCases =
    "## Alder: C -> Zest\nSource: [Ovens (2020)](https://alder.example/ovens)\n\nWhat\n> Bread.\n\n"
    "## Birch: Perl → Zest\nSource: [Boats](https://birch.example/boats) (2021)\n\nSails.\n";

/// Documents of every format, each with what it must hold again; in our own words.
struct Base {
    const char *name;
    const char *origin;
    QByteArray bytes;
};

QList<Base> bases()
{
    return {
        {"curated", "x.md", fixture(u"curated.md"_s)},
        {"article", "x.txt", fixture(u"article.md"_s)},
        {"list", "README.md",
         "# Awesome Zest\n\n## Ovens\n\n- **Alder**: bakes\n  - [How (2020)](https://alder.example/bake)\n"
         "- **Birch** - [page](https://birch.example/page)\n\n## Boats\n\n* [Cedar](https://cedar.example) "
         "([1](https://one.example), [2](https://two.example)) - sails,\n  and more\n* [Elm](https://elm.example)\n"},
        {"adopters", "ADOPTERS.md",
         "# Adopters\n\n| Organization | Since | Use |\n|---|---|---|\n"
         "| [Alder](https://alder.example) | 2021 | ovens, see [this](https://alder.example/ovens) |\n"
         "| Birch | 2020 | a \\| b |\n"},
        {"csv", "table.csv",
         "organization,title,year,url,notes\nAlder,Ovens,2020,https://alder.example/ovens,\"bakes, and\nbakes\"\n"
         "\"Birch, Inc.\",\"The \"\"Boat\"\"\",2021,https://birch.example/boats,sails\n"},
        {"json", "cases.json",
         "[{\"id\": \"alder\", \"title\": \"Ovens\", \"fields\": {\"title\": \"Ovens\", \"organization\": \"Alder\", "
         "\"sources\": [{\"title\": \"How\", \"url\": \"https://alder.example/ovens\"}]}, \"body\": \"Bakes.\"},"
         "{\"id\": \"birch\", \"title\": \"Boats\", \"fields\": {\"title\": \"Boats\", \"organization\": \"Birch\"}}]"},
    };
}

/// The addresses that stand as a source in more than one case.
QStringList citedTwice(const QString &folder)
{
    static const QRegularExpression address(u"url: *\"?(\\S+?)\"?[,}\\s]"_s);
    QHash<QString, QSet<QString>> cases;
    QDirIterator files(folder + u"/cases"_s, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        for (auto it = address.globalMatch(text); it.hasNext();)
            cases[it.next().captured(1)].insert(file.fileName());
    }
    QStringList twice;
    for (auto it = cases.begin(); it != cases.end(); ++it) {
        if (it.value().size() > 1)
            twice.append(it.key());
    }
    return twice;
}

/// Changes some bytes, takes some away, doubles a part, or puts a bit of another document in.
QByteArray spoiled(QByteArray bytes, const QByteArray &other, QRandomGenerator &random)
{
    for (int k = random.bounded(1, 30); k > 0 && !bytes.isEmpty(); --k) {
        const qsizetype at = random.bounded(bytes.size());
        const qsizetype some = random.bounded(1, 30);
        switch (random.bounded(5)) {
        case 0:
            bytes[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            bytes.remove(at, some);
            break;
        case 2:
            bytes.insert(at, bytes.mid(random.bounded(bytes.size()), some));
            break;
        case 3:
            bytes.insert(at, other.mid(random.bounded(other.size()), some));
            break;
        default:
            bytes.insert(at, "\n[](\"|,->`<*_#\\\t\r"[random.bounded(17)]);
        }
    }
    return bytes;
}

} // namespace

/// What has made importers stumble: each trap in a document of its own, and documents of all formats, spoiled.
class TestImportTraps : public QObject {
    Q_OBJECT

private slots:
    void traps_data();
    void traps();
    void misread_data();
    void misread();
    void survivesSpoiledDocuments_data();
    void survivesSpoiledDocuments();
};

void TestImportTraps::traps_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("cases");
    const QByteArray source = "Source: [How (2020)](https://one.example/how)\n\n";
    const auto with = [&](const QByteArray &text) { return QByteArray(text + "\n" + twoCases); };
    QTest::newRow("two cases") << twoCases << 2;
    QTest::newRow("windows lines") << QByteArray(twoCases).replace("\n", "\r\n") << 2;
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf" + twoCases) << 2;
    QTest::newRow("no line end") << twoCases.trimmed() << 2;
    QTest::newRow("headings at level 5") << QByteArray(twoCases).replace("## ", "##### ") << 2;
    QTest::newRow("underlined headings") << QByteArray("Gorse: C -> Zest\n---\n" + source + twoCases) << 3;
    QTest::newRow("the intro's own list of groups")
        << QByteArray("# List\n\n- [Moved](#moved): they were others\n- [Grown](#grown): they began so\n\n# Moved\n\n"
                      + twoCases + "\n# Grown\n\n## Elm\n" + source + "Text.\n")
        << 3;
    QTest::newRow("several arrows") << with("## Cedar, DB: C → Zest, Java/Kotlin -> Zest\n" + source) << 3;
    QTest::newRow("no arrow") << with("## Cedar, many things\n" + source) << 3;
    QTest::newRow("parenthesis and hypothetical")
        << with("## Cedar (seed-stage, nine people), hypothetical\n" + source) << 3;
    QTest::newRow("sources in a list") << with("## Cedar: C -> Zest\nSources: \n- [One (2019)](https://one.example)\n"
                                               "- [Two](https://two.example)  \n")
                                       << 3;
    QTest::newRow("sources in a line") << with("## Cedar: C -> Zest\nSources: [One](https://one.example) (2019), "
                                               "[Two, and more](https://two.example)   \n")
                                       << 3;
    QTest::newRow("bare source") << with("## Cedar: C -> Zest\nSource: https://one.example/bare?x=1&y=(2)\n") << 3;
    QTest::newRow("source in a year") << with("## Cedar: C -> Zest\nSource: [Seen in 2022](https://one.example)\n")
                                      << 3;
    QTest::newRow("labels") << with("## Cedar: C -> Zest\n" + source
                                    + "What\n> a\n\nWhy, data plane\n> b\n\nWhat: CSS Engine\n> c\n\nLessons\n> d\n\n"
                                      "Productivity\n> e\n\nWhy\n> f\n")
                            << 3;
    QTest::newRow("words like labels") << with("## Cedar: C -> Zest\n" + source
                                               + "What a year it was.\n\nWhy not, they said.\n")
                                       << 3;
    QTest::newRow("quotes without a blank")
        << with("## Cedar: C -> Zest\n" + source + "Why\n>one\n>\n>two [...] three\n") << 3;
    QTest::newRow("a lazy quote") << with("## Cedar: C -> Zest\n" + source + "> one\ntwo\n") << 3;
    QTest::newRow("lists, bold and pictures in a quote")
        << with("## Cedar: C -> Zest\n" + source
                + "> - **One** thing\n>   - below\n> 1. first\n>\n> ![chart](https://img.example/c.png \"A title\")\n")
        << 3;
    QTest::newRow("code that looks like a case")
        << with("## Cedar: C -> Zest\n" + source + "```\n## Elm: C -> Zest\nSource: nowhere\n```\n") << 3;
    QTest::newRow("curator's prose") << with("# Group\n\nA word before them, and [a link](https://word.example).\n")
                                     << 2;
    QTest::newRow("also from") << with("## Cedar: C -> Zest\n" + source
                                       + "Text.\n\nAlso from Cedar:\n- one ([FAQ](https://faq.example))\n- [Two "
                                         "(2023)](https://two.example)\n")
                               << 3;
    QTest::newRow("references") << with("## Cedar: C -> Zest\nSource: [How][how]\n\nText [too][how].\n\n"
                                        "[how]: https://one.example/how \"How\"\n")
                                << 3;
    QTest::newRow("scripts of the world")
        << with("## Świerk, 図書館: Перл → Zest\n" + source + "Ελλάδα, עברית 🦀.\n") << 3;
    QTest::newRow("names for paths") << with("## ../../etc/passwd: C -> Zest\n" + source) << 3;
    QTest::newRow("one name twice") << with("## Alder: C -> Zest\nSource: [Other](https://other.example)\n\nText.\n")
                                    << 3;
    QTest::newRow("list, wrapped, links in links")
        << QByteArray("# Awesome\n\n## Ovens\n\n* [Alder](https://alder.example) ([1](https://a.example/1),\n  "
                      "[2](https://a.example/2)) - bakes\n  bread\n* [Birch](https://birch.example) - sails\n* "
                      "[Elm](https://elm.example)\n")
        << 3;
    QTest::newRow("table of adopters") << bases().at(3).bytes << 2;
}

void TestImportTraps::traps()
{
    QFETCH(QByteArray, document);
    QFETCH(int, cases);
    const QTemporaryDir folder;
    const QStringList written = importInto(folder.path(), document, u"x.md"_s);
    QCOMPARE(written.filter(u"left out"_s), QStringList());
    QCOMPARE(written.filter(u"cases/"_s).size(), cases);
    const QString text = QString::fromUtf8(document);
    const QByteArray corpus = bytesOf(folder.path());
    QCOMPARE(lostWords(text, corpus), QStringList());
    QCOMPARE(lostLinks(text, corpus), QStringList());
    QCOMPARE(citedTwice(folder.path()), QStringList());
    QCOMPARE(importInto(folder.path(), document, u"x.md"_s), QStringList());
}

void TestImportTraps::misread_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("meant");
    const QString apostrophe = u"## Alder: C -> Zest\nSource: [How](https://one.example)\n\nIt isn’t over — yet.\n"_s;
    const auto spelled = [&](const QString &quote, const QString &dash) {
        return QString(apostrophe).replace(u"’"_s, quote).replace(u"—"_s, dash).toUtf8();
    };
    QTest::newRow("Mac Roman") << spelled(u"‚Äô"_s, u"‚Äî"_s) << apostrophe;
    QTest::newRow("Windows-1252") << spelled(u"â€™"_s, u"â€”"_s) << apostrophe;
    QTest::newRow("Latin-1") << spelled(u"â\u0080\u0099"_s, u"â\u0080\u0094"_s) << apostrophe;
    QTest::newRow("right") << apostrophe.toUtf8() << apostrophe;
    const QString german = u"## Ödland: C -> Zest\nSource: [Wie](https://one.example)\n\nÄußerst süß, naïve Ã.\n"_s;
    QTest::newRow("right, and odd") << german.toUtf8() << german;
}

void TestImportTraps::misread()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, meant);
    const QTemporaryDir folder;
    importInto(folder.path(), document, u"x.md"_s);
    const QByteArray corpus = bytesOf(folder.path());
    QCOMPARE(lostWords(meant, corpus), QStringList());
    QVERIFY(corpus.contains(meant.section(u'\n', 3, 3).toUtf8()));
    QCOMPARE(importInto(folder.path(), document, u"x.md"_s), QStringList());
}

void TestImportTraps::survivesSpoiledDocuments_data()
{
    QTest::addColumn<int>("base");
    const QList<Base> all = bases();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << static_cast<int>(i);
}

// A spoiled document is read in every format, and what its own makes of it is imported: twice, since whatever it is,
// the second time there is nothing to do.
void TestImportTraps::survivesSpoiledDocuments()
{
    QFETCH(int, base);
    const QList<Base> all = bases();
    const QString origin = QString::fromLatin1(all.at(base).origin);
    {
        const QTemporaryDir folder;
        QVERIFY(!importInto(folder.path(), all.at(base).bytes, origin).isEmpty());
        QCOMPARE(importInto(folder.path(), all.at(base).bytes, origin), QStringList());
    }
    QRandomGenerator random(static_cast<quint32>(base) + 77);
    for (int round = 0; round < 15; ++round) {
        const QByteArray &other = all.at(random.bounded(all.size())).bytes;
        const QByteArray bytes = spoiled(all.at(base).bytes, other, random);
        for (const QString &format : importerNames())
            (void)readDocumentBytes(bytes, origin, format); // must end, and not crash
        const QTemporaryDir folder;
        const QStringList written = importInto(folder.path(), bytes, origin);
        QVERIFY2(written.filter(u"left out"_s).isEmpty(), bytes.constData());
        const QStringList again = importInto(folder.path(), bytes, origin);
        QVERIFY2(again.isEmpty(), qPrintable(again.join(u'\n') + u"\nof\n"_s + QString::fromUtf8(bytes)));
    }
}

QTEST_GUILESS_MAIN(TestImportTraps)
#include "tst_importtraps.moc"
