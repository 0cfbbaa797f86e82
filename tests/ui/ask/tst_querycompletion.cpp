#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/ask/querybar.h"
#include "ui/ask/querypopup.h"
#include "ui/browse/browser.h"
#include "ui/browse/queryfield.h"

#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus and a bar in a shown window; the field has the focus.
class TestQueryCompletion : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void offersFields();
    void offersValuesWithCounts();
    void countsFollowTheOtherConditions();
    void offersValuesOfNoFacet();
    void fromFieldToValue();
    void excluded();
    void quotesWhatNeedsIt();
    void insideAText();
    void afterACompleteValue();
    void choosesByArrows();
    void closes_data();
    void closes();
    void leavesWithoutChoosing();
    void choosesByMouse();
    void asked();
    void tellsNothingOfWhatIsBeingWritten();
    void waitsForTheRestOfAValue();
    void isUndone();
    void notByProgram();
    void withoutACorpus();

private:
    void type(const QString &text) { QTest::keyClicks(m_field, text); }
    void press(const QString &keys) { QTest::keySequence(m_field, QKeySequence(keys)); }
    QueryPopup *popup() const { return m_window->findChild<QueryPopup *>(); }
    /// "Go|From  2", line by line.
    QStringList rows() const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<QWidget> m_window;
    QueryField *m_field = nullptr;
};

void TestQueryCompletion::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->write(u"cases/zeta.md"_s, caseText("Zeta", "organization: Two Words\nfrom: [Visual Basic]\n"));
    m_session = std::make_unique<CorpusSession>();
    m_browser = std::make_unique<Browser>(*m_session);
    m_window = std::make_unique<QWidget>();
    auto *bar = new QueryBar(*m_browser);
    m_field = bar->field();
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(bar);
    layout->addStretch(1);
    m_window->resize(700, 500);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    m_field->setFocus();
}

void TestQueryCompletion::cleanup()
{
    m_window.reset();
    m_browser.reset();
    m_session.reset();
    m_folder.reset();
}

QStringList TestQueryCompletion::rows() const
{
    QStringList rows;
    if (popup()->isVisible()) {
        for (const PopupRow &row : popup()->rows())
            rows.append(row.label + u'|' + row.detail);
    }
    return rows;
}

void TestQueryCompletion::offersFields()
{
    type(u"fro"_s);
    QCOMPARE(rows(), QStringList{u"from:|From"_s});
    QVERIFY(m_field->hasFocus());
    QVERIFY(popup()->geometry().top() >= m_field->mapTo(m_window.get(), QPoint(0, m_field->height())).y());
    QVERIFY(m_window->rect().contains(popup()->geometry()));
}

void TestQueryCompletion::offersValuesWithCounts()
{
    type(u"from:"_s);
    QCOMPARE(rows(), (QStringList{u"Go|From  2"_s, u"C++|From  1"_s, u"Rust|From  1"_s, u"Visual Basic|From  1"_s}));
    type(u"c"_s);
    QCOMPARE(rows(), QStringList{u"C++|From  1"_s});
}

void TestQueryCompletion::countsFollowTheOtherConditions()
{
    type(u"slow from:"_s);
    QCOMPARE(rows().first(), u"Go|From  1"_s);
    type(u"zz"_s);
    QCOMPARE(rows(), QStringList());
}

void TestQueryCompletion::offersValuesOfNoFacet()
{
    type(u"organization:b"_s);
    QCOMPARE(rows(), QStringList{u"Bolt|Organization  1"_s});
}

void TestQueryCompletion::fromFieldToValue()
{
    type(u"fro"_s);
    press(u"Tab"_s);
    QCOMPARE(m_field->text(), u"from:"_s);
    QCOMPARE(rows().size(), 4);
    press(u"Tab"_s);
    QCOMPARE(m_field->text(), u"from:Go "_s);
    QVERIFY(!popup()->isVisible());
    QVERIFY(m_field->hasFocus());
    QCOMPARE(m_browser->result().matches(), 2);
}

void TestQueryCompletion::excluded()
{
    type(u"-from:g"_s);
    press(u"Tab"_s);
    QCOMPARE(m_field->text(), u"-from:Go "_s);
    QCOMPARE(m_browser->result().matches(), 4);
}

void TestQueryCompletion::quotesWhatNeedsIt()
{
    type(u"from:vis"_s);
    press(u"Tab"_s);
    QCOMPARE(m_field->text(), u"from:\"Visual Basic\" "_s);
    type(u"organization:\"two w"_s);
    press(u"Tab"_s);
    QCOMPARE(m_field->text(), u"from:\"Visual Basic\" organization:\"Two Words\" "_s);
    QCOMPARE(m_browser->result().matches(), 1);
}

void TestQueryCompletion::insideAText()
{
    type(u"from: slow"_s);
    for (int i = 0; i < 5; ++i)
        press(u"Left"_s);
    type(u"g"_s);
    QCOMPARE(rows(), QStringList{u"Go|From  1"_s});
    press(u"Tab"_s);
    QCOMPARE(m_field->text(), u"from:Go slow"_s);
    QCOMPARE(m_field->textCursor().position(), 7);
}

void TestQueryCompletion::afterACompleteValue()
{
    type(u"from:go"_s);
    QVERIFY(!popup()->isVisible());
    type(u","_s);
    QCOMPARE(rows().size(), 3);
    press(u"Tab"_s);
    QCOMPARE(m_field->text(), u"from:go,C++ "_s);
}

void TestQueryCompletion::choosesByArrows()
{
    type(u"from:"_s);
    QCOMPARE(popup()->current(), -1);
    press(u"Down"_s);
    press(u"Down"_s);
    QCOMPARE(popup()->current(), 1);
    press(u"Up"_s);
    press(u"Up"_s);
    press(u"Up"_s);
    QCOMPARE(popup()->current(), 3);
    press(u"Down"_s);
    QCOMPARE(popup()->current(), -1);
    press(u"Down"_s);
    press(u"Return"_s);
    QCOMPARE(m_field->text(), u"from:Go "_s);
}

void TestQueryCompletion::closes_data()
{
    QTest::addColumn<QString>("key");
    for (const QString &key : {u"Esc"_s, u"Left"_s})
        QTest::newRow(qPrintable(key)) << key;
}

void TestQueryCompletion::closes()
{
    QFETCH(QString, key);
    type(u"from:g"_s);
    QVERIFY(popup()->isVisible());
    press(key);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(m_field->text(), u"from:g"_s);
    QVERIFY(m_field->hasFocus());
}

void TestQueryCompletion::leavesWithoutChoosing()
{
    QSignalSpy left(m_field, &QueryField::leaveRequested);
    type(u"fro"_s);
    press(u"Return"_s);
    QCOMPARE(left.count(), 1);
    QCOMPARE(m_field->text(), u"fro"_s);
    QVERIFY(!popup()->isVisible());
}

void TestQueryCompletion::choosesByMouse()
{
    type(u"from:"_s);
    auto *list = popup()->findChild<QListWidget *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QCOMPARE(m_field->text(), u"from:C++ "_s);
    QVERIFY(m_field->hasFocus());
    QVERIFY(!popup()->isVisible());
}

void TestQueryCompletion::asked()
{
    QVERIFY(rows().isEmpty());
    press(u"Ctrl+Space"_s);
    QVERIFY(rows().contains(u"from:|From"_s));
    QVERIFY(rows().contains(u"year:|Year"_s));
    QVERIFY(rows().last().startsWith(u"sort:"_s));
    QCOMPARE(m_field->text(), QString());
}

void TestQueryCompletion::tellsNothingOfWhatIsBeingWritten()
{
    const auto *notes = m_window->findChild<QLabel *>(u"queryNotes"_s);
    type(u"form:x from:vis"_s);
    QCOMPARE(notes->text().count(u"<a href"_s), 1); // of form:
    press(u"Esc"_s);
    QCOMPARE(notes->text().count(u"<a href"_s), 2);
}

// A value that is only begun leaves the cases alone, until the person goes on to something else.
void TestQueryCompletion::waitsForTheRestOfAValue()
{
    type(u"from:vis"_s);
    QVERIFY(!rows().isEmpty());
    QCOMPARE(m_browser->result().matches(), 6);
    type(u" "_s);
    QCOMPARE(m_browser->result().matches(), 0);
    press(u"Backspace"_s);
    QCOMPARE(m_browser->result().matches(), 6);
    press(u"Esc"_s);
    QCOMPARE(m_browser->result().matches(), 0);
    QCOMPARE(m_browser->queryText(), u"from:vis"_s);
}

void TestQueryCompletion::isUndone()
{
    type(u"from:g"_s);
    press(u"Tab"_s);
    press(u"Ctrl+Z"_s);
    QCOMPARE(m_field->text(), u"from:g"_s);
}

void TestQueryCompletion::notByProgram()
{
    m_field->setText(u"from:"_s);
    QVERIFY(!popup()->isVisible());
    type(u"g"_s);
    QVERIFY(popup()->isVisible());
    m_browser->clearQuery();
    QVERIFY(!popup()->isVisible());
}

void TestQueryCompletion::withoutACorpus()
{
    m_session->close();
    type(u"fro"_s);
    press(u"Ctrl+Space"_s);
    QVERIFY(!popup()->isVisible());
}

CASEBOOK_GUI_TEST(TestQueryCompletion)
#include "tst_querycompletion.moc"
