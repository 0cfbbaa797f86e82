#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/curate/bulkeditdialog.h"
#include "ui/window/mainwindow.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Closing the window while files are being changed: what was begun ends in an event, so that before the next one it is
/// still under way.
class TestWindowClosing : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void finishesFirst();
    void stops();
    void staysOpen();
    void goesWhenItHasEnded();
    void staysWhereSomethingFailed();
    void asksOnce();

private:
    void startChanging();
    void press(const QString &button) const;
    QMessageBox *question() const { return m_driver->window().findChild<QMessageBox *>(u"closeQuestion"_s); }
    int changed() const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowClosing::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->writeMany(40);
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"gamma"_s));
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s);
}

void TestWindowClosing::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

/// All cases get a field, and this returns while they are at it.
void TestWindowClosing::startChanging()
{
    m_driver->tree()->setFocus();
    m_driver->press(u"Ctrl+A"_s);
    m_driver->press(u"Shift+F2"_s);
    auto *dialog = m_driver->window().findChild<BulkEditDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>(u"bulkField"_s)->setEditText(u"checked"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bulkValue"_s), u"maybe"_s);
    auto *list = dialog->findChild<QTreeView *>(u"fileChanges"_s);
    QTRY_COMPARE(list->model()->rowCount(), 45);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    m_driver->window().close();
}

void TestWindowClosing::press(const QString &button) const
{
    QVERIFY(question());
    const QList<QAbstractButton *> buttons = question()->buttons();
    for (QAbstractButton *one : buttons) {
        if (one->text().remove(u'&') == button) {
            one->click();
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + button));
}

int TestWindowClosing::changed() const
{
    int count = 0;
    for (int i = 0; i < 40; ++i) {
        const QString name = u"cases/case-%1.md"_s.arg(i, 4, 10, QChar(u'0'));
        count += m_folder->read(name).contains("checked: maybe\n") ? 1 : 0;
    }
    return count;
}

void TestWindowClosing::finishesFirst()
{
    startChanging();
    QVERIFY(m_driver->isOpen());
    press(u"Finish, Then Close"_s);
    QTRY_VERIFY(!m_driver->isOpen());
    QCOMPARE(changed(), 40);
}

void TestWindowClosing::stops()
{
    startChanging();
    press(u"Stop and Close"_s);
    QTRY_VERIFY(!m_driver->isOpen());
    const int then = changed();
    m_driver.reset(); // waits for whatever would still be at work
    QCOMPARE(changed(), then);
}

void TestWindowClosing::staysOpen()
{
    startChanging();
    press(u"Cancel"_s);
    QTRY_COMPARE(changed(), 40);
    QTRY_VERIFY(m_driver->status().contains(u"45"_s));
    QVERIFY(m_driver->isOpen());
}

void TestWindowClosing::goesWhenItHasEnded()
{
    startChanging();
    QVERIFY(question());
    QTRY_VERIFY(!m_driver->isOpen()); // nobody answered, and there is nothing left to ask
    QCOMPARE(changed(), 40);
}

void TestWindowClosing::staysWhereSomethingFailed()
{
    m_driver->tree()->setFocus();
    m_driver->press(u"Ctrl+A"_s);
    m_driver->press(u"Shift+F2"_s);
    auto *dialog = m_driver->window().findChild<BulkEditDialog *>();
    dialog->findChild<QComboBox *>(u"bulkField"_s)->setEditText(u"checked"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bulkValue"_s), u"maybe"_s);
    QTRY_COMPARE(dialog->findChild<QTreeView *>(u"fileChanges"_s)->model()->rowCount(), 45);
    m_folder->remove(u"cases/alpha.md"_s);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    m_driver->window().close();
    press(u"Finish, Then Close"_s);
    const auto report = [this]() -> QMessageBox * {
        const auto boxes = m_driver->window().findChildren<QMessageBox *>();
        for (QMessageBox *box : boxes) {
            if (box->isVisible() && box->informativeText().contains(u"alpha.md"_s))
                return box;
        }
        return nullptr;
    };
    QTRY_VERIFY(report());
    QVERIFY(m_driver->isOpen());
    report()->close();
    // The report may be there a moment before the rest has ended, and until then the window stays.
    QTRY_VERIFY((m_driver->window().close(), !m_driver->isOpen()));
}

void TestWindowClosing::asksOnce()
{
    startChanging();
    m_driver->window().close();
    QCOMPARE(m_driver->window().findChildren<QMessageBox *>().size(), 1);
    press(u"Cancel"_s);
    QVERIFY(m_driver->isOpen());
}

CASEBOOK_GUI_TEST(TestWindowClosing)
#include "tst_window_closing.moc"
