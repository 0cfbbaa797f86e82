#include "core/store/filecontent.h"
#include "tests/ui/edit/fakeprompter.h"
#include "ui/edit/banner.h"
#include "ui/edit/conflictdialog.h"
#include "ui/edit/editpage.h"
#include "ui/edit/findbar.h"
#include "ui/edit/pathlabel.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>

#include <sys/stat.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {
const QByteArray original = "---\r\ntitle: A\r\n---\r\n\r\nText\r\n";
const QByteArray edited = "x---\r\ntitle: A\r\n---\r\n\r\nText\r\n"; // after typing x at the start
} // namespace

/// Every test has a corpus with one file, cases/a.md, open in a page, and a prompter that answers from m_script.
class TestEditPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void opens();
    void refusesToOpen_data();
    void refusesToOpen();
    void doesNotOpenOverUnsavedChanges();
    void typingAndSavingByKey();
    void savingWithoutAChangeWritesNothing();
    void typedAndTakenBackIsNoChange();
    void undoAfterSaving();
    void preview();
    void previewAtOnce();
    void readOnly_data();
    void readOnly();
    void failedSave();

    void conflictMine();
    void conflictTheirs();
    void conflictCopy();
    void conflictCancelled();
    void conflictWithAFileThatChangesAgain();
    void deletedMeanwhile_data();
    void deletedMeanwhile();
    void leftTheCorpusMeanwhile();

    void leaving_data();
    void leaving();
    void leavingIsAskedOnce();
    void leavingThroughAConflict_data();
    void leavingThroughAConflict();
    void pageGoneWhileAsking();
    void closes();
    void reverts_data();
    void reverts();

    void changedOnDiskUnmodified();
    void changedOnDiskModified();
    void changedOnDiskToTheSame();
    void changedOnDiskAndBack();
    void deletedOnDisk();
    void bannerCompare();
    void bannerReload();
    void bannerKeepMine();

    void findsInTheSource();
    void problemsAndPlaces();
    void keysThatTheWindowHasToo();
    void remembersItsState();
    void dialogs();

private:
    QString path(const QString &name) const { return m_root + u'/' + name; }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    void type() { QTest::keyClick(m_page->editor(), Qt::Key_X); }
    QString bannerMessage() const;
    void clickBanner(const QString &actionName);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    FakePrompter::Script m_script;
    QList<QByteArray> m_previewed;
    std::unique_ptr<EditPage> m_page;
};

void TestEditPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QFileInfo(m_folder->path()).canonicalFilePath();
    QVERIFY(QDir(m_root).mkdir(u"cases"_s));
    write(u"cases/a.md"_s, original);
    m_script = {};
    m_previewed.clear();
    m_page = std::make_unique<EditPage>();
    m_page->setPrompter(std::make_unique<FakePrompter>(m_script));
    m_page->setPreview(new QTextEdit, [this](const QByteArray &bytes) { m_previewed.append(bytes); });
    m_page->resize(900, 600);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QVERIFY(m_page->open(m_root, u"cases/a.md"_s));
    m_page->editor()->setFocus();
    QTRY_VERIFY(m_page->editor()->hasFocus());
}

void TestEditPage::cleanup()
{
    m_page.reset();
}

void TestEditPage::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestEditPage::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QString TestEditPage::bannerMessage() const
{
    const auto *banner = m_page->findChild<Banner *>();
    return banner->isVisible() ? banner->message() : QString();
}

void TestEditPage::clickBanner(const QString &actionName)
{
    const auto buttons = m_page->findChild<Banner *>()->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->defaultAction()->objectName() == actionName && button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + actionName));
}

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

void TestEditPage::typingAndSavingByKey()
{
    QSignalSpy modified(m_page.get(), &EditPage::modifiedChanged);
    QSignalSpy saved(m_page.get(), &EditPage::saved);
    QSignalSpy status(m_page.get(), &EditPage::statusMessage);
    type();
    QCOMPARE(modified.last().first().toBool(), true);
    QVERIFY(m_page->findChild<QLabel *>(u"unsavedMark"_s)->isVisible());
    QCOMPARE(read(u"cases/a.md"_s), original);
    QTest::keyClick(m_page->editor(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(read(u"cases/a.md"_s), edited); // with its own line ends
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.last().first().toString(), path(u"cases/a.md"_s));
    QCOMPARE(status.count(), 1);
    QCOMPARE(modified.last().first().toBool(), false);
    QVERIFY(!m_page->findChild<QLabel *>(u"unsavedMark"_s)->isVisible());
    QCOMPARE(QDir(path(u"cases"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.md"_s});
}

void TestEditPage::savingWithoutAChangeWritesNothing()
{
    struct stat before = {};
    struct stat after = {};
    const QByteArray file = QFile::encodeName(path(u"cases/a.md"_s));
    QCOMPARE(::stat(file.constData(), &before), 0);
    m_page->save();
    QCOMPARE(::stat(file.constData(), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(read(u"cases/a.md"_s), original);
}

void TestEditPage::typedAndTakenBackIsNoChange()
{
    type();
    QTest::keyClick(m_page->editor(), Qt::Key_Backspace);
    QTRY_VERIFY(!m_page->isModified());
}

void TestEditPage::undoAfterSaving()
{
    type();
    m_page->save();
    QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_page->isModified());
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), original);
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

void TestEditPage::failedSave()
{
    QVERIFY(QFile::setPermissions(path(u"cases/a.md"_s), QFile::ReadOwner));
    type();
    m_page->save();
    QVERIFY2(bannerMessage().contains(u"read-only"_s), qPrintable(bannerMessage()));
    QVERIFY(m_page->isModified());
    QVERIFY(QFile::setPermissions(path(u"cases/a.md"_s), QFile::ReadOwner | QFile::WriteOwner));
    m_page->save();
    QCOMPARE(bannerMessage(), QString());
    QCOMPARE(read(u"cases/a.md"_s), edited);
}

void TestEditPage::conflictMine()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::SaveMine;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(m_script.versions.mine, edited);
    QCOMPARE(m_script.versions.onDisk, QByteArray("theirs\n"));
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QVERIFY(!m_page->isModified());
}

void TestEditPage::conflictTheirs()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::TakeDisk;
    m_page->save();
    QCOMPARE(m_page->editor()->toPlainText(), u"theirs\n"_s);
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    QVERIFY(!m_page->isModified());
    QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier); // nothing is lost
    QVERIFY(m_page->isModified());
    QVERIFY(m_page->editor()->toPlainText().startsWith(u"x---"_s));
}

void TestEditPage::conflictCopy()
{
    write(u"cases/a.mine.md"_s, "an older copy\n");
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::SaveCopy;
    QSignalSpy copied(m_page.get(), &EditPage::copySaved);
    m_page->save();
    QCOMPARE(read(u"cases/a.mine.md"_s), QByteArray("an older copy\n"));
    QCOMPARE(read(u"cases/a.mine-2.md"_s), edited);
    QCOMPARE(copied.last().first().toString(), path(u"cases/a.mine-2.md"_s));
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    QCOMPARE(m_page->editor()->toPlainText(), u"theirs\n"_s);
    QVERIFY(!m_page->isModified());
}

void TestEditPage::conflictCancelled()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    QVERIFY(m_page->isModified());
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    m_page->save(); // asked again
    QCOMPARE(m_script.asked.size(), 2);
}

// Only the version that a person has seen is ever replaced.
void TestEditPage::conflictWithAFileThatChangesAgain()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.conflict = ConflictAnswer::SaveMine;
    m_script.beforeConflictAnswer = [this] { write(u"cases/a.md"_s, "theirs again\n"); };
    m_page->save();
    QCOMPARE(m_script.asked.size(), 2);
    QCOMPARE(m_script.versions.onDisk, QByteArray("theirs again\n"));
    QCOMPARE(read(u"cases/a.md"_s), edited);
}

void TestEditPage::deletedMeanwhile_data()
{
    QTest::addColumn<bool>("folderToo");
    QTest::addColumn<bool>("again");
    QTest::newRow("made again") << false << true;
    QTest::newRow("made again with its folder") << true << true;
    QTest::newRow("left") << false << false;
}

void TestEditPage::deletedMeanwhile()
{
    QFETCH(bool, folderToo);
    QFETCH(bool, again);
    type();
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    if (folderToo)
        QVERIFY(QDir(m_root).rmdir(u"cases"_s));
    m_script.recreate = again;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"recreate cases/a.md"_s});
    QCOMPARE(QFile::exists(path(u"cases/a.md"_s)), again);
    QCOMPARE(m_page->isModified(), !again);
    if (again)
        QCOMPARE(read(u"cases/a.md"_s), edited);
    else
        QVERIFY(!bannerMessage().isEmpty());
}

void TestEditPage::leftTheCorpusMeanwhile()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::copy(path(u"cases/a.md"_s), elsewhere.filePath(u"a.md"_s)));
    type();
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u"a.md"_s), path(u"cases/a.md"_s)));
    m_page->save();
    QVERIFY(m_page->isModified());
    QVERIFY2(bannerMessage().contains(u"symbolic link"_s), qPrintable(bannerMessage()));
    QFile outside(elsewhere.filePath(u"a.md"_s));
    QVERIFY(outside.open(QIODevice::ReadOnly));
    QCOMPARE(outside.readAll(), original);
}

void TestEditPage::leaving_data()
{
    QTest::addColumn<bool>("change");
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("mayLeave");
    QTest::addColumn<QByteArray>("onDisk");
    QTest::addColumn<int>("questions");
    QTest::newRow("nothing to save") << false << int(LeaveAnswer::Cancel) << true << original << 0;
    QTest::newRow("save") << true << int(LeaveAnswer::Save) << true << edited << 1;
    QTest::newRow("discard") << true << int(LeaveAnswer::Discard) << true << original << 1;
    QTest::newRow("cancel") << true << int(LeaveAnswer::Cancel) << false << original << 1;
}

void TestEditPage::leaving()
{
    QFETCH(bool, change);
    QFETCH(int, answer);
    QFETCH(bool, mayLeave);
    QFETCH(QByteArray, onDisk);
    QFETCH(int, questions);
    if (change)
        type();
    m_script.leave = static_cast<LeaveAnswer>(answer);
    QList<bool> answers;
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    QCOMPARE(answers, QList<bool>{mayLeave});
    QCOMPARE(m_script.asked.size(), questions);
    QCOMPARE(read(u"cases/a.md"_s), onDisk);
    QCOMPARE(m_page->isModified(), !mayLeave);
    QCOMPARE(m_page->editor()->toPlainText().startsWith(u'x'), change && answer != int(LeaveAnswer::Discard));
}

void TestEditPage::leavingIsAskedOnce()
{
    type();
    QList<bool> answers;
    const auto note = [&answers](bool may) { answers.append(may); };
    m_page->requestLeave(note);
    m_page->requestLeave(note);
    QCOMPARE(m_script.asked.size(), 1);
    QCOMPARE(answers, QList<bool>{false});
    m_script.openLeave(LeaveAnswer::Save);
    QCOMPARE(answers, QList<bool>({false, true}));
}

void TestEditPage::leavingThroughAConflict_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("mayLeave");
    QTest::newRow("mine") << int(ConflictAnswer::SaveMine) << true;
    QTest::newRow("theirs") << int(ConflictAnswer::TakeDisk) << true;
    QTest::newRow("copy") << int(ConflictAnswer::SaveCopy) << true;
    QTest::newRow("cancel") << int(ConflictAnswer::Cancel) << false;
}

void TestEditPage::leavingThroughAConflict()
{
    QFETCH(int, answer);
    QFETCH(bool, mayLeave);
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_script.leave = LeaveAnswer::Save;
    m_script.conflict = static_cast<ConflictAnswer>(answer);
    QList<bool> answers;
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    QCOMPARE(answers, QList<bool>{mayLeave});
}

void TestEditPage::pageGoneWhileAsking()
{
    type();
    bool answered = false;
    m_page->requestLeave([&answered](bool) { answered = true; });
    m_page.reset();
    m_script.openLeave(LeaveAnswer::Save);
    QVERIFY(!answered);
    QCOMPARE(read(u"cases/a.md"_s), original);
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

void TestEditPage::reverts_data()
{
    QTest::addColumn<bool>("drop");
    QTest::newRow("yes") << true;
    QTest::newRow("no") << false;
}

void TestEditPage::reverts()
{
    QFETCH(bool, drop);
    m_page->revert(); // nothing to ask about
    QCOMPARE(m_script.asked, QStringList());
    type();
    m_script.revert = drop;
    m_page->action(u"revert")->trigger();
    QCOMPARE(m_script.asked, QStringList{u"revert cases/a.md"_s});
    QCOMPARE(m_page->isModified(), !drop);
    QCOMPARE(m_page->editor()->toPlainText().startsWith(u'x'), !drop);
    if (drop) {
        QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    }
}

void TestEditPage::changedOnDiskUnmodified()
{
    m_page->goTo(5, 3);
    write(u"cases/a.md"_s, "---\r\ntitle: B\r\nyear: 2020\r\n---\r\n\r\nText\r\n");
    m_page->fileChangedOnDisk();
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
    QVERIFY(m_page->editor()->toPlainText().contains(u"title: B\nyear: 2020\n"_s));
    QCOMPARE(m_page->editor()->textCursor().block().text(), u"Text"_s); // a line further down, in the same text
    QCOMPARE(m_page->editor()->textCursor().positionInBlock(), 2);
    QTRY_VERIFY(m_previewed.last().contains("title: B"));
    type();
    m_page->save(); // onto what was read last
    QCOMPARE(m_script.asked, QStringList());
    QVERIFY(read(u"cases/a.md"_s).contains("Texxt\r\n"));
}

void TestEditPage::changedOnDiskModified()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    QVERIFY(!bannerMessage().isEmpty());
    QVERIFY(m_page->isModified());
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
    QCOMPARE(m_script.asked, QStringList());
}

void TestEditPage::changedOnDiskToTheSame()
{
    type();
    write(u"cases/a.md"_s, edited);
    m_page->fileChangedOnDisk();
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
}

void TestEditPage::changedOnDiskAndBack()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    write(u"cases/a.md"_s, original);
    m_page->fileChangedOnDisk();
    QCOMPARE(bannerMessage(), QString());
    QVERIFY(m_page->isModified());
}

void TestEditPage::deletedOnDisk()
{
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    m_page->fileChangedOnDisk();
    QVERIFY(!bannerMessage().isEmpty());
    clickBanner(u"saveAgain"_s);
    QCOMPARE(read(u"cases/a.md"_s), original);
    QCOMPARE(bannerMessage(), QString());
}

void TestEditPage::bannerCompare()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    m_script.conflict = ConflictAnswer::Cancel;
    clickBanner(u"compare"_s);
    QCOMPARE(m_script.versions.mine, edited);
    QCOMPARE(m_script.versions.onDisk, QByteArray("theirs\n"));
    QVERIFY(!bannerMessage().isEmpty());
    m_script.conflict = ConflictAnswer::SaveMine;
    clickBanner(u"compare"_s);
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QCOMPARE(bannerMessage(), QString());
}

void TestEditPage::bannerReload()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    clickBanner(u"reload"_s);
    QCOMPARE(m_page->editor()->toPlainText(), u"theirs\n"_s);
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
    QTest::keyClick(m_page->editor(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_page->editor()->toPlainText().startsWith(u'x'));
}

void TestEditPage::bannerKeepMine()
{
    type();
    write(u"cases/a.md"_s, "theirs\n");
    m_page->fileChangedOnDisk();
    clickBanner(u"keepMine"_s);
    QCOMPARE(bannerMessage(), QString());
    m_page->fileChangedOnDisk(); // the same change is not announced twice
    QCOMPARE(bannerMessage(), QString());
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save(); // but not overwritten unasked either
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
    write(u"cases/a.md"_s, "theirs again\n");
    m_page->fileChangedOnDisk();
    QVERIFY(!bannerMessage().isEmpty());
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

// The real prompter, answered by clicks.
void TestEditPage::dialogs()
{
    m_page->setPrompter(std::make_unique<DialogPrompter>());
    type();
    QList<bool> answers;
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    auto *box = m_page->findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QCOMPARE(answers, QList<bool>{false});

    write(u"cases/a.md"_s, "theirs\n");
    m_page->requestLeave([&answers](bool may) { answers.append(may); });
    QTRY_COMPARE(m_page->findChildren<QMessageBox *>().size(), 1);
    box = m_page->findChild<QMessageBox *>();
    QTest::mouseClick(box->button(QMessageBox::Save), Qt::LeftButton);
    auto *conflict = m_page->findChild<ConflictDialog *>();
    QVERIFY(conflict && conflict->isVisible());
    QTest::mouseClick(conflict->findChild<QPushButton *>(u"saveMine"_s), Qt::LeftButton);
    QCOMPARE(answers, QList<bool>({false, true}));
    QCOMPARE(read(u"cases/a.md"_s), edited);

    type();
    QVERIFY(QFile::remove(path(u"cases/a.md"_s)));
    m_page->save();
    QTRY_COMPARE(m_page->findChildren<QMessageBox *>().size(), 1);
    box = m_page->findChild<QMessageBox *>();
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(m_page->isModified());
}

QTEST_MAIN(TestEditPage)
#include "tst_editpage.moc"
