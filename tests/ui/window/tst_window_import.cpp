#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/window/mainwindow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Import, as a person comes to it.
class TestWindowImport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void importsByKeys();
    void makesACorpus();

private:
    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusFolder> m_outside;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowImport::init()
{
    QSettings().clear();
    m_driver = std::make_unique<WindowDriver>();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_outside = std::make_unique<CorpusFolder>();
}

void TestWindowImport::importsByKeys()
{
    m_outside->write(u"list.md"_s,
                     "# List\n\n# Adopting\n\n## Fern, Fronds\nSource: [Fronds](https://fern.example)\n\nGreen.\n");
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->press(u"Ctrl+Shift+I"_s);
    QTRY_VERIFY(m_driver->dialog(u"importStart"_s));
    auto *source = m_driver->dialog(u"importStart"_s)->findChild<QLineEdit *>(u"source"_s);
    QTest::keyClicks(source, m_outside->path(u"list.md"_s));
    QTest::keyClick(source, Qt::Key_Return);
    QTRY_VERIFY(m_driver->dialog(u"importDialog"_s));
    QTest::keyClick(m_driver->dialog(u"importDialog"_s), Qt::Key_Return);
    QTRY_VERIFY(m_driver->shows(u"fern-fronds"_s));
    QTRY_COMPARE(m_driver->read(), u"Fronds"_s);
    QVERIFY(m_driver->action(u"undoFiles"_s)->text().contains(u"list.md"));
}

void TestWindowImport::makesACorpus()
{
    m_outside->write(u"list.md"_s, "# List\n\n## Fern, Fronds: C → Zest\nSource: [Fronds](https://fern.example)\n");
    m_driver->press(u"Ctrl+Shift+I"_s);
    QTRY_VERIFY(m_driver->dialog(u"importStart"_s));
    QWidget *start = m_driver->dialog(u"importStart"_s);
    QTest::keyClicks(start->findChild<QLineEdit *>(u"source"_s), m_outside->path(u"list.md"_s));
    QTest::keyClicks(start->findChild<QLineEdit *>(u"folder"_s), m_outside->path(u"new"_s));
    QTest::keyClick(start, Qt::Key_Return);
    QTRY_VERIFY(m_driver->dialog(u"importDialog"_s));
    QTest::keyClick(m_driver->dialog(u"importDialog"_s), Qt::Key_Return);
    QTRY_VERIFY(m_driver->shows(u"fern-fronds"_s));
}

CASEBOOK_GUI_TEST(TestWindowImport)
#include "tst_window_import.moc"
