#include "core/store/filecontent.h"
#include "tests/ui/edit/editpagetest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/findbar.h"
#include "ui/edit/pathlabel.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestEditPage : public EditPageTest {
    Q_OBJECT

private slots:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void opens();
    void refusesToOpen_data();
    void refusesToOpen();
    void doesNotOpenOverUnsavedChanges();
    void preview();
    void previewAtOnce();
    void readOnly_data();
    void readOnly();
    void closes();
    void findsInTheSource();
    void problemsAndPlaces();
    void keysThatTheWindowHasToo();
    void remembersItsState();
};

void TestEditPage::opens()
{
    QCOMPARE(m_page->editor()->toPlainText(), QString::fromUtf8(original).remove(u'\r'));
    QCOMPARE(m_page->path(), path(u"cases/a.md"_s));
    QCOMPARE(m_page->findChild<PathLabel *>()->path(), u"cases/a.md"_s);
    QVERIFY(!m_page->isModified());
    QVERIFY(!m_page->findChild<QLabel *>(u"unsavedMark"_s)->isVisible());
    QVERIFY(!m_page->action(u"save")->isEnabled());
    QCOMPARE(bannerMessage(), QString());
}

void TestEditPage::refusesToOpen_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("not there") << u"cases/gone.md"_s;
    QTest::newRow("outside") << u"../a.md"_s;
    QTest::newRow("elsewhere") << u"/etc/hostname"_s;
    QTest::newRow("a folder") << u"cases"_s;
    QTest::newRow("too large") << u"large.md"_s;
}

void TestEditPage::refusesToOpen()
{
    QFETCH(QString, name);
    write(u"large.md"_s, QByteArray(caseFileLimit + 1, 'x'));
    const Result<void> opened = m_page->open(m_root, name);
    QVERIFY(!opened);
    QVERIFY(!opened.error().message.isEmpty());
    QCOMPARE(m_page->path(), path(u"cases/a.md"_s)); // as before
    type();
    QVERIFY(m_page->isModified());
}

void TestEditPage::doesNotOpenOverUnsavedChanges()
{
    write(u"cases/b.md"_s, "b\n");
    type();
    QVERIFY(!m_page->open(m_root, u"cases/b.md"_s));
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    m_page->save();
    QVERIFY(m_page->open(m_root, u"cases/b.md"_s));
    QCOMPARE(m_page->editor()->toPlainText(), u"b\n"_s);
}

void TestEditPage::preview()
{
    QCOMPARE(m_previewed, QList<QByteArray>{original});
    type();
    QCOMPARE(m_previewed.size(), 1); // not at every key
    QTRY_COMPARE(m_previewed.size(), 2);
    QCOMPARE(m_previewed.last(), edited);
}

void TestEditPage::previewAtOnce()
{
    EditPage page;
    QVERIFY(page.open(m_root, u"cases/a.md"_s));
    QList<QByteArray> shown;
    page.setPreview(new QWidget, [&shown](const QByteArray &bytes) { shown.append(bytes); });
    QCOMPARE(shown, QList<QByteArray>{original});
    write(u"cases/empty.md"_s, {});
    QVERIFY(page.open(m_root, u"cases/empty.md"_s));
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown.last(), QByteArray());
}

void TestEditPage::readOnly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not UTF-8") << QByteArray("a\xff\n");
    QTest::newRow("NUL") << QByteArray("a\0\n", 3);
    QTest::newRow("lone CR") << QByteArray("a\rb\n");
    QTest::newRow("paragraph separator") << QByteArray("a\xE2\x80\xA9\n");
}

void TestEditPage::readOnly()
{
    QFETCH(QByteArray, bytes);
    write(u"cases/b.md"_s, bytes);
    QVERIFY(m_page->open(m_root, u"cases/b.md"_s));
    QVERIFY(m_page->editor()->isReadOnly());
    QVERIFY2(bannerMessage().contains(u"line 1"_s), qPrintable(bannerMessage()));
    QCOMPARE(m_previewed.last(), bytes);
    type();
    QVERIFY(!m_page->isModified());
    QTest::keyClick(m_page->editor(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(read(u"cases/b.md"_s), bytes);
    QVERIFY(m_page->open(m_root, u"cases/a.md"_s));
    QVERIFY(!m_page->editor()->isReadOnly());
    QCOMPARE(bannerMessage(), QString());
}

void TestEditPage::closes()
{
    QSignalSpy closed(m_page.get(), &EditPage::closed);
    type();
    m_script.leave = LeaveAnswer::Cancel;
    m_page->action(u"closeEditor")->trigger();
    QCOMPARE(closed.count(), 0);
    m_script.leave = LeaveAnswer::Discard;
    m_page->action(u"closeEditor")->trigger();
    QCOMPARE(closed.count(), 1);
    QCOMPARE(m_page->path(), QString());
    QCOMPARE(m_page->editor()->toPlainText(), QString());
    QVERIFY(!m_page->isModified());
    QCOMPARE(read(u"cases/a.md"_s), original);
}

void TestEditPage::findsInTheSource()
{
    QTest::keyClick(m_page->editor(), Qt::Key_F, Qt::ControlModifier);
    auto *bar = m_page->findChild<FindBar *>();
    QVERIFY(bar->isVisible());
    auto *text = bar->findChild<QLineEdit *>(u"findText"_s);
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, u"TITLE"_s);
    QCOMPARE(m_page->editor()->textCursor().selectedText(), u"title"_s);
    QTest::keyClicks(text, u"x"_s);
    QCOMPARE(bar->findChild<QLabel *>(u"findResult"_s)->text(), u"Not found"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(m_page->editor()->hasFocus());
    QVERIFY(!m_page->isModified());
}

void TestEditPage::problemsAndPlaces()
{
    m_page->setProblems({{Severity::Error, 2, 8, u"too short"_s}});
    QCOMPARE(m_page->editor()->problemsOnLine(2), u"too short"_s);
    m_page->goTo(2, 8);
    QCOMPARE(m_page->editor()->textCursor().positionInBlock(), 7);
}

void TestEditPage::keysThatTheWindowHasToo()
{
    QMainWindow window;
    auto *central = new QWidget;
    auto *elsewhere = new QLineEdit(central);
    EditPage *page = m_page.release();
    page->setParent(central);
    auto *row = new QHBoxLayout(central);
    row->addWidget(elsewhere);
    row->addWidget(page);
    window.setCentralWidget(central);
    QStringList triggered;
    for (const auto key : {QKeySequence::Save, QKeySequence::Find, QKeySequence::ZoomIn}) {
        QAction *action = window.menuBar()->addAction(QKeySequence(key).toString());
        action->setShortcuts(key);
        connect(action, &QAction::triggered, &window, [&triggered, action] { triggered.append(action->text()); });
    }
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    page->show();
    page->editor()->setFocus();
    QTRY_VERIFY(page->editor()->hasFocus());

    QTest::keyClick(page->editor(), Qt::Key_X);
    QTest::keyClick(page->editor(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QTest::keyClick(page->editor(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(page->editor()->zoom(), 1);
    QTest::keyClick(page->editor(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(page->findChild<FindBar *>()->isVisible());
    QCOMPARE(triggered, QStringList());

    elsewhere->setFocus();
    QTRY_VERIFY(elsewhere->hasFocus());
    QTest::keyClick(elsewhere, Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(elsewhere, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(triggered, QStringList({u"Ctrl+S"_s, u"Ctrl+F"_s}));
}

void TestEditPage::remembersItsState()
{
    auto *splitter = m_page->findChild<QSplitter *>(u"editSplitter"_s);
    splitter->setSizes({600, 300});
    m_page->editor()->setZoom(3);
    const QList<int> sizes = splitter->sizes();
    const QByteArray state = m_page->saveState();
    splitter->setSizes({300, 600});
    m_page->editor()->setZoom(0);
    QVERIFY(m_page->restoreState(state));
    QCOMPARE(splitter->sizes(), sizes);
    QCOMPARE(m_page->editor()->zoom(), 3);
    QVERIFY(!m_page->restoreState("nonsense"));
    QVERIFY(!m_page->restoreState({}));
    QCOMPARE(splitter->sizes(), sizes);
}

QTEST_MAIN(TestEditPage)
#include "tst_editpage.moc"
