#include "core/sources/archivestore.h"
#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/archive/snapshotpage.h"
#include "ui/archive/snapshotview.h"
#include "ui/read/caseview.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What was seen of a quote, from the case to the passage in the copy of its source.
class TestWindowProvenance : public QObject {
    Q_OBJECT

private slots:
    void leadsToThePassage();
    void looksAgainWhenACopyIsKept();

private:
    static void keep(const CorpusFolder &folder)
    {
        Snapshot look;
        look.url = u"https://kept.example/story"_s;
        look.taken = QDateTime::fromString(u"2026-11-20T08:30:00Z"_s, Qt::ISODate);
        look.status = 200;
        look.type = u"text/html"_s;
        QVERIFY(keepSnapshot(folder.root(), look,
                             "<title>The story</title><article><p>The service was slow every two minutes. Nobody "
                             "knew why.</p><p>It was written anew within a month.</p></article>"));
    }
    static void write(const CorpusFolder &folder)
    {
        folder.write(u"corpus.yaml"_s,
                     "name: Small\nroles: {title: title, sources: sources}\nfields:\n  title: {type: text}\n"
                     "  sources: {type: records, fields: {title: {}, url: {type: url}}}\n");
        folder.write(u"cases/kept.md"_s,
                     caseText("Kept", "sources:\n  - title: The story\n    url: https://kept.example/story\n",
                              "> The service was slow every ten minutes.\n"));
    }
};

void TestWindowProvenance::leadsToThePassage()
{
    const CorpusFolder folder;
    write(folder);
    keep(folder);
    WindowDriver driver;
    QVERIFY(driver.open(folder.root(), u"kept"_s));
    QTRY_VERIFY(driver.reader()->toPlainText().contains(u"found with changes"));
    emit driver.reader()->anchorClicked(QUrl(u"casebook:passage/quote/2"_s));
    auto *page = driver.window().findChild<SnapshotPage *>();
    QVERIFY(page);
    QTRY_COMPARE(driver.pane()->currentWidget(), page);
    QTRY_COMPARE(page->view()->extraSelections().size(), 1);
    QCOMPARE(page->view()->extraSelections().first().cursor.selectedText(),
             u"The service was slow every two minutes"_s);
}

void TestWindowProvenance::looksAgainWhenACopyIsKept()
{
    const CorpusFolder folder;
    write(folder);
    WindowDriver driver;
    QVERIFY(driver.open(folder.root(), u"kept"_s));
    QTRY_COMPARE(driver.read(), u"Kept"_s);
    QVERIFY(!driver.reader()->toPlainText().contains(u"found with changes"));
    keep(folder);
    QEvent activation(QEvent::WindowActivate); // as when a person comes back from where the copy was kept
    QApplication::sendEvent(&driver.window(), &activation);
    QTRY_VERIFY(driver.reader()->toPlainText().contains(u"found with changes"));
}

CASEBOOK_GUI_TEST(TestWindowProvenance)
#include "tst_window_provenance.moc"
