#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/filterpanel.h"
#include "ui/browse/queryfield.h"
#include "ui/read/readerpage.h"
#include "ui/window/casepane.h"
#include "ui/welcome/welcomepage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settings.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus and a window with nothing open, which remembers nothing.
class TestWindowOpen : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void startsWithTheWelcomePage();
    void opensTheBundledCorpus();
    void opensRecentCorpora();
    void forgetsARecentCorpus();
    void cannotOpen_data();
    void cannotOpen();
    void cannotOpenWhileOneIsOpen();
    void emptyFolder_data();
    void emptyFolder();
    void folderOfPlainMarkdown();
    void asksForACaseAndAFilter();
    void closesACorpus();
    void anotherCorpus();
    void sameCorpusAgain();
    void lastCase();
    void lastCaseIsGone();
    void folderGoesAway();
    void changedDescription();
    void keepsTheEditorOfAnEmptiedCorpus();
    void remembersTheWindow();

private:
    void reopenWindow();
    QListWidget *recent() const { return m_driver->window().findChild<WelcomePage *>()->findChild<QListWidget *>(); }
    QString root() const { return m_driver->window().session().corpus().layout().root; }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowOpen::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_driver = std::make_unique<WindowDriver>();
}

void TestWindowOpen::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowOpen::reopenWindow()
{
    m_driver->window().close();
    QTRY_VERIFY(!m_driver->isOpen());
    m_driver = std::make_unique<WindowDriver>();
}

void TestWindowOpen::startsWithTheWelcomePage()
{
    QVERIFY(m_driver->window().findChild<QPushButton *>(u"openFolder"_s)->isVisible());
    QCOMPARE(m_driver->welcomeMessage(), QString());
    QVERIFY(!recent()->isVisible());
    for (const QString &name :
         {u"newCase"_s, u"closeCorpus"_s, u"edit"_s, u"exportPdf"_s, u"trash"_s, u"find"_s, u"saveCase"_s})
        QVERIFY2(!m_driver->action(name)->isEnabled(), qPrintable(name));
    QVERIFY(m_driver->action(u"openCorpus"_s)->isEnabled());
    m_driver->press(u"Ctrl+O"_s);
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestWindowOpen::opensTheBundledCorpus()
{
    m_driver->window().setBundledCorpus(m_folder->root());
    QTest::mouseClick(m_driver->window().findChild<QPushButton *>(u"openBundled"_s), Qt::LeftButton);
    QTRY_COMPARE(m_driver->cases().size(), 5);
    QVERIFY(m_driver->tree()->isVisible());
}

void TestWindowOpen::opensRecentCorpora()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->press(u"Ctrl+W"_s);
    QTRY_VERIFY(recent()->isVisible());
    QCOMPARE(recent()->count(), 1);
    QTest::mouseClick(recent()->viewport(), Qt::LeftButton, {}, recent()->visualItemRect(recent()->item(0)).center());
    QTRY_COMPARE(m_driver->cases().size(), 5);

    CorpusFolder other;
    other.write(u"one.md"_s, "# One\n");
    QVERIFY(m_driver->open(other.root()));
    QMenu *menu = nullptr;
    for (QMenu *one : m_driver->window().findChildren<QMenu *>()) {
        if (one->title().remove(u'&') == u"Open Recent"_s)
            menu = one;
    }
    QVERIFY(menu);
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().first()->text(), other.root());
    menu->actions().last()->trigger();
    QTRY_COMPARE(root(), m_folder->root());
    QTRY_COMPARE(m_driver->cases().size(), 5);
}

void TestWindowOpen::forgetsARecentCorpus()
{
    Settings::addRecentCorpus(u"/a"_s);
    Settings::addRecentCorpus(u"/b"_s);
    for (int i = 0; i < 20; ++i)
        Settings::addRecentCorpus(u"/c"_s + QString::number(i));
    QCOMPARE(Settings::recentCorpora().size(), 10);
    Settings::addRecentCorpus(u"/c15"_s);
    QCOMPARE(Settings::recentCorpora().size(), 10);
    QCOMPARE(Settings::recentCorpora().first(), u"/c15"_s);
    QCOMPARE(Settings::lastCorpus(), u"/c15"_s);
    Settings::removeRecentCorpus(u"/c15"_s);
    QVERIFY(!Settings::recentCorpora().contains(u"/c15"_s));
}

void TestWindowOpen::cannotOpen_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << u"missing"_s;
    QTest::newRow("a file") << u"corpus.yaml"_s;
}

void TestWindowOpen::cannotOpen()
{
    QFETCH(QString, name);
    m_driver->window().openCorpus(m_folder->path(name));
    QVERIFY2(m_driver->welcomeMessage().contains(name), qPrintable(m_driver->welcomeMessage()));
    QVERIFY(m_driver->window().findChild<QPushButton *>(u"openFolder"_s)->isVisible());
    QVERIFY(Settings::recentCorpora().isEmpty());
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->press(u"Ctrl+W"_s);
    QCOMPARE(m_driver->welcomeMessage(), QString()); // said once
}

void TestWindowOpen::cannotOpenWhileOneIsOpen()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->window().openCorpus(m_folder->path(u"missing"_s));
    QVERIFY(m_driver->welcomeMessage().contains(u"missing"_s));
    QCOMPARE(recent()->count(), 1); // the way back
}

void TestWindowOpen::emptyFolder_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("empty") << QString();
    QTest::newRow("without Markdown") << u"readme.txt"_s;
    QTest::newRow("with a description only") << u"corpus.yaml"_s;
}

void TestWindowOpen::emptyFolder()
{
    QFETCH(QString, file);
    CorpusFolder empty;
    if (!file.isEmpty())
        empty.write(file, "name: Nothing\n");
    QVERIFY(m_driver->open(empty.root()));
    auto *message = m_driver->window().findChild<QLabel *>(u"treeMessage"_s);
    QTRY_VERIFY(message->isVisible());
    QTRY_VERIFY(message->text().contains(u"no Markdown files"_s));
    QVERIFY(m_driver->action(u"newCase"_s)->isEnabled());
    QVERIFY(!m_driver->action(u"exportPdf"_s)->isEnabled());
    empty.write(u"cases/first.md"_s, "# First\n");
    m_driver->press(u"F5"_s);
    QTRY_COMPARE(m_driver->cases().size(), 1);
    QTRY_VERIFY(!message->isVisible());
}

void TestWindowOpen::folderOfPlainMarkdown()
{
    CorpusFolder plain;
    plain.write(u"adopt/one.md"_s, "---\nstatus: good\n---\n# One\n");
    plain.write(u"hold/two.md"_s, "---\nstatus: bad\n---\n# Two\n");
    plain.write(u"three.md"_s, "# Three\n");
    QVERIFY(m_driver->open(plain.root()));
    QTRY_COMPARE(m_driver->groups(), (QStringList{u"bad 1"_s, u"good 1"_s, u"(none) 1"_s}));
    m_driver->clickCase(u"adopt/one"_s);
    QCOMPARE(m_driver->read(), u"One"_s);
}

void TestWindowOpen::asksForACaseAndAFilter()
{
    QVERIFY(m_driver->open(m_folder->root(), u"delta"_s, u"slow"_s));
    QTRY_COMPARE(m_driver->read(), u"Delta game"_s);
    QCOMPARE(m_driver->field()->text(), u"slow"_s);
    QCOMPARE(m_driver->cases(), (QStringList{u"beta"_s, u"delta"_s}));
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"delta"_s});
}

void TestWindowOpen::closesACorpus()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->press(u"Ctrl+W"_s);
    QVERIFY(!m_driver->window().session().isOpen());
    QVERIFY(m_driver->window().findChild<QPushButton *>(u"openFolder"_s)->isVisible());
    QVERIFY(!m_driver->action(u"newCase"_s)->isEnabled());
    QVERIFY(!m_driver->action(u"back"_s)->isEnabled());
    QCOMPARE(m_driver->status(), QString());
}

void TestWindowOpen::anotherCorpus()
{
    CorpusFolder other;
    other.write(u"notes/one.md"_s, "# One\n");
    other.write(u"two.md"_s, "# Two\n");
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->clickCase(u"beta"_s);
    m_driver->clickCase(u"gamma"_s);
    QMenu *menu = m_driver->window().findChild<QToolButton *>(u"groupBy"_s)->menu();
    emit menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Tags"_s)
            action->trigger();
    }
    QVERIFY(m_driver->groups().contains(u"cli 1"_s));

    QVERIFY(m_driver->open(other.root()));
    QTRY_COMPARE(m_driver->cases().size(), 2);
    QTRY_VERIFY(!m_driver->read().isEmpty()); // its first case
    QVERIFY(!m_driver->action(u"back"_s)->isEnabled());
    QVERIFY(m_driver->window().findChild<QToolButton *>(u"groupBy"_s)->text() != u"Tags"_s);
    QVERIFY(m_driver->window().windowTitle().contains(QDir(other.root()).dirName()));

    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s); // where it was left
    QVERIFY(!m_driver->action(u"back"_s)->isEnabled());
}

void TestWindowOpen::sameCorpusAgain()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->clickCase(u"beta"_s);
    m_driver->clickCase(u"gamma"_s);
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"gamma"_s});
    QVERIFY(m_driver->action(u"back"_s)->isEnabled());
}

void TestWindowOpen::lastCase()
{
    m_folder->writeMany(60);
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_COMPARE(m_driver->cases().size(), 65);
    m_driver->clickCase(u"case-0050"_s);
    reopenWindow();
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_COMPARE(m_driver->read(), u"Case 0050"_s);
    QTRY_COMPARE(m_driver->tree()->selectedIds(), QStringList{u"case-0050"_s});
    QTRY_VERIFY(
        m_driver->tree()->viewport()->rect().intersects(m_driver->tree()->visualRect(m_driver->at(u"case-0050"_s))));
}

void TestWindowOpen::lastCaseIsGone()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->clickCase(u"gamma"_s);
    reopenWindow();
    m_folder->remove(u"cases/gamma.md"_s);
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_VERIFY(!m_driver->read().isEmpty()); // the first one then
}

void TestWindowOpen::folderGoesAway()
{
    QVERIFY(m_driver->open(m_folder->root()));
    const QString away = m_folder->root() + u"-away"_s;
    QVERIFY(QFile::rename(m_folder->root(), away));
    m_driver->press(u"F5"_s);
    QTRY_VERIFY(m_driver->welcomeMessage().contains(m_folder->root()));
    QVERIFY(QFile::rename(away, m_folder->root()));
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_COMPARE(m_driver->cases().size(), 5);
}

void TestWindowOpen::changedDescription()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->clickCase(u"gamma"_s);
    QByteArray description = m_folder->read(u"corpus.yaml"_s);
    description.replace("label: Adopting", "label: Taking up");
    m_folder->write(u"corpus.yaml"_s, description);
    m_driver->press(u"F5"_s);
    QTRY_VERIFY(m_driver->groups().contains(u"Taking up 1"_s));
    QTRY_COMPARE(m_driver->cases().size(), 5);
    QCOMPARE(m_driver->read(), u"Gamma tool"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"gamma"_s});
}

// Unsaved text stays where it is when the corpus is read anew and nothing is left of it.
void TestWindowOpen::keepsTheEditorOfAnEmptiedCorpus()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->clickCase(u"gamma"_s);
    m_driver->press(u"F4"_s);
    const CasePane *pane = m_driver->pane();
    QTRY_VERIFY(pane->isEditing());
    for (const QString &name : QDir(m_folder->root() + u"/cases"_s).entryList({u"*.md"_s}, QDir::Files))
        m_folder->remove(u"cases/"_s + name);
    m_folder->write(u"corpus.yaml"_s, m_folder->read(u"corpus.yaml"_s) + "\n# changed\n");
    m_driver->press(u"F5"_s);
    QTRY_COMPARE(m_driver->cases().size(), 0);
    QTRY_VERIFY(!m_driver->window().session().isLoading());
    QVERIFY(pane->isEditing());
}

void TestWindowOpen::remembersTheWindow()
{
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->window().showNormal();
    m_driver->window().resize(780, 500);
    m_driver->press(u"F9"_s);
    m_driver->window().findChild<FilterPanel *>()->setCollapsedPaths({u"from"_s});
    m_driver->press(u"Ctrl++"_s);
    const double zoom = m_driver->reader()->zoom();
    QVERIFY(zoom > 1);
    m_driver->window().close();
    QTRY_VERIFY(!m_driver->isOpen());
    m_driver.reset();

    MainWindow window;
    QCOMPARE(window.size(), QSize(780, 500));
    QVERIFY(window.findChild<FilterPanel *>()->isHidden());
    QCOMPARE(window.findChild<FilterPanel *>()->collapsedPaths(), QStringList{u"from"_s});
    QCOMPARE(window.findChild<CasePane *>()->reader()->view()->zoom(), zoom);
}

CASEBOOK_GUI_TEST(TestWindowOpen)
#include "tst_window_open.moc"
