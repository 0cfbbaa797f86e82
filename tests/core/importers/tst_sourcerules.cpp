#include "core/importers/sourcerules.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestSourceRules : public QObject {
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
};

void TestSourceRules::judges_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("relation");
    QTest::newRow("video") << u"https://www.youtube.com/watch?v=x"_s << u"Alder"_s << u"talk"_s << u""_s;
    QTest::newRow("presentation") << u"https://www.infoq.com/presentations/x/"_s << u"Alder"_s << u"talk"_s << u""_s;
    QTest::newRow("a page beside it") << u"https://www.infoq.com/news/x/"_s << u"Alder"_s << u""_s << u""_s;
    QTest::newRow("podcast") << u"https://corrode.dev/podcast/s01/"_s << u"Alder"_s << u"podcast"_s << u""_s;
    QTest::newRow("forum") << u"https://news.ycombinator.com/item?id=1"_s << u"Alder"_s << u"discussion"_s << u""_s;
    QTest::newRow("own issues") << u"https://github.com/alder/oven/issues/1"_s << u"Alder"_s << u"discussion"_s
                                << u"first-party"_s;
    QTest::newRow("others' issues") << u"https://github.com/zest/oven/issues/1"_s << u"Alder"_s << u"discussion"_s
                                    << u""_s;
    QTest::newRow("press") << u"https://www.wired.com/2016/x/"_s << u"Alder"_s << u"news"_s << u"third-party"_s;
    QTest::newRow("own host") << u"https://blog.alder.com/x"_s << u"Alder"_s << u""_s << u"first-party"_s;
    QTest::newRow("own host with a word more")
        << u"https://security.alderblog.com/x"_s << u"Alder"_s << u""_s << u"first-party"_s;
    QTest::newRow("first word of the name")
        << u"https://www.alder.io/x"_s << u"Alder ORM"_s << u""_s << u"first-party"_s;
    QTest::newRow("engineering") << u"https://alder.engineering/x"_s << u"Alder"_s << u"engineering-blog"_s
                                 << u"first-party"_s;
    QTest::newRow("engineering at the front")
        << u"https://engineering.alder.com/x"_s << u"Alder"_s << u"engineering-blog"_s << u"first-party"_s;
    QTest::newRow("engineering in the path")
        << u"https://medium.com/alder-engineering/x"_s << u"Alder"_s << u"engineering-blog"_s << u"first-party"_s;
    QTest::newRow("a name within another") << u"https://balder.com/x"_s << u"Alder"_s << u""_s << u""_s;
    QTest::newRow("a short name") << u"https://x.com/y"_s << u"X"_s << u""_s << u""_s;
    QTest::newRow("a name in the path of another host") << u"https://list.org/alder"_s << u"Alder"_s << u""_s << u""_s;
    QTest::newRow("an ending that looks like a host") << u"https://notreddit.com/x"_s << u"Alder"_s << u""_s << u""_s;
    QTest::newRow("no organization") << u"https://alder.com/x"_s << u""_s << u""_s << u""_s;
}

void TestSourceRules::judges()
{
    QFETCH(QString, url);
    QFETCH(QString, organization);
    ImportedSource source{u"x"_s, url};
    judgeSource(source, organization);
    QTEST(source.kind, "kind");
    QTEST(source.relation, "relation");
}

QTEST_GUILESS_MAIN(TestSourceRules)
#include "tst_sourcerules.moc"
