#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/read/caseview.h"
#include "ui/similar/similardelegate.h"
#include "ui/similar/similarpanel.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has a copy of the bundled corpus, open in the window at Discord's case.
class TestWindowSimilar : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsCasesWithReasons();
    void readsOneByKey();
    void readsOneByMouse();
    void readsOneThatIsFilteredAway();
    void followsTheReader();
    void followsTheDisk();
    void closes();
    void isRemembered();
    void nothingInCommon();

private:
    SimilarPanel *panel() const { return m_driver->window().findChild<SimilarPanel *>(); }
    QListWidget *list() const { return panel()->findChild<QListWidget *>(); }
    QString idAt(int row) const { return list()->item(row)->data(SimilarDelegate::IdRole).toString(); }
    bool holds(const QString &id) const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowSimilar::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->copyBundled();
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"discord-read-states"_s));
    QTRY_COMPARE(m_driver->reader()->currentId(), u"discord-read-states"_s);
}

void TestWindowSimilar::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

bool TestWindowSimilar::holds(const QString &id) const
{
    for (int row = 0; row < list()->count(); ++row) {
        if (idAt(row) == id)
            return true;
    }
    return false;
}

void TestWindowSimilar::showsCasesWithReasons()
{
    QVERIFY(!panel()->isVisible());
    m_driver->press(u"Ctrl+J"_s);
    QVERIFY(panel()->isVisible());
    QTRY_COMPARE(list()->count(), 10);
    QVERIFY(holds(u"discord-elixir"_s));
    QVERIFY(!holds(u"discord-read-states"_s));
    for (int row = 0; row < list()->count(); ++row) {
        QVERIFY(!list()->item(row)->data(SimilarDelegate::ReasonsRole).toString().isEmpty());
        QVERIFY(list()->item(row)->data(Qt::AccessibleTextRole).toString().size() > list()->item(row)->text().size());
    }
    QVERIFY(list()->hasFocus());
}

void TestWindowSimilar::readsOneByKey()
{
    m_driver->press(u"Ctrl+J"_s);
    QTRY_COMPARE(list()->count(), 10);
    const QString second = idAt(1);
    m_driver->press(u"Down"_s);
    m_driver->press(u"Return"_s);
    QCOMPARE(m_driver->reader()->currentId(), second);
    QCOMPARE(m_driver->tree()->currentId(), second);
    m_driver->press(u"Alt+Left"_s);
    QCOMPARE(m_driver->reader()->currentId(), u"discord-read-states"_s);
}

void TestWindowSimilar::readsOneByMouse()
{
    m_driver->action(u"showSimilar"_s)->trigger();
    QTRY_COMPARE(list()->count(), 10);
    const QString first = idAt(0);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(0)).center());
    QCOMPARE(m_driver->reader()->currentId(), first);
}

void TestWindowSimilar::readsOneThatIsFilteredAway()
{
    m_driver->field()->setText(u"organization:discord"_s);
    m_driver->press(u"Ctrl+J"_s);
    QTRY_COMPARE(list()->count(), 10);
    int row = 0;
    while (m_driver->shows(idAt(row)))
        ++row;
    const QString id = idAt(row);
    list()->setCurrentRow(row);
    m_driver->press(u"Return"_s);
    QCOMPARE(m_driver->reader()->currentId(), id);
}

void TestWindowSimilar::followsTheReader()
{
    m_driver->press(u"Ctrl+J"_s);
    QTRY_VERIFY(holds(u"discord-elixir"_s));
    m_driver->clickCase(u"discord-elixir"_s);
    QTRY_VERIFY(holds(u"discord-read-states"_s));
    QVERIFY(!holds(u"discord-elixir"_s));
}

void TestWindowSimilar::followsTheDisk()
{
    m_driver->press(u"Ctrl+J"_s);
    QTRY_VERIFY(holds(u"discord-elixir"_s));
    m_folder->remove(u"cases/discord-elixir.md"_s);
    m_driver->press(u"F5"_s);
    QTRY_VERIFY(!m_driver->shows(u"discord-elixir"_s));
    QTRY_VERIFY(list()->count() > 0 && !holds(u"discord-elixir"_s));
}

void TestWindowSimilar::closes()
{
    m_driver->press(u"Ctrl+J"_s);
    QTRY_COMPARE(list()->count(), 10);
    m_driver->press(u"Esc"_s);
    QVERIFY(!panel()->isVisible());
    QVERIFY(!m_driver->action(u"showSimilar"_s)->isChecked());
    QVERIFY(m_driver->reader()->hasFocus());
    m_driver->press(u"Ctrl+J"_s);
    QTest::mouseClick(panel()->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!panel()->isVisible());
}

void TestWindowSimilar::isRemembered()
{
    m_driver->press(u"Ctrl+J"_s);
    m_driver->window().close();
    QTRY_VERIFY(!m_driver->isOpen());
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"discord-read-states"_s));
    QVERIFY(panel()->isVisible());
    QTRY_COMPARE(list()->count(), 10);
}

void TestWindowSimilar::nothingInCommon()
{
    m_folder->write(u"cases/lonely.md"_s, "---\ntitle: Qqq\n---\n");
    m_driver->press(u"F5"_s);
    QTRY_VERIFY(m_driver->shows(u"lonely"_s));
    m_driver->clickCase(u"lonely"_s);
    m_driver->press(u"Ctrl+J"_s);
    const auto *message = panel()->findChild<QLabel *>(u"similarMessage"_s);
    QTRY_VERIFY2(message->text().contains(u"nothing"_s) || message->text().contains(u"No other case"_s),
                 qPrintable(message->text()));
    QCOMPARE(list()->count(), 0);
    m_driver->press(u"Esc"_s);
    QVERIFY(!panel()->isVisible());
}

CASEBOOK_GUI_TEST(TestWindowSimilar)
#include "tst_window_similar.moc"
