#include "core/document/edit.h"
#include "tests/core/document/editscript.h"

#include <QDir>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QString folder = QString::fromUtf8(CASEBOOK_TEST_DATA) + u"/edits/"_s;

QByteArray bytesOf(const QString &name)
{
    QFile file(folder + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The pairs of files in tests/data/edits.
class TestEditFiles : public QObject {
    Q_OBJECT

private slots:
    void pairs_data();
    void pairs();
};

void TestEditFiles::pairs_data()
{
    QTest::addColumn<QString>("name");
    const QStringList scripts = QDir(folder).entryList({u"*.edits"_s}, QDir::Files, QDir::Name);
    QVERIFY(scripts.size() >= 40);
    for (const QString &script : scripts)
        QTest::newRow(qPrintable(script.chopped(6))) << script.chopped(6);
}

void TestEditFiles::pairs()
{
    QFETCH(QString, name);
    const QByteArray before = bytesOf(name + u".before.md"_s);
    const Result<Edits> edits = readEditScript(bytesOf(name + u".edits"_s));
    QVERIFY2(edits, edits ? "" : qPrintable(edits.error().message));
    const Result<QByteArray> after = applyEdits(Document::parse(before), *edits);

    if (const QByteArray reason = bytesOf(name + u".refused"_s).trimmed(); !reason.isEmpty()) {
        QVERIFY(!after);
        QVERIFY2(after.error().message.contains(QString::fromUtf8(reason)), qPrintable(after.error().message));
        return;
    }
    QVERIFY2(after, after ? "" : qPrintable(after.error().message));
    QCOMPARE(*after, bytesOf(name + u".after.md"_s));
    // Once more changes nothing, unless items were put in or moved.
    const bool repeats = std::all_of(edits->begin(), edits->end(), [](const Edit &edit) {
        const bool inList = edit.path.last().intoList;
        return edit.kind == Edit::Kind::Set ? edit.path.last() != PathStep{QString(), PathStep::afterLast, true}
                                            : edit.kind == Edit::Kind::Remove && !inList;
    });
    if (repeats) {
        const Result<QByteArray> again = applyEdits(Document::parse(*after), *edits);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(*again, *after);
    }
}

QTEST_GUILESS_MAIN(TestEditFiles)
#include "tst_editfiles.moc"
