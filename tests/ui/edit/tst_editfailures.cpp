#include "core/store/filecontent.h"
#include "tests/ui/edit/editpagetest.h"
#include "ui/edit/banner.h"
#include "ui/edit/editpage.h"
#include "ui/edit/prompter.h"
#include "ui/edit/sourceeditor.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <sys/stat.h>
#include <unistd.h>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Where saving fails: what is said, that the text stays, and that a copy can be saved elsewhere.
class TestEditFailures : public EditPageTest {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void failedSave_data();
    void failedSave();
    void savesWhenItIsPossibleAgain();
    void copyElsewhere();
    void copyIsCalledOff();
    void copyThatFails_data();
    void copyThatFails();
    void copyOntoTheFileItself();
    void hardLinks();
    void theUsualDialog();

private:
    void setMode(const QString &name, mode_t mode) const;
    QStringList bannerActions() const;

    std::unique_ptr<QTemporaryDir> m_elsewhere;
};

void TestEditFailures::init()
{
    m_elsewhere = std::make_unique<QTemporaryDir>();
    openPage();
}

void TestEditFailures::cleanup()
{
    closePage();
    if (QFileInfo(path(u"cases"_s)).isDir())
        setMode(u"cases"_s, 0755); // so that it can be removed
}

void TestEditFailures::setMode(const QString &name, mode_t mode) const
{
    QCOMPARE(::chmod(QFile::encodeName(path(name)).constData(), mode), 0);
}

QStringList TestEditFailures::bannerActions() const
{
    QStringList names;
    for (const QToolButton *button : m_page->findChild<Banner *>()->findChildren<QToolButton *>()) {
        if (button->isVisible())
            names.append(button->defaultAction()->objectName());
    }
    return names;
}

void TestEditFailures::failedSave_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("says");
    QTest::newRow("read-only file") << 0 << u"is read-only"_s;
    QTest::newRow("read-only folder") << 1 << u"cases is read-only"_s;
    QTest::newRow("corpus pulled away") << 2 << u"is not there"_s;
    QTest::newRow("a file in the place of the corpus") << 3 << u"is not there"_s;
    QTest::newRow("out of the corpus by a link") << 4 << u"leaves the folder"_s;
}

void TestEditFailures::failedSave()
{
    QFETCH(int, how);
    QFETCH(QString, says);
    type();
    const QString away = m_elsewhere->filePath(u"away"_s);
    if (how == 0)
        setMode(u"cases/a.md"_s, 0444);
    else if (how == 1)
        setMode(u"cases"_s, 0555);
    else if (how == 2 || how == 3)
        QVERIFY(QDir().rename(m_root, away));
    if (how == 3) {
        QFile file(m_root);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    if (how == 4) {
        QVERIFY(QDir().rename(path(u"cases"_s), away));
        QVERIFY(QFile::link(away, path(u"cases"_s)));
    }
    m_page->save();
    QVERIFY2(bannerMessage().contains(says), qPrintable(bannerMessage()));
    QVERIFY2(bannerMessage().contains(u"cases/a.md"_s), qPrintable(bannerMessage()));
    QCOMPARE(bannerActions(), (QStringList{u"saveElsewhere"_s, u"dismiss"_s}));
    QVERIFY(m_page->isModified());
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    m_script.copyPlace = m_elsewhere->filePath(u"mine.md"_s);
    clickBanner(u"saveElsewhere"_s);
    const auto copy = readFile(m_script.copyPlace);
    QVERIFY(copy);
    QCOMPARE(copy->bytes, edited);
    QVERIFY(m_page->isModified()); // it is not saved where it belongs
    if (how == 3)
        QVERIFY(QFile::remove(m_root));
}

void TestEditFailures::savesWhenItIsPossibleAgain()
{
    const QString away = m_elsewhere->filePath(u"away"_s);
    type();
    QVERIFY(QDir().rename(m_root, away));
    m_page->fileChangedOnDisk();
    QVERIFY2(bannerMessage().contains(m_root), qPrintable(bannerMessage()));
    QCOMPARE(bannerActions(), (QStringList{u"saveAgain"_s, u"saveElsewhere"_s, u"closeEditor"_s}));
    m_page->save();
    QVERIFY(m_page->isModified());
    QVERIFY(QDir().rename(away, m_root));
    m_page->save();
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QCOMPARE(m_script.asked, QStringList());
}

void TestEditFailures::copyElsewhere()
{
    QSignalSpy status(m_page.get(), &EditPage::statusMessage);
    type();
    m_script.copyPlace = m_elsewhere->filePath(u"mine.md"_s);
    m_page->action(u"saveElsewhere")->trigger();
    QCOMPARE(m_script.asked, QStringList{u"copy cases/a.md"_s});
    QVERIFY(status.last().first().toString().contains(m_script.copyPlace));
    QCOMPARE(readFile(m_script.copyPlace)->bytes, edited);
    QCOMPARE(read(u"cases/a.md"_s), original);
    QVERIFY(m_page->isModified());
}

void TestEditFailures::copyIsCalledOff()
{
    type();
    m_page->action(u"saveElsewhere")->trigger();
    QCOMPARE(m_script.asked, QStringList{u"copy cases/a.md"_s});
    QVERIFY(m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
}

void TestEditFailures::copyThatFails_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("a folder") << u"."_s << u"is a folder"_s;
    QTest::newRow("no such folder") << u"none/mine.md"_s << u"is not there any more"_s;
    QTest::newRow("name too long") << QString(300, u'n') << u"too long"_s;
    QTest::newRow("read-only folder") << u"closed/mine.md"_s << u"is read-only"_s;
}

void TestEditFailures::copyThatFails()
{
    QFETCH(QString, name);
    QFETCH(QString, says);
    QVERIFY(QDir(m_elsewhere->path()).mkdir(u"closed"_s));
    QVERIFY(QFile::setPermissions(m_elsewhere->filePath(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner));
    type();
    m_script.copyPlace = m_elsewhere->filePath(name);
    m_page->action(u"saveElsewhere")->trigger();
    QVERIFY2(bannerMessage().contains(says), qPrintable(bannerMessage()));
    QVERIFY(bannerMessage().contains(m_script.copyPlace));
    QVERIFY(bannerActions().contains(u"saveElsewhere"_s)); // another place may do
    QVERIFY(m_page->isModified());
}

void TestEditFailures::copyOntoTheFileItself()
{
    type();
    m_script.copyPlace = path(u"cases/a.md"_s);
    m_page->action(u"saveElsewhere")->trigger();
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QVERIFY(!m_page->isModified());
}

void TestEditFailures::hardLinks()
{
    const QByteArray file = QFile::encodeName(path(u"cases/a.md"_s));
    QCOMPARE(::link(file.constData(), QFile::encodeName(path(u"other.md"_s)).constData()), 0);
    type();
    m_page->save();
    QVERIFY(!m_page->isModified());
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QCOMPARE(read(u"other.md"_s), original);
    QVERIFY2(bannerMessage().contains(u"hard links"_s), qPrintable(bannerMessage()));
    clickBanner(u"dismiss"_s);
    QCOMPARE(bannerMessage(), QString());
    type();
    m_page->save();
    QCOMPARE(bannerMessage(), QString()); // it has one name now
}

void TestEditFailures::theUsualDialog()
{
    m_page->setPrompter(std::make_unique<DialogPrompter>());
    type();
    m_page->action(u"saveElsewhere")->trigger();
    QPointer<QFileDialog> dialog;
    QTRY_VERIFY((dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())));
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->selectedFiles().value(0).section(u'/', -1), u"a.md"_s);
    auto *name = dialog->findChild<QLineEdit *>();
    name->setText(m_elsewhere->filePath(u"mine.md"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(readFile(m_elsewhere->filePath(u"mine.md"_s))->bytes, edited);
}

QTEST_MAIN(TestEditFailures)
#include "tst_editfailures.moc"
