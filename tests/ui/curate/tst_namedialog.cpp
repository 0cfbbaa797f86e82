#include "core/corpus/schema.h"
#include "tests/ui/support/guitest.h"
#include "ui/curate/namedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestNameDialog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void asksForATitle();
    void idFollowsTheTitle();
    void offersTheGroup();
    void withoutGroups();
    void checksTheId_data();
    void checksTheId();
    void renaming();
    void proposesAnId();
    void byKeys();

private:
    QLineEdit *line(const QString &name) const { return m_dialog->findChild<QLineEdit *>(name); }
    QPushButton *ok() const { return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok); }
    /// What the dialog says is wrong; its only label that wraps.
    QString complaint() const;

    Schema m_schema;
    std::unique_ptr<NameDialog> m_dialog;
};

void TestNameDialog::init()
{
    m_schema = {};
    m_schema.groups = {{u"migrating"_s, u"Migrating to Rust"_s, {}, {}}, {u"adopting"_s, u"Adopting Rust"_s, {}, {}}};
    m_dialog =
        std::make_unique<NameDialog>(u"New case"_s, u"Create"_s, [](const QString &id) { return id == u"taken"_s; });
}

QString TestNameDialog::complaint() const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->wordWrap())
            return label->text();
    }
    return u"(no label)"_s;
}

void TestNameDialog::asksForATitle()
{
    m_dialog->askForTitle(m_schema, {});
    QVERIFY(!ok()->isEnabled());
    QCOMPARE(complaint(), QString());
    line(u"caseTitle"_s)->setText(u"  A title  "_s);
    QVERIFY(ok()->isEnabled());
    QCOMPARE(m_dialog->caseTitle(), u"A title"_s);
    line(u"caseTitle"_s)->setText(u"   "_s);
    QVERIFY(!ok()->isEnabled());
    QCOMPARE(ok()->text(), u"Create"_s);
}

void TestNameDialog::idFollowsTheTitle()
{
    m_dialog->askForTitle(m_schema, {});
    line(u"caseTitle"_s)->setText(u"Read States: Go → Rust"_s);
    QCOMPARE(m_dialog->id(), u"read-states-go-rust"_s);
    line(u"caseTitle"_s)->setText(u"Taken"_s);
    QCOMPARE(m_dialog->id(), u"taken-2"_s);
    line(u"caseTitle"_s)->clear();
    QCOMPARE(m_dialog->id(), QString());
    QTest::keyClicks(line(u"caseId"_s), u"mine"_s);
    line(u"caseTitle"_s)->setText(u"Another"_s);
    QCOMPARE(m_dialog->id(), u"mine"_s); // what was typed stays
}

void TestNameDialog::offersTheGroup()
{
    m_dialog->askForTitle(m_schema, u"adopting"_s);
    auto *group = m_dialog->findChild<QComboBox *>(u"caseGroup"_s);
    QCOMPARE(group->currentText(), u"Adopting Rust"_s);
    QCOMPARE(m_dialog->group(), u"adopting"_s);
    QTest::keyClick(group, Qt::Key_Up);
    QCOMPARE(m_dialog->group(), u"migrating"_s);
}

void TestNameDialog::withoutGroups()
{
    m_dialog->askForTitle({}, u"adopting"_s);
    QVERIFY(!m_dialog->findChild<QComboBox *>());
    QCOMPARE(m_dialog->group(), QString());
}

void TestNameDialog::checksTheId_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"a-case_1.2"_s << true;
    QTest::newRow("in a folder") << u"tools/a-case"_s << true;
    QTest::newRow("blanks around it") << u" a-case "_s << true;
    QTest::newRow("taken") << u"taken"_s << false;
    QTest::newRow("blanks in it") << u"a case"_s << false;
    QTest::newRow("up") << u"../a-case"_s << false;
    QTest::newRow("absolute") << u"/tmp/a-case"_s << false;
    QTest::newRow("hidden") << u".a-case"_s << false;
    QTest::newRow("a folder") << u"a-case/"_s << false;
    QTest::newRow("a control character") << u"a\tcase"_s << false;
}

void TestNameDialog::checksTheId()
{
    QFETCH(QString, id);
    QFETCH(bool, good);
    m_dialog->proposeId(id);
    QCOMPARE(ok()->isEnabled(), good);
    QCOMPARE(complaint().isEmpty(), good);
    m_dialog->proposeId({});
    QVERIFY(!ok()->isEnabled());
    QCOMPARE(complaint(), QString());
}

void TestNameDialog::renaming()
{
    m_dialog->setOldId(u"taken"_s);
    QCOMPARE(m_dialog->id(), u"taken"_s);
    QCOMPARE(line(u"caseId"_s)->selectedText(), u"taken"_s);
    QVERIFY(!ok()->isEnabled()); // it must change
    QCOMPARE(complaint(), QString());
    line(u"caseId"_s)->setText(u"taken-not"_s);
    QVERIFY(ok()->isEnabled());
}

void TestNameDialog::proposesAnId()
{
    m_dialog->proposeId(u"alpha-copy"_s);
    QVERIFY(ok()->isEnabled());
    QCOMPARE(m_dialog->id(), u"alpha-copy"_s);
}

void TestNameDialog::byKeys()
{
    m_dialog->askForTitle(m_schema, {});
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_VERIFY(line(u"caseTitle"_s)->hasFocus());
    QTest::keyClick(line(u"caseTitle"_s), Qt::Key_Return); // not yet
    QVERIFY(m_dialog->isVisible());
    QTest::keyClicks(line(u"caseTitle"_s), u"By keys"_s);
    QTest::keyClick(line(u"caseTitle"_s), Qt::Key_Return);
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(m_dialog->id(), u"by-keys"_s);
}

CASEBOOK_GUI_TEST(TestNameDialog)
#include "tst_namedialog.moc"
