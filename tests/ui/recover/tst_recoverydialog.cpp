#include "core/store/filecontent.h"
#include "core/store/journal.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/difference/differencemodel.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/edit/difference/differenceview.h"
#include "ui/recover/recovery.h"
#include "ui/recover/recoverydialog.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <utime.h>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {
const QByteArray base = "one\ntwo\nthree\n";
const QByteArray mine = "one\ntwo, mine\nthree\n";
} // namespace

/// Every test has a corpus with one file, a.md, and unsaved text of it that an earlier run has left.
class TestRecoveryDialog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingWasLeft();
    void nothingWasLeftButItWasAskedFor();
    void showsTheDifference();
    void tellsOfTheFile_data();
    void tellsOfTheFile();
    void restores();
    void restoreThatFails();
    void laterByKey();
    void discards();
    void severalTexts();
    void savesACopy();
    void damagedJournal();
    void asksOnce();
    void clearsWhatAKilledSaveHasLeft();

private:
    void leave(const QString &name, const QByteArray &text) const;
    void offer();
    RecoveryDialog *dialog() const { return m_window->findChild<RecoveryDialog *>(); }
    /// The lines that the dialog shows, as in a unified difference.
    QString difference() const;
    void click(const QString &button) const;
    QString label(const QString &name) const { return dialog()->findChild<QLabel *>(name)->text(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Recovery> m_recovery;
    QList<UnsavedText> m_restored;
    bool m_keeps = true; ///< whether a restored text is kept
};

void TestRecoveryDialog::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"a.md"_s, base);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 700);
    m_window->show();
    m_restored.clear();
    m_keeps = true;
    m_recovery = std::make_unique<Recovery>(
        [this](const UnsavedText &unsaved, const std::function<void(bool)> &done) {
            m_restored.append(unsaved);
            done(m_keeps);
        },
        m_window.get());
}

void TestRecoveryDialog::cleanup()
{
    m_recovery.reset();
    m_window.reset();
    m_folder.reset();
}

void TestRecoveryDialog::leave(const QString &name, const QByteArray &text) const
{
    QVERIFY(Journal(m_folder->root()).write({m_folder->root(), name, base, text, QDateTime::currentDateTimeUtc()}));
}

void TestRecoveryDialog::offer()
{
    m_recovery->offer(m_folder->root());
    QVERIFY(dialog());
    QTRY_VERIFY(dialog()->isVisible());
}

QString TestRecoveryDialog::difference() const
{
    const auto *view = dialog()->findChild<DifferencePanel *>()->view();
    const auto *model = static_cast<const DifferenceModel *>(view->model());
    QString lines;
    for (int row = 0; row < model->rowCount(); ++row)
        lines += u'\n' + model->plainText(row);
    return lines;
}

void TestRecoveryDialog::click(const QString &button) const
{
    QTest::mouseClick(dialog()->findChild<QPushButton *>(button), Qt::LeftButton);
}

void TestRecoveryDialog::nothingWasLeft()
{
    QSignalSpy messages(m_recovery.get(), &Recovery::message);
    m_recovery->offer(m_folder->root());
    QVERIFY(!dialog());
    QCOMPARE(messages.count(), 0);
}

void TestRecoveryDialog::nothingWasLeftButItWasAskedFor()
{
    QSignalSpy messages(m_recovery.get(), &Recovery::message);
    m_recovery->offerAgain(m_folder->root());
    QVERIFY(!dialog());
    QCOMPARE(messages.count(), 1);
}

void TestRecoveryDialog::showsTheDifference()
{
    leave(u"a.md"_s, mine);
    offer();
    const auto *list = dialog()->findChild<QListWidget *>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(u"a.md\n"_s));
    const QString shown = difference();
    QVERIFY2(shown.contains(u"\n-two\n+two, mine\n three"_s), qPrintable(shown));
}

void TestRecoveryDialog::tellsOfTheFile_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("restorable");
    QTest::newRow("as it was") << 0 << u"has not changed"_s << true;
    QTest::newRow("changed") << 1 << u"was changed since"_s << true;
    QTest::newRow("gone") << 2 << u"not there any more"_s << true;
    QTest::newRow("corpus gone") << 3 << u"folder"_s << false;
    QTest::newRow("a folder in its place") << 4 << u"could not be read"_s << false;
}

void TestRecoveryDialog::tellsOfTheFile()
{
    QFETCH(int, what);
    QFETCH(QString, says);
    QFETCH(bool, restorable);
    leave(u"a.md"_s, mine);
    const QString root = m_folder->root();
    if (what == 1)
        m_folder->write(u"a.md"_s, "theirs\n");
    else if (what == 2 || what == 4)
        m_folder->remove(u"a.md"_s);
    else if (what == 3)
        QVERIFY(QDir(root).removeRecursively());
    if (what == 4)
        QVERIFY(QDir(root).mkdir(u"a.md"_s));
    m_recovery->offer(root);
    QVERIFY(dialog());
    QVERIFY2(label(u"recoveryState"_s).contains(says), qPrintable(label(u"recoveryState"_s)));
    QCOMPARE(dialog()->findChild<QPushButton *>(u"restore"_s)->isEnabled(), restorable);
    const QString shown = difference();
    QVERIFY2(shown.contains(what == 1 ? u"-theirs"_s : u"+two, mine"_s), qPrintable(shown));
}

void TestRecoveryDialog::restores()
{
    leave(u"a.md"_s, mine);
    offer();
    QTest::keyClick(dialog(), Qt::Key_Return); // what a person wants most
    QCOMPARE(m_restored.size(), 1);
    QCOMPARE(m_restored.first().text, mine);
    QCOMPARE(m_restored.first().path, u"a.md"_s);
    QTRY_VERIFY(!dialog());
    m_recovery->offer(m_folder->root());
    QVERIFY(!dialog()); // it is settled
}

void TestRecoveryDialog::restoreThatFails()
{
    m_keeps = false;
    leave(u"a.md"_s, mine);
    offer();
    click(u"restore"_s);
    QCOMPARE(m_restored.size(), 1);
    QTRY_VERIFY(!dialog());
    offer(); // it is still there
}

void TestRecoveryDialog::laterByKey()
{
    leave(u"a.md"_s, mine);
    offer();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(m_restored.isEmpty());
    QCOMPARE(m_folder->read(u"a.md"_s), base);
    offer();
    click(u"later"_s);
    QTRY_VERIFY(!dialog());
    offer();
}

void TestRecoveryDialog::discards()
{
    leave(u"a.md"_s, mine);
    offer();
    click(u"discard"_s);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_folder->read(u"a.md"_s), base);
    m_recovery->offer(m_folder->root());
    QVERIFY(!dialog());
}

void TestRecoveryDialog::severalTexts()
{
    m_folder->write(u"b.md"_s, base);
    leave(u"a.md"_s, mine);
    leave(u"b.md"_s, "newer\n");
    offer();
    auto *list = dialog()->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().startsWith(u"b.md"_s));
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(difference().contains(u"two, mine"_s));
    QTest::keyClick(list, Qt::Key_Up);
    click(u"discard"_s);
    QCOMPARE(list->count(), 1);
    QVERIFY(difference().contains(u"two, mine"_s));
    click(u"restore"_s);
    QCOMPARE(m_restored.size(), 1);
    QCOMPARE(m_restored.first().path, u"a.md"_s);
}

void TestRecoveryDialog::savesACopy()
{
    leave(u"a.md"_s, mine);
    offer();
    QString asked;
    dialog()->setAskPlace([&](QWidget *, const QString &name, const CopyPlace &chosen) {
        asked = name;
        chosen(m_folder->path(u"copy.md"_s));
    });
    click(u"copyElsewhere"_s);
    QCOMPARE(asked, u"a.md"_s);
    QCOMPARE(m_folder->read(u"copy.md"_s), mine);
    QVERIFY(label(u"recoveryMessage"_s).contains(m_folder->path(u"copy.md"_s)));
    dialog()->setAskPlace(
        [&](QWidget *, const QString &, const CopyPlace &chosen) { chosen(m_folder->path(u"none/copy.md"_s)); });
    click(u"copyElsewhere"_s);
    QVERIFY2(label(u"recoveryMessage"_s).contains(u"not there"_s), qPrintable(label(u"recoveryMessage"_s)));
    QVERIFY(dialog()->isVisible()); // a copy settles nothing
}

void TestRecoveryDialog::damagedJournal()
{
    leave(u"a.md"_s, mine);
    {
        const LeftJournals left = claimLeftJournals(m_folder->root());
        QVERIFY(QFile(left.journals.first().file).resize(40));
    }
    QSignalSpy messages(m_recovery.get(), &Recovery::message);
    m_recovery->offer(m_folder->root());
    QVERIFY(!dialog());
    QCOMPARE(messages.count(), 1);
}

void TestRecoveryDialog::asksOnce()
{
    leave(u"a.md"_s, mine);
    offer();
    m_recovery->offerAgain(m_folder->root());
    QCOMPARE(m_window->findChildren<RecoveryDialog *>().size(), 1);
}

void TestRecoveryDialog::clearsWhatAKilledSaveHasLeft()
{
    m_folder->write(u"deeper/b.md"_s, base);
    m_folder->write(u"deeper/.casebook-old.tmp"_s, "half a fi");
    m_folder->write(u"deeper/.casebook-new.tmp"_s, "being written");
    m_folder->write(u"deeper/.another.tmp"_s, "not ours");
    for (const QString &name : {u"deeper/.casebook-old.tmp"_s, u"deeper/.another.tmp"_s}) {
        const utimbuf times{1000, 1000};
        QCOMPARE(::utime(QFile::encodeName(m_folder->path(name)).constData(), &times), 0);
    }
    m_recovery->offer(m_folder->root());
    QTRY_VERIFY(!m_folder->exists(u"deeper/.casebook-old.tmp"_s));
    QVERIFY(m_folder->exists(u"deeper/.casebook-new.tmp"_s));
    QVERIFY(m_folder->exists(u"deeper/.another.tmp"_s));
    QVERIFY(m_folder->exists(u"deeper/b.md"_s));
}

CASEBOOK_GUI_TEST(TestRecoveryDialog)
#include "tst_recoverydialog.moc"
