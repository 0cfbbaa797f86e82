#include "core/query/spelling.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Values of a query are told as the corpus writes them.
class TestSpelling : public QObject {
    Q_OBJECT

private slots:
    void spells_data();
    void spells();
};

namespace {

Schema schema()
{
    Schema schema;
    for (const QString &id : {u"from"_s, u"stage"_s}) {
        Field field;
        field.id = id;
        field.label = id;
        field.type = FieldType::List;
        field.facet = true;
        schema.fields.append(field);
    }
    return schema;
}

QList<Facet> facets()
{
    Facet from;
    from.path = u"from"_s;
    from.values = {{u"Go"_s, u"Go"_s, 3}, {u"Visual Basic"_s, u"Visual Basic"_s, 0}, {u"Pérl"_s, u"Pérl"_s, 1}};
    Facet stage;
    stage.path = u"stage"_s;
    stage.values = {{u"in-progress"_s, u"In progress"_s, 2}};
    return {from, stage};
}

} // namespace

void TestSpelling::spells_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("spelled");
    QTest::newRow("case") << u"from:go"_s << u"from:Go"_s;
    QTest::newRow("one of several") << u"from:rust,go"_s << u"from:rust,Go"_s;
    QTest::newRow("blanks, and no case left") << u"from:\"visual  basic\""_s << u"from:\"Visual Basic\""_s;
    QTest::newRow("accents") << u"from:PERL"_s << u"from:Pérl"_s;
    QTest::newRow("a label") << u"stage:\"in progress\""_s << u"stage:in-progress"_s;
    QTest::newRow("excluded, in a group") << u"(a OR -from:go)"_s << u"(a OR -from:Go)"_s;
    QTest::newRow("another field's value") << u"stage:go"_s << u"stage:go"_s;
    QTest::newRow("words") << u"go has:from"_s << u"go has:from"_s;
}

void TestSpelling::spells()
{
    QFETCH(QString, asked);
    QFETCH(QString, spelled);
    QCOMPARE(toText(spelledAsIn(facets(), parseQuery(asked, schema())), schema()),
             toText(parseQuery(spelled, schema()), schema()));
}

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
