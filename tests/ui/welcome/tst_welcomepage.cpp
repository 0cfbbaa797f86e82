#include "tests/ui/support/guitest.h"
#include "ui/welcome/welcomepage.h"

#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestWelcomePage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void buttons();
    void recentFolders();
    void recentByKey();
    void messages();

private:
    QPushButton *button(const QString &name) const { return m_page->findChild<QPushButton *>(name); }
    QListWidget *recent() const { return m_page->findChild<QListWidget *>(); }

    std::unique_ptr<WelcomePage> m_page;
};

void TestWelcomePage::init()
{
    m_page = std::make_unique<WelcomePage>();
    m_page->resize(900, 700);
    m_page->setRecent({});
    m_page->setBundled({});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestWelcomePage::buttons()
{
    QSignalSpy open(m_page.get(), &WelcomePage::openRequested);
    QTest::mouseClick(button(u"openFolder"_s), Qt::LeftButton);
    QCOMPARE(open.size(), 1);

    QVERIFY(!button(u"openBundled"_s)->isVisible());
    m_page->setBundled(u"/usr/share/casebook/rust"_s);
    QVERIFY(button(u"openBundled"_s)->isVisible());
    QSignalSpy folder(m_page.get(), &WelcomePage::folderRequested);
    QTest::mouseClick(button(u"openBundled"_s), Qt::LeftButton);
    QCOMPARE(folder.first().first().toString(), u"/usr/share/casebook/rust"_s);
}

void TestWelcomePage::recentFolders()
{
    QVERIFY(!recent()->isVisible());
    const QString inHome = QDir::homePath() + u"/cases"_s;
    m_page->setRecent({inHome, u"/srv/cases"_s});
    QVERIFY(recent()->isVisible());
    QCOMPARE(recent()->count(), 2);
    QCOMPARE(recent()->item(0)->text(), u"~/cases"_s);
    QCOMPARE(recent()->item(1)->text(), u"/srv/cases"_s);
    QSignalSpy folder(m_page.get(), &WelcomePage::folderRequested);
    QTest::mouseClick(recent()->viewport(), Qt::LeftButton, {}, recent()->visualItemRect(recent()->item(0)).center());
    QCOMPARE(folder.size(), 1);
    QCOMPARE(folder.first().first().toString(), inHome);
    m_page->setRecent({});
    QVERIFY(!recent()->isVisible());
}

void TestWelcomePage::recentByKey()
{
    m_page->setRecent({u"/a"_s, u"/b"_s});
    recent()->setFocus();
    QSignalSpy folder(m_page.get(), &WelcomePage::folderRequested);
    QTest::keyClick(recent(), Qt::Key_Down);
    QTest::keyClick(recent(), Qt::Key_Down);
    QTest::keyClick(recent(), Qt::Key_Return);
    QCOMPARE(folder.size(), 1);
    QCOMPARE(folder.first().first().toString(), u"/b"_s);
}

void TestWelcomePage::messages()
{
    auto *message = m_page->findChild<QLabel *>(u"welcomeMessage"_s);
    QVERIFY(!message->isVisible());
    m_page->setMessage(u"The folder /x is not there."_s);
    QVERIFY(message->isVisible());
    QCOMPARE(message->text(), u"The folder /x is not there."_s);
    m_page->setMessage({});
    QVERIFY(!message->isVisible());
}

CASEBOOK_GUI_TEST(TestWelcomePage)
#include "tst_welcomepage.moc"
