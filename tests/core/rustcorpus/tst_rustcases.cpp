#include "tests/core/rustcorpus/rustcorpus.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

/// The list of the bundled corpus's cases, so that none can vanish, and what is asked of each.
class TestRustCases : public QObject {
    Q_OBJECT

private slots:
    void everyCase();
    void noProblems();
    void cases_data();
    void cases();
    void facets();
    void introduction();
};

namespace {

constexpr int shortestBody = 80; // words
constexpr int longestBody = 400;

QMap<QString, QStringList> expectedIds()
{
    return {
        {u"migrating"_s,
         {u"aurora-dsql"_s, u"discord-read-states"_s, u"dropbox-magic-pocket"_s, u"dropbox-sync-engine"_s,
          u"facebook-source-control"_s, u"figma-multiplayer"_s, u"firefox-style-engine"_s, u"linkerd-proxy"_s,
          u"microsoft"_s, u"npm"_s, u"onepassword-core"_s, u"openai-codex"_s, u"prime-video-ui"_s, u"statsig"_s,
          u"turborepo"_s, u"yjit"_s}},
        {u"adopting"_s,
         {u"astral-tools"_s, u"cloudflare"_s, u"coursera-assignments"_s, u"discord-elixir"_s, u"firecracker"_s,
          u"google"_s, u"okta-workflows"_s, u"vercel-functions"_s, u"volvo-ecus"_s}},
        {u"decided-against"_s, {u"loglog-games"_s, u"prisma"_s, u"propelauth"_s, u"typescript-compiler"_s}},
    };
}

int wordCount(const QString &text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    const QStringList words = text.split(blanks, Qt::SkipEmptyParts);
    return static_cast<int>(std::count_if(words.begin(), words.end(), [](const QString &word) {
        return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
    }));
}

/// Where the body's links to other cases lead.
QStringList linkedFiles(const QString &text)
{
    static const QRegularExpression link(uR"(\]\(([^):\s]+)\))"_s);
    QStringList files;
    for (auto matches = link.globalMatch(text); matches.hasNext();)
        files.append(matches.next().captured(1));
    return files;
}

} // namespace

void TestRustCases::everyCase()
{
    QMap<QString, QStringList> found;
    const Corpus &corpus = rustCorpus();
    for (const QString &id : rustIds())
        found[roleText(rustCase(id), corpus.schema(), role::group)].append(id);
    QCOMPARE(found, expectedIds());
}

/// As `casebook validate`.
void TestRustCases::noProblems()
{
    QStringList problems;
    for (const FileProblem &found : rustCorpus().allProblems())
        problems.append(found.path + u":%1: "_s.arg(found.problem.line) + found.problem.message);
    QCOMPARE(problems.join(u'\n'), QString());
}

void TestRustCases::cases_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : rustIds())
        QTest::newRow(qPrintable(id)) << id;
}

void TestRustCases::cases()
{
    QFETCH(QString, id);
    const CaseStudy &study = rustCase(id);
    const Schema &schema = rustCorpus().schema();

    const int words = wordCount(bodyWords(study));
    QVERIFY2(words >= shortestBody && words <= longestBody, qPrintable(QString::number(words) + u" words"_s));

    for (const QStringView needed : {role::title, role::organization, role::reviewed})
        QVERIFY2(!roleText(study, schema, needed).isEmpty(), qPrintable(needed.toString()));
    const QStringList related = roleTexts(study, schema, role::related);
    QVERIFY(!related.isEmpty());
    QVERIFY2(!related.contains(id), "a case is not related to itself");
    QCOMPARE(QSet<QString>(related.begin(), related.end()).size(), related.size());

    const QString text = fileText(study);
    const QFileInfo file(rustCorpus().layout().absolute(study.path));
    for (const QString &link : linkedFiles(text))
        QVERIFY2(QFileInfo::exists(file.dir().filePath(link)), qPrintable(link));
    QVERIFY2(!text.contains(u'\t') && text.endsWith(u'\n'), "a tab, or no line feed at the end");
}

void TestRustCases::facets()
{
    // Computed ones are not declared.
    const QStringList expected{u"decision"_s, u"from"_s,        u"year"_s,         u"industry"_s,
                               u"stage"_s,    u"claims.side"_s, u"claims.reason"_s};
    const QStringList paths = rustCorpus().schema().facetPaths();
    for (const QString &path : expected)
        QVERIFY2(paths.contains(path), qPrintable(path));
}

void TestRustCases::introduction()
{
    const QString text = textOfFile(dataFolder() + u"/rust/about.md"_s);
    for (const QString &list :
         {u"https://github.com/ImplFerris/rust-in-production"_s, u"https://github.com/omarabid/rust-companies"_s})
        QVERIFY2(text.contains(list), qPrintable(list));
}

QTEST_GUILESS_MAIN(TestRustCases)
#include "tst_rustcases.moc"
