#include "tests/core/rustcorpus/rustcorpus.h"
#include "tests/core/rustcorpus/sourcedocument.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Holds the bundled corpus to the two documents that it was drawn from: their addresses, titles and years.
class TestRustFacts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sectionsAreKnown();
    void addresses_data();
    void addresses();
    void noOtherAddresses();
    void titlesAndYears_data();
    void titlesAndYears();

private:
    QList<SourceDocument> m_documents;
};

namespace {

/// The case that a section tells of, "" for sections that tell of none. Where it tells of several, the first; the
/// addresses of the others are in elsewhere.
const QHash<QString, QString> caseOfSection{
    {QString(), {}},
    // The article.
    {u"9 Rust success stories"_s, {}},
    {u"Dropbox"_s, u"dropbox-sync-engine"_s},
    {u"Coursera"_s, u"coursera-assignments"_s},
    {u"Figma"_s, u"figma-multiplayer"_s},
    {u"npm"_s, u"npm"_s},
    {u"Microsoft"_s, u"microsoft"_s},
    {u"Cloudflare"_s, u"cloudflare"_s},
    {u"Facebook"_s, u"facebook-source-control"_s},
    {u"Amazon"_s, u"firecracker"_s},
    {u"Discord"_s, u"discord-read-states"_s},
    {u"Future of Rust"_s, {}},
    // The curated list.
    {u"Rust Case Studies"_s, {}},
    {u"Migrating to Rust"_s, {}},
    {u"Statsig: Node/Python/Elixir/Java -> Rust"_s, u"statsig"_s},
    {u"OpenAI, Codex: Typescript → Rust"_s, u"openai-codex"_s},
    {u"AWS, Aurora DSQL: C → Rust, Java/Kotlin → Rust"_s, u"aurora-dsql"_s},
    {u"Microsoft, many projects: C++ → Rust"_s, u"microsoft"_s},
    {u"Vercel, Turborepo: Go → Rust"_s, u"turborepo"_s},
    {u"Shopify, YJIT: C → Rust"_s, u"yjit"_s},
    {u"1Password, Core: Go → Rust"_s, u"onepassword-core"_s},
    {u"Discord, Read States service: Go → Rust"_s, u"discord-read-states"_s},
    {u"Figma, Multiplayer Service: TS → Rust"_s, u"figma-multiplayer"_s},
    {u"Dropbox, Magic Pocket: Go → Rust"_s, u"dropbox-magic-pocket"_s},
    {u"Mozilla, Firefox: C++ → Rust"_s, u"firefox-style-engine"_s},
    {u"Adopting Rust"_s, {}},
    {u"Google, many projects"_s, u"google"_s},
    {u"Cloudflare, many projects"_s, u"cloudflare"_s},
    {u"Decided Against Rust"_s, {}},
    {u"Prisma ORM"_s, u"prisma"_s},
    {u"Microsoft, TypeScript compiler: TS → Go"_s, u"typescript-compiler"_s},
    {u"LogLog Games"_s, u"loglog-games"_s},
    {u"PropelAuth (seed-stage, YC W22), hypothetical"_s, u"propelauth"_s},
    {u"Appendix"_s, {}},
    {u"Other success stories"_s, u"volvo-ecus"_s},
    {u"Other lists"_s, {}},
};

/// Addresses that belong to another case than their section's.
const QHash<QString, QString> elsewhere{
    {u"https://github.com/firecracker-microvm/firecracker/blob/main/FAQ.md"_s, u"firecracker"_s},
    {u"https://www.infoq.com/presentations/prime-video-rust/"_s, u"prime-video-ui"_s},
    {u"https://vercel.com/blog/vercel-functions-are-now-faster-and-powered-by-rust"_s, u"vercel-functions"_s},
    {u"https://serokell.io/blog/introduction-to-elixir"_s, u"discord-elixir"_s},
    {u"https://discord.com/"_s, u"discord-elixir"_s}, // the company: where the article tells of it first
    {u"https://linkerd.io/2020/07/23/under-the-hood-of-linkerds-state-of-the-art-rust-proxy-linkerd2-proxy/"_s,
     u"linkerd-proxy"_s},
    {u"https://www.okta.com/blog/2024/11/migrating-off-legacy-tokio-at-scale/"_s, u"okta-workflows"_s},
};

QString caseOf(const DocumentSection &section, const QString &address)
{
    return elsewhere.value(address, caseOfSection.value(section.heading));
}

/// The cases in whose files an address stands.
QStringList holdersOf(const QString &address)
{
    static const QMap<QString, QStringList> holders = [] {
        QMap<QString, QStringList> all;
        for (const QString &id : rustIds()) {
            for (const QString &found : addressesIn(fileText(rustCase(id))))
                all[found].append(id);
        }
        return all;
    }();
    return holders.value(address);
}

} // namespace

void TestRustFacts::initTestCase()
{
    m_documents = documents();
    if (m_documents.isEmpty())
        QSKIP(qPrintable(documentsMissing()));
}

void TestRustFacts::sectionsAreKnown()
{
    for (const SourceDocument &document : m_documents) {
        for (const DocumentSection &section : document.sections())
            QVERIFY2(caseOfSection.contains(section.heading), qPrintable(document.name + u": "_s + section.heading));
    }
}

void TestRustFacts::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("id");
    QSet<QString> seen;
    for (const SourceDocument &document : m_documents) {
        for (const DocumentSection &section : document.sections()) {
            if (caseOfSection.value(section.heading).isEmpty())
                continue;
            for (const QString &address : addressesIn(section.text)) {
                if (!seen.contains(address))
                    QTest::newRow(qPrintable(address)) << address << caseOf(section, address);
                seen.insert(address);
            }
        }
    }
}

void TestRustFacts::addresses()
{
    QFETCH(QString, address);
    QFETCH(QString, id);
    QCOMPARE(holdersOf(address), QStringList(id));
}

/// A case points to nothing that the documents do not name.
void TestRustFacts::noOtherAddresses()
{
    QStringList known;
    for (const SourceDocument &document : m_documents)
        known += addressesIn(document.text);
    for (const QString &id : rustIds()) {
        for (const QString &address : addressesIn(fileText(rustCase(id))))
            QVERIFY2(known.contains(address), qPrintable(id + u": "_s + address));
    }
}

void TestRustFacts::titlesAndYears_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("url");
    for (const SourceDocument &document : m_documents) {
        for (const DocumentSection &section : document.sections()) {
            for (const DatedLink &link : datedLinksIn(section.text))
                QTest::newRow(qPrintable(link.title))
                    << caseOf(section, link.url) << link.title << link.year << link.url;
        }
    }
}

void TestRustFacts::titlesAndYears()
{
    QFETCH(QString, id);
    QFETCH(QString, url);
    const QList<Source> sources = sourcesOf(rustCase(id), rustCorpus().schema());
    const auto source = std::find_if(sources.begin(), sources.end(), [&](const Source &s) { return s.url == url; });
    QVERIFY2(source != sources.end(), qPrintable(url));
    QTEST(source->title, "title");
    QTEST(source->year, "year");
}

QTEST_GUILESS_MAIN(TestRustFacts)
#include "tst_rustfacts.moc"
