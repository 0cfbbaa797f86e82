#include "core/corpus/schemareader.h"
#include "core/importers/exportedparts.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(roles: {claims: {field: arguments, side: stance}, figures: figures}
fields:
  arguments:
    type: records
    fields:
      stance: {type: choice, vocabulary: [{id: pro, label: For it}, {id: con, label: Against it}]}
      reason: {type: choice, vocabulary: [{id: heat, label: Heat and light}, {id: cost, label: Cost}]}
      text: {type: text}
      source: {type: number}
  figures: {type: records, label: Numbers, fields: {what: {type: text}, before: {type: number}, after: {type: number}, unit: {type: text}}}
)";

QString shown(const Value::List &records)
{
    QStringList lines;
    for (const Value &record : records) {
        QStringList parts;
        for (const auto &[key, value] : record.entries())
            parts.append(key + u'=' + value.toText());
        lines.append(parts.join(u','));
    }
    return lines.join(u'|');
}

} // namespace

class TestExportedParts : public QObject {
    Q_OBJECT

private slots:
    void takes_data();
    void takes();
};

void TestExportedParts::takes_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("claims");
    QTest::addColumn<QString>("figures");
    const QString claim = u"- **Heat and light**: It is warm: very. ([2](https://b.example))\n"_s;
    QTest::newRow("nothing") << u"Words."_s << u"Words."_s << u""_s << u""_s;
    QTest::newRow("both sides")
        << u"Words.\n\n## For it\n\n"_s + claim + u"\n## Against it\n\n- **Cost**: Dear"_s << u"Words."_s
        << u"stance=pro,reason=heat,text=It is warm: very.,source=2|stance=con,reason=cost,text=Dear"_s << u""_s;
    QTest::newRow("figures") << u"## Numbers\n\n- Pages: all: 900 → 12000 per day (1)\n- Size: 0.5"_s << u""_s << u""_s
                             << u"what=Pages: all,before=900,after=12000,unit=per day,source=1|what=Size,after=0.5"_s;
    QTest::newRow("claims and figures") << u"W\n\n## For it\n\n"_s + claim + u"\n## Numbers\n\n- A: 1 → 2"_s << u"W"_s
                                        << u"stance=pro,reason=heat,text=It is warm: very.,source=2"_s
                                        << u"what=A,before=1,after=2"_s;
    const auto kept = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text << u""_s << u""_s;
    };
    kept("not at the end", u"## For it\n\n"_s + claim + u"\nWords."_s);
    kept("another heading", u"## Maybe\n\n"_s + claim);
    kept("an unknown reason", u"## For it\n\n- **Smell**: It smells."_s);
    kept("no reason", u"## For it\n\n- It is warm."_s);
    kept("a source that is not there", u"## For it\n\n- **Cost**: Dear ([3](https://c.example))"_s);
    kept("another page", u"## For it\n\n- **Cost**: Dear ([2](https://c.example))"_s);
    kept("a link within", u"## For it\n\n- **Cost**: [Dear](https://c.example) it is"_s);
    kept("one entry of two", u"## For it\n\n"_s + claim + u"- And more.");
    kept("words for a number", u"## Numbers\n\n- Pages: few → many"_s);
    kept("a list of its own", u"## For it\n\n- **Cost**: Dear\n  - Very"_s);
}

void TestExportedParts::takes()
{
    QFETCH(QString, body);
    const Schema schema = readSchema(description).schema;
    const ExportedParts parts =
        takeExportedParts(body, {{u"A"_s, u"https://a.example"_s}, {u"B"_s, u"https://b.example"_s}}, schema);
    QTEST(parts.body, "rest");
    QTEST(shown(parts.claims), "claims");
    QTEST(shown(parts.figures), "figures");
}

QTEST_GUILESS_MAIN(TestExportedParts)
#include "tst_exportedparts.moc"
