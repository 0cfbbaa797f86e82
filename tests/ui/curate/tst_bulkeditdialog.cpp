#include "core/corpus/loader.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/curate/bulkeditdialog.h"
#include "ui/curate/valueline.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"(roles: {title: title, group: decision}
groups:
  - {value: migrating, label: Migrating to it}
  - {value: adopting, label: Adopting it}
fields:
  title: {type: text, label: Title, required: true}
  decision: {type: choice, label: Decision, vocabulary: decisions}
  year: {type: year, label: Year}
  effort: {type: record, label: Effort, fields: {months: {type: number, label: Months}}}
  tags: {type: list, label: Tags}
vocabularies:
  decisions: [{id: migrating, label: Migrating to it}, {id: adopting, label: Adopting it}]
)";

} // namespace

/// Every test has a dialog for three cases, of which one is broken.
class TestBulkEditDialog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void offersFields();
    void offersWhatTheFieldAllows_data();
    void offersWhatTheFieldAllows();
    void showsWhatChanges();
    void waitsForWhatWasTypedLast();
    void complains_data();
    void complains();
    void namesThePlan_data();
    void namesThePlan();
    void removesAField();
    void aNewField();
    void completes();
    void completesTheItemOfAList();
    void byKeys();

private:
    template<typename Widget>
    Widget *child(const QString &name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    void chooseField(const QString &name) const { child<QComboBox>(u"bulkField"_s)->setEditText(name); }
    void chooseKind(const QString &text) const
    {
        auto *kind = child<QComboBox>(u"bulkKind"_s);
        kind->setCurrentIndex(kind->findText(text));
    }
    void typeValue(const QString &text) const
    {
        child<ValueLine>(u"bulkValue"_s)->clear();
        QTest::keyClicks(child<ValueLine>(u"bulkValue"_s), text);
    }
    int rows() const { return child<QTreeView>(u"fileChanges"_s)->model()->rowCount(); }
    QPushButton *ok() const { return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok); }
    QString complaint() const { return child<QLabel>(u"bulkComplaint"_s)->text(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<BulkEditDialog> m_dialog;
};

void TestBulkEditDialog::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->write(u"cases/a.md"_s, caseText("A", "year: 2020\ntags: [web]\nstars: 3\n"));
    m_folder->write(u"cases/b.md"_s, caseText("B", "year: 2021\n"));
    m_folder->write(u"cases/c.md"_s, "---\ntitle: [\n---\n");
    const auto corpus = loadCorpus(m_folder->root());
    QVERIFY(corpus);
    m_dialog = std::make_unique<BulkEditDialog>(corpus->layout(), corpus->schema(), corpus->cases());
    m_dialog->setValuesInUse([](const QString &path) {
        return path == u"tags" ? QStringList{u"web"_s, u"web-ui"_s, u"cli"_s} : QStringList();
    });
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestBulkEditDialog::cleanup()
{
    m_dialog.reset();
    m_folder.reset();
}

void TestBulkEditDialog::offersFields()
{
    auto *field = child<QComboBox>(u"bulkField"_s);
    QStringList names;
    for (int i = 0; i < field->count(); ++i)
        names.append(field->itemText(i));
    QCOMPARE(names, (QStringList{u"Title"_s, u"Decision"_s, u"Year"_s, u"Effort: Months"_s, u"Tags"_s, u"stars"_s}));
    QVERIFY(!ok()->isEnabled()); // nothing has been asked for yet
    QVERIFY(!m_dialog->change());
}

void TestBulkEditDialog::offersWhatTheFieldAllows_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("year") << u"Year"_s << QStringList{u"Set to"_s, u"Remove the field"_s};
    QTest::newRow("list") << u"Tags"_s
                          << QStringList{u"Add to the list"_s, u"Take out of the list"_s, u"Set to"_s,
                                         u"Remove the field"_s};
    QTest::newRow("unknown") << u"stars"_s
                             << QStringList{u"Set to"_s, u"Add to the list"_s, u"Take out of the list"_s,
                                            u"Remove the field"_s};
}

void TestBulkEditDialog::offersWhatTheFieldAllows()
{
    QFETCH(QString, field);
    QFETCH(QStringList, kinds);
    chooseField(field);
    auto *kind = child<QComboBox>(u"bulkKind"_s);
    QStringList offered;
    for (int i = 0; i < kind->count(); ++i)
        offered.append(kind->itemText(i));
    QCOMPARE(offered, kinds);
    QCOMPARE(kind->currentIndex(), 0);
}

void TestBulkEditDialog::showsWhatChanges()
{
    chooseField(u"Year"_s);
    typeValue(u"2021"_s);
    QTRY_COMPARE(rows(), 2); // a changes, b is so already, c is broken
    QVERIFY(child<QLabel>(u"planSummary"_s)->text().contains(u"1"_s));
    QVERIFY(ok()->isEnabled());
    const Plan plan = m_dialog->chosenPlan();
    QCOMPARE(plan.files.size(), 1);
    QCOMPARE(plan.files.at(0).step.path, u"cases/a.md"_s);
    QVERIFY(plan.files.at(0).after.contains("year: 2021"));
    QCOMPARE(plan.same, QStringList{u"cases/b.md"_s});
    QCOMPARE(plan.leftOut.size(), 1);
    QCOMPARE(m_folder->read(u"cases/a.md"_s), caseText("A", "year: 2020\ntags: [web]\nstars: 3\n"));
}

void TestBulkEditDialog::waitsForWhatWasTypedLast()
{
    chooseField(u"Year"_s);
    typeValue(u"2022"_s);
    QTRY_COMPARE(rows(), 3);
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    typeValue(u"2023"_s);
    QTest::keyClick(child<ValueLine>(u"bulkValue"_s), Qt::Key_Return); // before the plan is there
    QVERIFY(m_dialog->isVisible());
    QTRY_COMPARE(rows(), 3);
    ok()->click();
    QCOMPARE(accepted.size(), 1);
    QVERIFY(m_dialog->chosenPlan().files.at(0).after.contains("year: 2023"));
}

void TestBulkEditDialog::complains_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("complaint"); // "": none
    QTest::addColumn<bool>("possible");
    QTest::newRow("good") << u"Year"_s << u"2022"_s << QString() << true;
    QTest::newRow("no year") << u"Year"_s << u"soon"_s << u"not a year"_s << false;
    QTest::newRow("outside the vocabulary") << u"Decision"_s << u"maybe"_s << u"does not know “maybe”"_s << true;
    QTest::newRow("in the vocabulary") << u"Decision"_s << u"adopting"_s << QString() << true;
    QTest::newRow("no name of a field") << u"a[x"_s << u"1"_s << u"cannot be a field's name"_s << false;
}

void TestBulkEditDialog::complains()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, complaint);
    QFETCH(bool, possible);
    chooseField(field);
    typeValue(value);
    QVERIFY2(complaint.isEmpty() ? this->complaint().isEmpty() : this->complaint().contains(complaint),
             qPrintable(this->complaint()));
    QCOMPARE(m_dialog->change().has_value(), possible);
    if (possible)
        QTRY_VERIFY(ok()->isEnabled());
    else
        QVERIFY(!ok()->isEnabled());
}

void TestBulkEditDialog::namesThePlan_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("set") << u"Title"_s << u"Set to"_s << u"Set Title in"_s;
    QTest::newRow("add") << u"Tags"_s << u"Add to the list"_s << u"Add to Tags in"_s;
    QTest::newRow("take out") << u"Tags"_s << u"Take out of the list"_s << u"Take out of Tags in"_s;
    QTest::newRow("remove") << u"stars"_s << u"Remove the field"_s << u"Remove stars from"_s;
}

void TestBulkEditDialog::namesThePlan()
{
    QFETCH(QString, field);
    QFETCH(QString, kind);
    QFETCH(QString, name);
    chooseField(field);
    chooseKind(kind);
    typeValue(u"web"_s);
    QVERIFY2(m_dialog->chosenPlan().name.startsWith(name), qPrintable(m_dialog->chosenPlan().name));
}

void TestBulkEditDialog::removesAField()
{
    chooseField(u"Title"_s);
    chooseKind(u"Remove the field"_s);
    QVERIFY(!child<ValueLine>(u"bulkValue"_s)->isEnabled());
    QVERIFY(complaint().contains(u"required"_s));
    QTRY_COMPARE(rows(), 3);
    QVERIFY(!m_dialog->chosenPlan().files.at(0).after.contains("title"));
}

void TestBulkEditDialog::aNewField()
{
    chooseField(u"checked"_s);
    typeValue(u"true"_s);
    QTRY_COMPARE(rows(), 3);
    QVERIFY(m_dialog->chosenPlan().files.at(1).after.contains("checked: true\n"));
}

void TestBulkEditDialog::completes()
{
    chooseField(u"Decision"_s);
    typeValue(u"adopt"_s);
    auto *popup = child<ValueLine>(u"bulkValue"_s)->findChild<QCompleter *>()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(child<ValueLine>(u"bulkValue"_s)->text(), u"adopting"_s); // found by its label, written as its id
    QVERIFY(!popup->isVisible());
}

void TestBulkEditDialog::completesTheItemOfAList()
{
    chooseField(u"Tags"_s);
    typeValue(u"new, web-"_s);
    auto *popup = child<ValueLine>(u"bulkValue"_s)->findChild<QCompleter *>()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(child<ValueLine>(u"bulkValue"_s)->text(), u"new, web-ui"_s);
    QCOMPARE(m_dialog->change()->text, u"new, web-ui"_s);
}

void TestBulkEditDialog::byKeys()
{
    QTRY_VERIFY(child<QComboBox>(u"bulkField"_s)->hasFocus());
    QTest::keyClicks(m_dialog->focusWidget(), u"Year"_s);
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(child<QComboBox>(u"bulkKind"_s)->hasFocus());
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(child<ValueLine>(u"bulkValue"_s)->hasFocus());
    QTest::keyClicks(m_dialog->focusWidget(), u"2022"_s);
    QTRY_VERIFY(ok()->isEnabled());
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
}

CASEBOOK_GUI_TEST(TestBulkEditDialog)
#include "tst_bulkeditdialog.moc"
