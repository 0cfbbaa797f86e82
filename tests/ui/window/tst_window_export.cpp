#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/queryfield.h"
#include "ui/read/caseview.h"
#include "ui/window/mainwindow.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPrintDialog>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has a copy of the bundled corpus in the window, and an empty folder to export to.
class TestWindowExport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void exportsWhatIsShown();
    void exportsTheSelection();
    void replaces();
    void failsWithAReason();
    void nothingShown();
    void exportsText();
    void printsTheBriefing();
    void printsFromTheExport();
    void copiesTheCase();

private:
    /// Asks for the export by its key and accepts what the dialog proposes, with this name.
    void exportTo(const QString &name);
    /// Accepts the dialog that asks for a printer, for a file of this name.
    void printTo(const QString &name);

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusFolder> m_target;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowExport::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->copyBundled();
    m_target = std::make_unique<CorpusFolder>();
    QSettings().setValue(u"export/folder"_s, m_target->root());
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_VERIFY(!m_driver->read().isEmpty());
}

void TestWindowExport::cleanup()
{
    m_driver.reset();
    m_target.reset();
    m_folder.reset();
}

void TestWindowExport::exportTo(const QString &name)
{
    m_driver->press(u"Ctrl+E"_s);
    QTRY_VERIFY(m_driver->dialog(u"exportDialog"_s));
    QWidget *dialog = m_driver->dialog(u"exportDialog"_s);
    dialog->findChild<QLineEdit *>(u"exportPath"_s)->setText(m_target->path(name));
    QTest::keyClick(dialog, Qt::Key_Return);
}

void TestWindowExport::printTo(const QString &name)
{
    QTRY_VERIFY(m_driver->dialog(u"printBriefing"_s));
    auto *dialog = qobject_cast<QPrintDialog *>(m_driver->dialog(u"printBriefing"_s));
    QVERIFY(dialog);
    auto *file = dialog->findChild<QLineEdit *>(u"filename"_s);
    QVERIFY(file);
    QVERIFY(file->isEnabled()); // no printer here: to a file
    file->setText(m_target->path(name));
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(m_target->exists(name), 60'000);
    QTRY_VERIFY(m_driver->status().contains(u"was printed"_s));
    QVERIFY(m_target->read(name).startsWith("%PDF"));
}

void TestWindowExport::exportsWhatIsShown()
{
    exportTo(u"all.pdf"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->box(), 60'000);
    QVERIFY(m_driver->box()->informativeText().contains(m_target->path(u"all.pdf"_s)));
    QVERIFY(m_driver->answer(u"Close"_s));
    const QByteArray all = m_target->read(u"all.pdf"_s);
    QVERIFY(all.startsWith("%PDF"));
    QVERIFY(m_driver->status().contains(u"all.pdf"_s));

    m_driver->field()->setText(u"organization:discord"_s);
    exportTo(u"one"_s); // gets its suffix
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->box(), 60'000);
    QVERIFY(m_driver->answer(u"Close"_s));
    const QByteArray one = m_target->read(u"one.pdf"_s);
    QVERIFY(one.startsWith("%PDF"));
    QVERIFY(one.size() < all.size());
    QCOMPARE(QDir(m_target->root()).entryList(QDir::Files | QDir::Hidden), (QStringList{u"all.pdf"_s, u"one.pdf"_s}));
}

void TestWindowExport::exportsTheSelection()
{
    m_driver->clickCase(u"statsig"_s);
    m_driver->clickCase(u"discord-read-states"_s, Qt::ControlModifier);
    exportTo(u"two.pdf"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->box(), 60'000);
    QVERIFY(m_driver->answer(u"Close"_s));
    QVERIFY(m_target->read(u"two.pdf"_s).startsWith("%PDF"));
}

void TestWindowExport::replaces()
{
    m_target->write(u"old.pdf"_s, "old");
    m_driver->field()->setText(u"organization:discord"_s);
    exportTo(u"old.pdf"_s);
    QVERIFY(m_driver->answer(u"Replace"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->box(), 60'000);
    QVERIFY(m_driver->answer(u"Close"_s));
    QVERIFY(m_target->read(u"old.pdf"_s).startsWith("%PDF"));
}

void TestWindowExport::failsWithAReason()
{
    m_driver->press(u"Ctrl+E"_s);
    QTRY_VERIFY(m_driver->dialog(u"exportDialog"_s));
    QWidget *dialog = m_driver->dialog(u"exportDialog"_s);
    m_target->write(u"folder/x"_s, {});
    auto *path = dialog->findChild<QLineEdit *>(u"exportPath"_s);
    path->setText(m_target->path(u"folder/report.pdf"_s));
    QVERIFY(QDir(m_target->path(u"folder"_s)).removeRecursively()); // after the dialog has looked
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->box(), 60'000);
    QCOMPARE(m_driver->box()->icon(), QMessageBox::Warning);
    QVERIFY(!m_driver->box()->informativeText().isEmpty());
    QVERIFY(m_driver->answer(u"Close"_s));
    QVERIFY(m_driver->action(u"exportPdf"_s)->isEnabled());
}

void TestWindowExport::nothingShown()
{
    m_driver->field()->setText(u"zzzz"_s);
    QVERIFY(!m_driver->action(u"exportPdf"_s)->isEnabled());
    QVERIFY(!m_driver->action(u"printBriefing"_s)->isEnabled());
    m_driver->field()->clear();
    QVERIFY(m_driver->action(u"exportPdf"_s)->isEnabled());
}

void TestWindowExport::exportsText()
{
    m_driver->press(u"Ctrl+E"_s);
    QTRY_VERIFY(m_driver->dialog(u"exportDialog"_s));
    QWidget *dialog = m_driver->dialog(u"exportDialog"_s);
    auto *format = dialog->findChild<QComboBox *>(u"exportFormat"_s);
    format->setCurrentIndex(format->findData(u"csv"_s));
    dialog->findChild<QLineEdit *>(u"exportPath"_s)->setText(m_target->path(u"table"_s));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->box(), 60'000);
    QVERIFY(m_driver->answer(u"Close"_s));
    const QByteArray table = m_target->read(u"table.csv"_s);
    QVERIFY(table.startsWith("id,path,title,"));
    QVERIFY(table.contains("\r\ndiscord-read-states,"));
}

void TestWindowExport::printsTheBriefing()
{
    m_driver->field()->setText(u"organization:discord"_s);
    m_driver->press(u"Ctrl+Shift+P"_s);
    printTo(u"printed.pdf"_s);
}

void TestWindowExport::printsFromTheExport()
{
    m_driver->field()->setText(u"organization:discord"_s);
    m_driver->press(u"Ctrl+E"_s);
    QTRY_VERIFY(m_driver->dialog(u"exportDialog"_s));
    QWidget *dialog = m_driver->dialog(u"exportDialog"_s);
    dialog->findChild<QLineEdit *>(u"exportTitle"_s)->setText(u"For the board"_s);
    auto *format = dialog->findChild<QComboBox *>(u"exportFormat"_s);
    auto *print = dialog->findChild<QPushButton *>(u"exportPrint"_s);
    format->setCurrentIndex(format->findData(u"csv"_s));
    QVERIFY(!print->isVisible());
    format->setCurrentIndex(format->findData(u"pdf"_s));
    print->click();
    printTo(u"printed.pdf"_s);
    QVERIFY(!m_driver->dialog(u"exportDialog"_s));
}

void TestWindowExport::copiesTheCase()
{
    m_driver->clickCase(u"discord-read-states"_s);
    QTRY_COMPARE(m_driver->read(), u"Read States service"_s);
    QGuiApplication::clipboard()->clear();
    m_driver->press(u"Ctrl+Shift+C"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Discord: Read States service ("));
    m_driver->action(u"copyMarkdown"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"## Discord, Read States service"));
    m_driver->action(u"copyRichText"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
    for (const char *name : {"copyMarkdown", "copyRichText", "copyCitation"})
        QVERIFY(m_driver->reader()->actions().contains(m_driver->action(QString::fromLatin1(name))));
}

CASEBOOK_GUI_TEST(TestWindowExport)
#include "tst_window_export.moc"
