#include "core/store/filecontent.h"
#include "core/store/leftjournal.h"
#include "core/store/statefolder.h"
#include "tests/ui/edit/editpagetest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Unsaved text is kept outside the corpus, and comes back.
class TestEditJournal : public EditPageTest {
    Q_OBJECT

private slots:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void nothingIsKeptWithoutAChange();
    void keptAfterAChange();
    void followsFurtherChanges();
    void noLongerKept_data();
    void noLongerKept();
    void keptWhenThePageGoesUnasked();
    void cannotBeKept();

    void restores();
    void restoresOntoAChangedFile();
    void restoresAFileThatIsGone();
    void restoresWhatIsOnDiskAlready();
    void restoresInTheFilesOwnLineEnds();
    void refusesToRestore_data();
    void refusesToRestore();

private:
    /// The journals that there are, living or left.
    QStringList journals() const;
    /// The text that is kept; "(nothing)" where there is none.
    QByteArray kept() const;
    UnsavedText unsaved(const QByteArray &text) const;
};

QStringList TestEditJournal::journals() const
{
    return QDir(corpusStateFolder(m_root)).entryList({u"*.journal"_s}, QDir::Files);
}

QByteArray TestEditJournal::kept() const
{
    const QStringList names = journals();
    if (names.size() != 1)
        return names.isEmpty() ? "(nothing)" : "(too much)";
    const auto content = readFile(corpusStateFolder(m_root) + u'/' + names.first());
    const auto text = content ? fromJournal(content->bytes) : Result<UnsavedText>(content.error());
    return text ? text->text : QByteArray("(cannot be read)");
}

UnsavedText TestEditJournal::unsaved(const QByteArray &text) const
{
    return {m_root, u"cases/a.md"_s, original, text, QDateTime::currentDateTimeUtc()};
}

void TestEditJournal::nothingIsKeptWithoutAChange()
{
    m_page->save();
    QVERIFY(m_page->keepUnsavedNow());
    QCOMPARE(journals(), QStringList());
    QVERIFY(!QFileInfo::exists(stateFolder()));
}

void TestEditJournal::keptAfterAChange()
{
    type();
    QTRY_COMPARE_WITH_TIMEOUT(kept(), edited, 20'000);
    QCOMPARE(read(u"cases/a.md"_s), original);
    QVERIFY(claimLeftJournals(m_root).journals.isEmpty()); // it is not left: we are here
}

void TestEditJournal::followsFurtherChanges()
{
    type();
    QTRY_COMPARE_WITH_TIMEOUT(kept(), edited, 20'000);
    type();
    QTRY_COMPARE_WITH_TIMEOUT(kept(), QByteArray("x" + edited), 20'000);
    QCOMPARE(journals().size(), 1);
}

void TestEditJournal::noLongerKept_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("saved") << 0;
    QTest::newRow("undone") << 1;
    QTest::newRow("reverted") << 2;
    QTest::newRow("discarded") << 3;
    QTest::newRow("closed without saving") << 4;
    QTest::newRow("typed away") << 5;
}

void TestEditJournal::noLongerKept()
{
    QFETCH(int, how);
    m_script.leave = LeaveAnswer::Discard;
    m_script.revert = true;
    type();
    QVERIFY(m_page->keepUnsavedNow());
    QCOMPARE(kept(), edited);
    if (how == 0)
        m_page->save();
    else if (how == 1)
        m_page->editor()->undo();
    else if (how == 2)
        m_page->revert();
    else if (how == 3)
        m_page->requestLeave([](bool) {});
    else if (how == 4)
        m_page->closeFile();
    else
        QTest::keyClick(m_page->editor(), Qt::Key_Backspace);
    QTRY_COMPARE(kept(), QByteArray("(nothing)"));
    QTRY_COMPARE(QDir(corpusStateFolder(m_root)).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestEditJournal::keptWhenThePageGoesUnasked()
{
    type();
    closePage();
    const LeftJournals left = claimLeftJournals(m_root);
    QCOMPARE(left.journals.size(), 1);
    QCOMPARE(left.journals.first().unsaved.text, edited);
    QCOMPARE(left.journals.first().unsaved.base, original);
    QCOMPARE(left.journals.first().unsaved.path, u"cases/a.md"_s);
}

void TestEditJournal::cannotBeKept()
{
    QFile inTheWay(stateFolder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy status(m_page.get(), &EditPage::statusMessage);
    type();
    QVERIFY(status.wait(20'000));
    QVERIFY2(status.first().first().toString().contains(stateFolder()), qPrintable(status.first().first().toString()));
    type();
    QVERIFY(!m_page->keepUnsavedNow());
    QCOMPARE(status.count(), 1); // said once
    QVERIFY(inTheWay.remove());
    QVERIFY(m_page->keepUnsavedNow());
    QCOMPARE(kept(), QByteArray("x" + edited));
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("x" + edited));
}

void TestEditJournal::restores()
{
    QVERIFY(m_page->restore(unsaved(edited)));
    QVERIFY(m_page->isModified());
    QCOMPARE(m_page->path(), path(u"cases/a.md"_s));
    QVERIFY(m_page->editor()->toPlainText().startsWith(u"x---\n"_s));
    QCOMPARE(bannerMessage(), QString());
    QCOMPARE(read(u"cases/a.md"_s), original); // nothing is written unasked
    QTRY_COMPARE(m_previewed.last(), edited);
    QVERIFY(m_page->keepUnsavedNow());
    QCOMPARE(kept(), edited);
    m_page->editor()->undo();
    QVERIFY(!m_page->isModified());
    m_page->editor()->redo();
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QCOMPARE(m_script.asked, QStringList());
}

void TestEditJournal::restoresOntoAChangedFile()
{
    write(u"cases/a.md"_s, "theirs\n");
    QVERIFY(m_page->restore(unsaved(edited)));
    QVERIFY(m_page->isModified());
    QVERIFY(!bannerMessage().isEmpty());
    m_script.conflict = ConflictAnswer::Cancel;
    m_page->save();
    QCOMPARE(m_script.asked, QStringList{u"conflict cases/a.md"_s});
    QCOMPARE(read(u"cases/a.md"_s), QByteArray("theirs\n"));
}

void TestEditJournal::restoresAFileThatIsGone()
{
    QVERIFY(QDir(path(u"cases"_s)).removeRecursively());
    m_page->closeFile();
    QVERIFY(m_page->restore(unsaved(edited)));
    QVERIFY(m_page->isModified());
    QVERIFY2(bannerMessage().contains(u"cases/a.md"_s), qPrintable(bannerMessage()));
    clickBanner(u"saveAgain"_s);
    QCOMPARE(read(u"cases/a.md"_s), edited);
    QVERIFY(!m_page->isModified());
}

void TestEditJournal::restoresWhatIsOnDiskAlready()
{
    write(u"cases/a.md"_s, edited);
    QVERIFY(m_page->restore(unsaved(edited)));
    QVERIFY(!m_page->isModified());
    QCOMPARE(bannerMessage(), QString());
    QVERIFY(m_page->keepUnsavedNow());
    QTRY_COMPARE(kept(), QByteArray("(nothing)"));
}

void TestEditJournal::restoresInTheFilesOwnLineEnds()
{
    const QByteArray before = "a\r\nb\nc\r\nd";
    const QByteArray after = "a\r\nb\nnew\nc\r\nd, and more";
    write(u"cases/a.md"_s, before);
    m_page->closeFile();
    QVERIFY(m_page->restore({m_root, u"cases/a.md"_s, before, after, QDateTime::currentDateTimeUtc()}));
    m_page->save();
    QCOMPARE(read(u"cases/a.md"_s), after);
}

void TestEditJournal::refusesToRestore_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("modified");
    QTest::newRow("outside") << u"../b.md"_s << original << false;
    QTest::newRow("over unsaved changes") << u"cases/a.md"_s << original << true;
    QTest::newRow("a text that cannot be edited") << u"cases/a.md"_s << QByteArray("\xff") << false;
}

void TestEditJournal::refusesToRestore()
{
    QFETCH(QString, where);
    QFETCH(QByteArray, before);
    QFETCH(bool, modified);
    if (modified)
        type();
    const QString text = m_page->editor()->toPlainText();
    const auto restored = m_page->restore({m_root, where, before, "mine\n", QDateTime::currentDateTimeUtc()});
    QVERIFY(!restored);
    QVERIFY(!restored.error().message.isEmpty());
    QCOMPARE(m_page->editor()->toPlainText(), text);
    QCOMPARE(m_page->isModified(), modified);
}

QTEST_MAIN(TestEditJournal)
#include "tst_editjournal.moc"
