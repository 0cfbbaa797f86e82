#include "core/exporters/casemarkdown.h"
#include "core/exporters/citation.h"
#include "core/exporters/slugs.h"
#include "core/markdown/parser.h"
#include "exportcorpus.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestMarkdownExport : public QObject {
    Q_OBJECT

private slots:
    void hasTheShapeOfTheList();
    void holdsTheCase();
    void makesPlaces();
    void cites();
};

void TestMarkdownExport::hasTheShapeOfTheList()
{
    const ExportCorpus cases;
    const QByteArray text = cases.write(u"markdown"_s);
    QStringList found;
    for (const MarkdownHeading &heading : headings(parseMarkdown(text)))
        found.append(QString(heading.level, u'#') + u' ' + heading.text);
    const QStringList expected{u"# Moves & <other> stories"_s,
                               u"# Moved to <Rust>"_s,
                               u"## =HYPERLINK(\"http://evil.example\",\"click\"), Core <b>service</b> & \"friends\", "
                               "first; part: C++/Go, with a comma → Rust"_s,
                               u"### What"_s,
                               u"#### Deeper"_s,
                               u"### For"_s,
                               u"### Against"_s,
                               u"### Figures"_s,
                               u"# Stayed"_s,
                               u"## Zwo, שלום عالم"_s,
                               u"### Against"_s,
                               u"# (none)"_s,
                               u"## Nothing else"_s,
                               u"# Left out"_s};
    QCOMPARE(found, expected);
    QVERIFY(text.contains("→ Rust\nSources:\n- [Why "));
    QVERIFY(text.contains("\nSource: [The same page]("));
    QVERIFY(text.endsWith("\n") && !text.endsWith("\n\n"));
}

void TestMarkdownExport::holdsTheCase()
{
    const ExportCorpus cases;
    const QString text = plainText(parseMarkdown(cases.write(u"markdown"_s)));
    for (const CaseStudyPtr &study : cases.readable()) {
        for (const Claim &claim : claimsOf(*study, cases.corpus().schema()))
            QVERIFY2(text.contains(claim.text.simplified()), qPrintable(claim.text));
        for (const Source &source : sourcesOf(*study, cases.corpus().schema()))
            QVERIFY2(text.contains(source.title), qPrintable(source.title));
        for (const Figure &figure : figuresOf(*study, cases.corpus().schema()))
            QVERIFY2(text.contains(figure.what + u": "_s), qPrintable(figure.what));
    }
    QVERIFY(text.contains(u"Text with <img src=x onerror=alert(1)> and a case, none, a page,"));
    QVERIFY(text.contains(u"a picture far no file."));
    const QByteArray markdown = cases.write(u"markdown"_s);
    QVERIFY(markdown.contains("[a case](#zwo-שלום-عالم)"));
    QVERIFY(!markdown.contains("](gone.md)") && !markdown.contains("](javascript"));
}

void TestMarkdownExport::makesPlaces()
{
    Slugs slugs;
    QCOMPARE(slugs.next(u"Discord, Read States: Go → Rust"_s), u"discord-read-states-go--rust"_s);
    QCOMPARE(slugs.next(u"Again"_s), u"again"_s);
    QCOMPARE(slugs.next(u"again!"_s), u"again-1"_s);
    QCOMPARE(slugs.next(u"Again 1"_s), u"again-1-1"_s);
    QCOMPARE(slugs.next(u"AGAIN"_s), u"again-2"_s);
}

void TestMarkdownExport::cites()
{
    const ExportCorpus cases;
    const Schema &schema = cases.corpus().schema();
    QCOMPARE(citation(*cases.corpus().find(u"second"_s), schema),
             u"Zwo: שלום عالم (2019). “The same page”, https://example.com/a?b=1&c=%7Bx%7D#top. "
             "In: Moves & <other> stories."_s);
    QVERIFY(citation(*cases.corpus().find(u"first"_s), schema).endsWith(u", checked 20 November 2026."));
    QCOMPARE(citation(*cases.corpus().find(u"third"_s), schema), u"Nothing else. In: Moves & <other> stories."_s);
}

QTEST_GUILESS_MAIN(TestMarkdownExport)
#include "tst_markdownexport.moc"
