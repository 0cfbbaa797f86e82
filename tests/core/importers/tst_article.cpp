#include "foundagain.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestArticle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsCompanies();
    void readsSources();
    void keepsWhatIsBelow();
    void repairsAndTells();
    void keepsTheRestInAbout();
    void readsTheSeed();

private:
    ImportedDocument m_document;
};

void TestArticle::initTestCase()
{
    const Result<ImportedDocument> document = readDocumentBytes(fixture(u"article.md"_s), u"article.md"_s);
    QVERIFY(document);
    m_document = *document;
    QCOMPARE(m_document.format, u"article"_s);
}

void TestArticle::findsCompanies()
{
    QStringList names;
    for (const ImportedCase &one : std::as_const(m_document.cases))
        names.append(one.organization);
    QCOMPARE(names, QStringList({u"Alder"_s, u"birch"_s, u"Cedar"_s}));
    QCOMPARE(m_document.cases.at(1).line, 21);
}

void TestArticle::readsSources()
{
    const QList<ImportedSource> alder = m_document.cases.at(0).sources;
    QCOMPARE(alder.size(), 1);
    QCOMPARE(alder.first().title, u"Why our ovens never burn"_s);
    QVERIFY(alder.first().url.endsWith(u"?gi=f66"));
    QCOMPARE(m_document.cases.at(1).sources.value(0).title, u"white paper on packages"_s);
    QVERIFY(m_document.cases.at(2).sources.isEmpty());
}

void TestArticle::keepsWhatIsBelow()
{
    QVERIFY(m_document.cases.at(1).body.contains(u"\n\n### In numbers\n\nTwo and a half."));
}

void TestArticle::repairsAndTells()
{
    QVERIFY(m_document.cases.at(0).body.contains(u"Alder’s ovens are many — nine."));
    QVERIFY(m_document.cases.at(1).body.contains(u"🙃"));
    QVERIFY(m_document.cases.at(2).body.contains(u"❤️"));
    QCOMPARE(m_document.notes.size(), 1);
    QVERIFY(m_document.notes.first().contains(u"Mac Roman"));
    QVERIFY(m_document.notes.first().contains(u"‚Äô → ’"));
}

void TestArticle::keepsTheRestInAbout()
{
    QCOMPARE(m_document.name, u"3 Houses That Use Zest"_s);
    QVERIFY(m_document.about.contains(u"description: Who uses it, and what for?"));
    QVERIFY(m_document.about.contains(u"![](/img/head.jpeg)"));
    QVERIFY(m_document.about.contains(u"## Future of Zest\n\nIn most"));
    QVERIFY(m_document.about.contains(u"https://elsewhere.example/zest"));
}

void TestArticle::readsTheSeed()
{
    const QByteArray bytes = seed(u"000_cca0c22756c72720.txt"_s);
    if (bytes.isEmpty())
        QSKIP("The shared documents are not here.");
    const Result<ImportedDocument> document = readDocumentBytes(bytes, u"000.txt"_s);
    QVERIFY(document);
    QStringList names;
    for (const ImportedCase &one : document->cases)
        names.append(one.organization);
    QCOMPARE(names,
             QStringList({u"Dropbox"_s, u"Coursera"_s, u"Figma"_s, u"npm"_s, u"Microsoft"_s, u"Cloudflare"_s,
                          u"Facebook"_s, u"Amazon"_s, u"Discord"_s}));
}

QTEST_GUILESS_MAIN(TestArticle)
#include "tst_article.moc"
