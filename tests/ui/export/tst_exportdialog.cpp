#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/export/briefingform.h"
#include "ui/export/exportdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has an empty folder to export to; the dialog starts in it.
class TestExportDialog : public QObject {
    Q_OBJECT

private slots:
    void init();

    void proposesAPlace();
    void takesTheTitleAndPaper();
    void offersTheSelection_data();
    void offersTheSelection();
    void addsTheSuffix_data();
    void addsTheSuffix();
    void complainsAboutThePlace_data();
    void complainsAboutThePlace();
    void asksBeforeItReplaces();
    void keepsAFileThatIsNotToBeReplaced();
    void remembersFolderAndPaper();
    void changesTheSuffixWithTheFormat();
    void forgetsTheQueryOfAHandPick();
    void keepsTheRecipeWithAView();

private:
    void open(const ExportChoice &choice);
    QLineEdit *line(const QString &name) const { return m_dialog->findChild<QLineEdit *>(name); }
    QPushButton *exportButton() const
    {
        return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    QMessageBox *box() const { return m_dialog->findChild<QMessageBox *>(); }
    bool complains(const QString &about) const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    m_dialog.reset();
    m_folder = std::make_unique<CorpusFolder>();
    QSettings().clear();
    QSettings().setValue(u"export/folder"_s, m_folder->root());
    open({5, 0, {}, u"briefing.pdf"_s});
}

void TestExportDialog::open(const ExportChoice &choice)
{
    BriefingOptions options;
    static_cast<BriefingRecipe &>(options) = rememberedRecipe();
    options.title = u"A title"_s;
    options.query = u"from:go"_s;
    m_dialog = std::make_unique<ExportDialog>(choice, options);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

bool TestExportDialog::complains(const QString &about) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(about))
            return true;
    }
    return false;
}

void TestExportDialog::proposesAPlace()
{
    QCOMPARE(m_dialog->path(), m_folder->path(u"briefing.pdf"_s));
    QVERIFY(exportButton()->isEnabled());
    QSettings().setValue(u"export/folder"_s, u"/nowhere/at/all"_s);
    open({5, 0, {}, u"briefing.pdf"_s});
    QVERIFY(QFileInfo(m_dialog->path()).absoluteDir().exists()); // not there any more: documents, or home
}

void TestExportDialog::takesTheTitleAndPaper()
{
    line(u"exportTitle"_s)->setText(u"  Another title "_s);
    auto *paper = m_dialog->findChild<QComboBox *>(u"exportPaper"_s);
    paper->setCurrentIndex(paper->findText(u"Letter"_s));
    const BriefingOptions options = m_dialog->options();
    QCOMPARE(options.title, u"Another title"_s);
    QCOMPARE(options.paper, BriefingRecipe::Paper::Letter);
    QCOMPARE(options.query, u"from:go"_s);
}

void TestExportDialog::offersTheSelection_data()
{
    QTest::addColumn<int>("selected");
    QTest::addColumn<bool>("offered");
    QTest::newRow("nothing selected") << 0 << false;
    QTest::newRow("the case that is read") << 1 << false;
    QTest::newRow("several") << 3 << true;
}

void TestExportDialog::offersTheSelection()
{
    QFETCH(int, selected);
    QFETCH(bool, offered);
    open({5, selected, u"From: Go"_s, u"briefing.pdf"_s});
    QVERIFY(complains(u"From: Go"_s)); // the filter in words
    QCOMPARE(m_dialog->onlySelected(), offered);
    const QList<QRadioButton *> buttons = m_dialog->findChildren<QRadioButton *>();
    QCOMPARE(buttons.last()->isVisible(), offered);
    if (!offered)
        return;
    buttons.first()->click();
    QVERIFY(!m_dialog->onlySelected());
}

void TestExportDialog::addsTheSuffix_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("without") << u"report"_s << u"report.pdf"_s;
    QTest::newRow("with") << u"report.pdf"_s << u"report.pdf"_s;
    QTest::newRow("another") << u"report.PDF"_s << u"report.PDF"_s;
}

void TestExportDialog::addsTheSuffix()
{
    QFETCH(QString, typed);
    line(u"exportPath"_s)->setText(m_folder->path(typed));
    QTEST(QFileInfo(m_dialog->path()).fileName(), "name");
}

void TestExportDialog::complainsAboutThePlace_data()
{
    QTest::addColumn<QString>("path"); // below the folder
    QTest::addColumn<QString>("complaint");
    QTest::newRow("a folder that is not there") << u"missing/report.pdf"_s << u"is not there"_s;
    QTest::newRow("a folder") << u"folder.pdf"_s << QString();
}

void TestExportDialog::complainsAboutThePlace()
{
    QFETCH(QString, path);
    QFETCH(QString, complaint);
    QVERIFY(QDir(m_folder->root()).mkdir(u"folder.pdf"_s));
    line(u"exportPath"_s)->setText(m_folder->path(path));
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(complaint.isEmpty() || complains(complaint));
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    line(u"exportPath"_s)->clear();
    QVERIFY(!exportButton()->isEnabled());
    line(u"exportPath"_s)->setText(m_folder->path(u"report.pdf"_s));
    QVERIFY(exportButton()->isEnabled());
    QVERIFY(!complains(u"is not there"_s));
}

void TestExportDialog::asksBeforeItReplaces()
{
    m_folder->write(u"briefing.pdf"_s, "old");
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(box());
    QVERIFY(box()->text().contains(u"briefing.pdf"_s));
    for (QAbstractButton *button : box()->buttons()) {
        if (button->text() == u"Replace"_s)
            button->click();
    }
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(m_folder->read(u"briefing.pdf"_s), "old"_ba); // the dialog only asks
}

void TestExportDialog::keepsAFileThatIsNotToBeReplaced()
{
    m_folder->write(u"briefing.pdf"_s, "old");
    m_dialog->accept();
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(!box());
    QVERIFY(m_dialog->isVisible());
    line(u"exportPath"_s)->setText(m_folder->path(u"another.pdf"_s));
    m_dialog->accept();
    QVERIFY(!box());
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
}

void TestExportDialog::remembersFolderAndPaper()
{
    CorpusFolder other;
    line(u"exportPath"_s)->setText(other.path(u"report.pdf"_s));
    auto *paper = m_dialog->findChild<QComboBox *>(u"exportPaper"_s);
    paper->setCurrentIndex(paper->findText(u"Letter"_s));
    m_dialog->accept();
    open({5, 0, {}, u"next.pdf"_s});
    QCOMPARE(m_dialog->path(), other.path(u"next.pdf"_s));
    QCOMPARE(m_dialog->findChild<QComboBox *>(u"exportPaper"_s)->currentText(), u"Letter"_s);
}

void TestExportDialog::changesTheSuffixWithTheFormat()
{
    auto *format = m_dialog->findChild<QComboBox *>(u"exportFormat"_s);
    QCOMPARE(m_dialog->format(), u"pdf"_s);
    QVERIFY(line(u"exportTitle"_s)->isVisible());
    const QStringList suffixes{u"pdf"_s, u"md"_s, u"html"_s, u"csv"_s, u"json"_s, u"bib"_s};
    QCOMPARE(format->count(), suffixes.size());
    for (int i = format->count() - 1; i >= 0; --i) {
        format->setCurrentIndex(i);
        QCOMPARE(m_dialog->path(), m_folder->path(u"briefing."_s + suffixes.at(i)));
        QCOMPARE(line(u"exportTitle"_s)->isVisible(), i == 0);
    }
    line(u"exportPath"_s)->setText(m_folder->path(u"report.v2"_s)); // no suffix of ours: a person's own
    format->setCurrentIndex(3);
    QCOMPARE(m_dialog->path(), m_folder->path(u"report.v2"_s));
    m_dialog->accept();
    open({5, 0, {}, u"briefing.pdf"_s});
    QCOMPARE(m_dialog->format(), u"csv"_s);
    QCOMPARE(m_dialog->path(), m_folder->path(u"briefing.csv"_s));
}

void TestExportDialog::forgetsTheQueryOfAHandPick()
{
    open({5, 3, u"From: Go"_s, u"briefing.pdf"_s});
    QCOMPARE(m_dialog->options().query, QString());
    QVERIFY(m_dialog->options().selection.startsWith(u"Picked one by one"));
    m_dialog->findChildren<QRadioButton *>().first()->click();
    QCOMPARE(m_dialog->options().query, u"from:go"_s);
}

void TestExportDialog::keepsTheRecipeWithAView()
{
    auto *keep = m_dialog->findChild<QPushButton *>(u"exportKeep"_s);
    QVERIFY(!keep->isVisible()); // no view is shown
    ExportChoice choice{5, 0, {}, u"briefing.pdf"_s};
    choice.view = u"My view"_s;
    open(choice);
    keep = m_dialog->findChild<QPushButton *>(u"exportKeep"_s);
    QVERIFY(keep->isVisible());
    QList<BriefingRecipe> kept;
    connect(m_dialog.get(), &ExportDialog::keepRequested, this,
            [&](const BriefingRecipe &recipe) { kept.append(recipe); });
    line(u"exportNotice"_s)->setText(u"Draft"_s);
    line(u"exportLogo"_s)->setText(u"/elsewhere/logo.png"_s);
    keep->click();
    QVERIFY(kept.isEmpty());
    QVERIFY(complains(u"in the corpus"_s));
    line(u"exportLogo"_s)->setText(u"logo.png"_s);
    keep->click();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().notice, u"Draft"_s);
    QCOMPARE(kept.first().logo, u"logo.png"_s);
    QVERIFY(m_dialog->isVisible());
}

CASEBOOK_GUI_TEST(TestExportDialog)
#include "tst_exportdialog.moc"
