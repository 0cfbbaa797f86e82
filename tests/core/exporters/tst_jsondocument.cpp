#include "exportcorpus.h"

#include <QJsonArray>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestJsonDocument : public QObject {
    Q_OBJECT

private slots:
    void isAsItsSchemaSays();
    void holdsEveryField();
    void isTheSameTwice();
};

void TestJsonDocument::isAsItsSchemaSays()
{
    ExportCorpus cases;
    for (const QString &query : {u""_s, u"decision:moved"_s, u"is:broken"_s}) {
        cases.select(query);
        const QJsonObject read = cases.readBack(u"json"_s);
        QVERIFY(read.contains(u"errors"));
        const QStringList errors = read[u"errors"].toVariant().toStringList();
        QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u'\n')));
        QCOMPARE(read[u"document"][u"selection"][u"query"].toString(), cases.content().query);
        QCOMPARE(read[u"document"][u"selection"][u"cases"].toInt(), cases.selection().matches());
    }
}

void TestJsonDocument::holdsEveryField()
{
    const ExportCorpus cases;
    const QJsonValue document = cases.readBack(u"json"_s)[u"document"];
    QCOMPARE(document[u"corpus"][u"name"].toString(), u"Moves & <other> stories"_s);
    const QJsonArray written = document[u"cases"].toArray();
    QCOMPARE(written.size(), 4);
    for (qsizetype i = 0; i < written.size(); ++i) {
        const CaseStudy &study = *cases.corpus().at(cases.selection().order.at(static_cast<size_t>(i)));
        const QJsonValue one = written.at(i);
        QCOMPARE(one[u"id"].toString(), study.id);
        QCOMPARE(one[u"path"].toString(), study.path);
        QCOMPARE(one[u"title"].toString(), study.title);
        const QJsonValue fields = study.fields.isMap() ? study.fields.toJson() : QJsonValue(QJsonObject());
        QCOMPARE(one[u"fields"], fields);
        QCOMPARE(one[u"problems"].toArray().size(), cases.corpus().problemsOf(study).size());
        QCOMPARE(one[u"body"].toString().isEmpty(), study.id == u"second" || study.broken);
    }
}

void TestJsonDocument::isTheSameTwice()
{
    qputenv("SOURCE_DATE_EPOCH", "1700000000");
    const ExportCorpus cases;
    for (const TextFormat &format : textFormats()) {
        const QByteArray once = cases.write(format.name);
        QVERIFY(!once.isEmpty());
        QCOMPARE(cases.write(format.name), once);
    }
}

QTEST_GUILESS_MAIN(TestJsonDocument)
#include "tst_jsondocument.moc"
