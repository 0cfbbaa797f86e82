#include "core/sources/archive.h"
#include "core/sources/archivestore.h"
#include "tests/support/scriptedserver.h"
#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/archive/refusedpages.h"
#include "ui/archive/snapshotpage.h"
#include "ui/archive/snapshotview.h"
#include "ui/archive/snapshotwords.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/read/caseview.h"
#include "ui/sources/networkindicator.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settings.h"

#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeWidget>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QString pageUrl = u"https://kept.example/story"_s;
const QString otherUrl = u"https://other.example/page"_s;

const QByteArray firstPage =
    "<title>The story</title><nav>Menu of the site</nav><article><h1>A story</h1><p>The service was slow "
    "every two minutes. Nobody knew why.</p><p>So it was written anew,\nwithin a month, and "
    "was never slow again; this <b>paragraph</b> goes on for a while.</p></article>";
const QByteArray secondPage = QByteArray(firstPage).replace("Nobody knew why", "Everybody knew why");

} // namespace

class TestSnapshots : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void tellsOfACopyBesideItsSource();
    void readsACopy();
    void choosesAndComparesCopies();
    void findsWithinACopy();
    void goesToAPassage();
    void goesToAPassageOfAnOlderCopy();
    void showsThePicturesThatAreKept();
    void saysThatNoCopyIsKept();
    void saysThatACopyIsDamaged();
    void leavesForAnotherCase();
    void listsWhatWasNotKept();
    void keepsACopyWhenAsked();
    void tellsWhyNoCopyWasKept();

private:
    void keep(const QString &url, const QByteArray &bytes, const QString &time, const QString &type = u"text/html"_s);
    void open();
    SnapshotPage *page() const { return m_window->window().findChild<SnapshotPage *>(); }
    SnapshotView *view() const { return page()->view(); }
    void readCopy(const QString &url);
    QString text() const { return view()->toPlainText(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_window;
};

void TestSnapshots::init()
{
    Settings::setAllowsPrivateAddresses(false);
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->write(u"corpus.yaml"_s,
                    m_folder->read(u"corpus.yaml"_s)
                        + "  sources: {type: records, fields: {title: {type: text}, url: {type: url}}}\n");
    m_folder->write(u"cases/kept.md"_s,
                    caseText("Kept",
                             "sources:\n  - title: The story\n    url: " + pageUrl.toUtf8()
                                 + "\n  - title: Another page\n    url: " + otherUrl.toUtf8() + '\n'));
}

void TestSnapshots::keep(const QString &url, const QByteArray &bytes, const QString &time, const QString &type)
{
    Snapshot look;
    look.url = url;
    look.taken = QDateTime::fromString(time, Qt::ISODate);
    look.status = 200;
    look.type = type;
    QVERIFY(keepSnapshot(m_folder->root(), look, bytes));
}

void TestSnapshots::open()
{
    m_window = std::make_unique<WindowDriver>();
    QVERIFY(m_window->open(m_folder->root(), u"kept"_s));
    QTRY_COMPARE(m_window->reader()->currentId(), u"kept"_s);
}

void TestSnapshots::readCopy(const QString &url)
{
    emit m_window->reader()->snapshotRequested(url);
    QTRY_VERIFY(!page()->isReading());
}

void TestSnapshots::tellsOfACopyBesideItsSource()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    QCOMPARE(m_window->reader()->toPlainText().count(u"copy kept on"), 1);
    QCOMPARE(pageOfSnapshotLink(snapshotLink(pageUrl)), pageUrl);
    emit m_window->reader()->anchorClicked(QUrl(snapshotLink(pageUrl)));
    QTRY_COMPARE(m_window->pane()->currentWidget(), page());
    QCOMPARE(page()->url(), pageUrl);
}

void TestSnapshots::readsACopy()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    readCopy(pageUrl);
    QVERIFY(text().contains(u"The service was slow every two minutes."));
    QVERIFY(!text().contains(u"Menu of the site"));
    QCOMPARE(page()->findChild<QLabel *>(u"snapshotHeading"_s)->text(), u"The story"_s);
    const QString facts = page()->findChild<QLabel *>(u"snapshotFacts"_s)->text();
    QVERIFY(facts.contains(pageUrl) && facts.contains(u"text/html") && facts.contains(u"UTF-8")
            && facts.contains(u"SHA-256"));
    page()->action(u"wholePage")->trigger();
    QTRY_VERIFY(text().contains(u"Menu of the site"));
    view()->setFocus();
    m_window->press(u"Esc"_s);
    QTRY_VERIFY(!m_window->pane()->showsPage());
    QCOMPARE(m_window->reader()->currentId(), u"kept"_s);
}

void TestSnapshots::choosesAndComparesCopies()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    keep(pageUrl, secondPage, u"2026-12-01T08:30:00Z"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    readCopy(pageUrl);
    QVERIFY(text().contains(u"Everybody knew"));
    auto *choice = page()->findChild<QComboBox *>(u"snapshotChoice"_s);
    QCOMPARE(choice->count(), 2);
    choice->setFocus();
    m_window->press(u"Down"_s);
    QTRY_VERIFY(text().contains(u"Nobody knew"));
    choice->setFocus();
    m_window->press(u"Up"_s);
    QTRY_VERIFY(text().contains(u"Everybody knew"));

    page()->action(u"compareSnapshots")->trigger();
    auto *panel = page()->findChild<DifferencePanel *>();
    QTRY_VERIFY(panel->isVisible() && !panel->summary().isEmpty());
    QVERIFY(page()->findChild<QComboBox *>(u"snapshotWith"_s)->isVisible());
    page()->action(u"leaveSnapshot")->trigger(); // one step at a time
    QVERIFY(!panel->isVisible());
    QVERIFY(m_window->pane()->showsPage());
}

void TestSnapshots::findsWithinACopy()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    readCopy(pageUrl);
    m_window->action(u"find"_s)->trigger();
    m_window->type(u"slow"_s);
    QTRY_COMPARE(view()->textCursor().selectedText(), u"slow"_s);
    const int first = view()->textCursor().position();
    m_window->action(u"nextMatch"_s)->trigger();
    QVERIFY(view()->textCursor().position() > first);
    QCOMPARE(view()->extraSelections().size(), 2);
    m_window->press(u"Esc"_s); // the find bar
    QVERIFY(m_window->pane()->showsPage());
    QCOMPARE(view()->extraSelections().size(), 0);
}

void TestSnapshots::goesToAPassage()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    readCopy(pageUrl);
    // Line ends and marks within the passage make no difference.
    QVERIFY(view()->showPassage(u"written  anew, within a month, and was never slow again; this paragraph goes"_s));
    QCOMPARE(view()->extraSelections().size(), 1);
    QVERIFY(view()->extraSelections().at(0).cursor.selectedText().startsWith(u"written anew"));
    QVERIFY(!view()->showPassage(u"written anew within a year"_s));
    QCOMPARE(view()->extraSelections().size(), 0);
    // What stands beside the page's text is shown with the whole page.
    page()->showPage(pageUrl, {}, u"Menu of the site"_s);
    QTRY_COMPARE(view()->extraSelections().size(), 1);
    QVERIFY(page()->action(u"wholePage")->isChecked());
}

void TestSnapshots::goesToAPassageOfAnOlderCopy()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    const QByteArray sum = Archive::read(m_folder->root()).latestOf(pageUrl).sha256;
    keep(pageUrl, secondPage, u"2026-12-01T08:30:00Z"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    emit m_window->reader()->passageRequested(pageUrl, u"Nobody knew why"_s, sum);
    QTRY_COMPARE(m_window->pane()->currentWidget(), page());
    QTRY_COMPARE(view()->extraSelections().size(), 1);
    auto *choice = page()->findChild<QComboBox *>(u"snapshotChoice"_s);
    QCOMPARE(choice->currentIndex(), 1);
    QCOMPARE(page()->findChild<QComboBox *>(u"snapshotWith"_s)->currentIndex(), 0);
    // It stays when another one comes.
    keep(pageUrl, QByteArray(secondPage).replace("Everybody", "Somebody"), u"2026-12-24T08:30:00Z"_s);
    QEvent back(QEvent::WindowActivate);
    QCoreApplication::sendEvent(&m_window->window(), &back);
    QTRY_COMPARE(choice->count(), 3);
    QCOMPARE(choice->currentIndex(), 2);
    QVERIFY(text().contains(u"Nobody knew"));
    QCOMPARE(view()->extraSelections().size(), 1);
}

void TestSnapshots::showsThePicturesThatAreKept()
{
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(&buffer, "PNG"));
    const QByteArray withPicture =
        QByteArray(firstPage).replace("</article>", "<p><img src='/a.png' alt='Chart'></p></article>");
    keep(pageUrl, withPicture, u"2026-11-20T08:30:00Z"_s);
    keep(u"https://kept.example/a.png"_s, png, u"2026-11-20T08:30:01Z"_s, u"image/png"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    readCopy(pageUrl);
    QVERIFY(!text().contains(QChar::ObjectReplacementCharacter));
    page()->action(u"snapshotPictures")->trigger();
    QTRY_VERIFY(view()->document()->toRawText().contains(QChar::ObjectReplacementCharacter));
}

void TestSnapshots::saysThatNoCopyIsKept()
{
    open();
    readCopy(otherUrl);
    QVERIFY(text().contains(u"No copy of this page is kept"));
    QVERIFY(!page()->action(u"compareSnapshots")->isEnabled());
    QVERIFY(page()->action(u"keepThisPage")->isEnabled());
    // As soon as one is kept, it is shown.
    keep(otherUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    QEvent back(QEvent::WindowActivate); // the person comes back from another program
    QCoreApplication::sendEvent(&m_window->window(), &back);
    QTRY_VERIFY(text().contains(u"The service was slow"));
}

void TestSnapshots::saysThatACopyIsDamaged()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    const QString path = Archive::read(m_folder->root()).latestOf(pageUrl).path;
    m_folder->write(path, "tampered with");
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    readCopy(pageUrl);
    QVERIFY(text().contains(u"SHA-256"));
    QVERIFY(!text().contains(u"tampered"));
}

void TestSnapshots::leavesForAnotherCase()
{
    keep(pageUrl, firstPage, u"2026-11-20T08:30:00Z"_s);
    open();
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    readCopy(pageUrl);
    QVERIFY(m_window->pane()->showsPage());
    m_window->action(u"back"_s)->trigger();
    QVERIFY(!m_window->pane()->showsPage());
    readCopy(pageUrl);
    m_window->clickCase(u"alpha"_s);
    QTRY_COMPARE(m_window->reader()->currentId(), u"alpha"_s);
    QVERIFY(!m_window->pane()->showsPage());

    m_window->clickCase(u"kept"_s);
    auto *menu = m_window->window().findChild<QMenu *>(u"readCopy"_s);
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    QCOMPARE(menu->actions().at(0)->text(), u"The story"_s);
    menu->actions().at(0)->trigger();
    QTRY_COMPARE(m_window->pane()->currentWidget(), page());
}

void TestSnapshots::listsWhatWasNotKept()
{
    open();
    showRefusedPages(&m_window->window(),
                     {{pageUrl, SnapshotOutcome::State::Refused, {}, u"Gone."_s},
                      {otherUrl, SnapshotOutcome::State::Refused, {}, u"Too large."_s}});
    QWidget *dialog = m_window->dialog(u"refusedPagesDialog"_s);
    QVERIFY(dialog);
    auto *list = dialog->findChild<QTreeWidget *>(u"refusedPages"_s);
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(1)->text(1), u"Too large."_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->dialog(u"refusedPagesDialog"_s));
}

void TestSnapshots::keepsACopyWhenAsked()
{
    ScriptedServer server;
    server.on("/story", htmlAnswer(200, firstPage));
    const QString url = server.url(u"/story"_s).toString();
    m_folder->write(u"cases/kept.md"_s,
                    caseText("Kept",
                             "sources:\n  - title: The story\n    url: " + url.toUtf8()
                                 + "\n  - title: A part of it\n    url: " + url.toUtf8() + "#end\n"));
    Settings::setAllowsPrivateAddresses(true);
    open();
    QVERIFY(server.requests().isEmpty()); // nothing unless a person asks
    m_window->action(u"keepCase"_s)->trigger();
    QVERIFY(m_window->window().findChild<NetworkIndicator *>()->text().contains(u"keeping copies"));
    QTRY_VERIFY(m_window->reader()->toPlainText().contains(u"copy kept on"));
    QTRY_VERIFY(!m_window->window().findChild<NetworkIndicator *>()->text().contains(u"keeping copies"));
    QVERIFY2(m_window->status().contains(u"1 cop"), qPrintable(m_window->status()));
    QCOMPARE(server.requests().size(), 1);
    readCopy(url);
    QVERIFY(text().contains(u"The service was slow"));
    page()->action(u"keepThisPage")->trigger(); // again, and it has not changed
    QTRY_VERIFY2(m_window->status().contains(u"unchanged"), qPrintable(m_window->status()));
    QCOMPARE(Archive::read(m_folder->root()).snapshotsOf(url).size(), 1);
}

void TestSnapshots::tellsWhyNoCopyWasKept()
{
    ScriptedServer server;
    const QString url = server.url(u"/story"_s).toString();
    m_folder->write(u"cases/kept.md"_s,
                    caseText("Kept", "sources:\n  - title: The story\n    url: " + url.toUtf8() + '\n'));
    open();
    m_window->action(u"keepCase"_s)->trigger(); // on this computer, which nobody has allowed
    QTRY_VERIFY2(m_window->status().contains(u"Not kept"), qPrintable(m_window->status()));
    QVERIFY(server.requests().isEmpty());
    QVERIFY(m_window->action(u"showRefused"_s)->isEnabled());
    QVERIFY(!m_folder->exists(u"archive"_s));
}

CASEBOOK_GUI_TEST(TestSnapshots)
#include "tst_snapshots.moc"
