#include "core/base/value.h"
#include "tests/ui/edit/form/formtest.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/caseform.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/recordsfield.h"
#include "ui/edit/sourceeditor.h"

#include <QApplication>
#include <QTest>
#include <QTextDocument>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "---\n"
                        "title: Alpha\n"
                        "decision: migrating\n"
                        "year: 2020\n"
                        "claims:\n"
                        "  - side: for\n"
                        "    text: one\n"
                        "---\n"
                        "\n"
                        "Text\n";

} // namespace

/// Form, source and preview agree, whichever of them is used.
class TestFormFollow : public FormTest {
    Q_OBJECT

private slots:
    void init() { open(file); }
    void cleanup() { close(); }

    void theSourceIsFollowed();
    void theFocusStays();
    void thePreviewFollows();
    void oneHistory();
    void anInferredSchema();
    void keysGoToTheFaces();
    void aLineLeadsToItsField();

private:
    void typeInSource(const QString &behind, const QString &text);
};

void TestFormFollow::typeInSource(const QString &behind, const QString &text)
{
    QTextCursor place = m_page->editor()->document()->find(behind);
    QVERIFY(!place.isNull());
    place.movePosition(QTextCursor::EndOfBlock);
    m_page->editor()->setTextCursor(place);
    m_page->editor()->setFocus();
    QTest::keyClicks(m_page->editor(), text);
}

void TestFormFollow::theSourceIsFollowed()
{
    typeInSource(u"title:"_s, u" and Beta"_s);
    QTRY_COMPARE(textIn(u"title"_s), u"Alpha and Beta"_s);
    m_page->editor()->replaceContents(
        QString::fromUtf8(file).replace(u"---\n\nText"_s, u"  - side: against\n    text: two\n---\n\nText"_s));
    QTRY_COMPARE(records(u"claims"_s)->cards().size(), 2);
    QCOMPARE(textIn(u"claims[1].text"_s), u"two"_s);
}

void TestFormFollow::theFocusStays()
{
    QWidget *control = focus(u"claims[0].text"_s);
    m_page->editor()->replaceContents(QString::fromUtf8(file).replace(u"2020"_s, u"2021"_s));
    QTRY_COMPARE(textIn(u"year"_s), u"2021"_s);
    QCOMPARE(QApplication::focusWidget(), control);
}

void TestFormFollow::thePreviewFollows()
{
    type(u"title"_s, u"Beta"_s);
    QTRY_VERIFY(m_previewed.contains("title: Beta"));
}

void TestFormFollow::oneHistory()
{
    type(u"title"_s, u"Beta"_s);
    QTRY_VERIFY(bytes().contains("title: Beta"));
    typeInSource(u"Text"_s, u" more"_s);
    type(u"year"_s, u"2021"_s);
    QTRY_VERIFY(bytes().contains("year: 2021"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(bytes().contains("year: 2020") && bytes().contains("more"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!bytes().contains("more") && bytes().contains("title: Beta"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bytes(), file);
    QCOMPARE(textIn(u"title"_s), u"Alpha"_s);
}

void TestFormFollow::anInferredSchema()
{
    open("---\nname: x\ncount: 3\n---\n", {});
    type(u"count"_s, u"4"_s);
    QTRY_COMPARE(changes(), (QStringList{u"-count: 3"_s, u"+count: 4"_s}));
    QVERIFY(note(u"count"_s).isEmpty());
}

void TestFormFollow::keysGoToTheFaces()
{
    focus(u"title"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(m_page->editor()->hasFocus());
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(form()->isAncestorOf(QApplication::focusWidget()));
    m_page->resize(420, 600); // room for one: they are tabs now
    QTRY_VERIFY(form()->isVisible() && !m_page->editor()->isVisible());
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(m_page->editor()->isVisible() && !form()->isVisible());
}

void TestFormFollow::aLineLeadsToItsField()
{
    m_page->goTo(7, 5);
    QCOMPARE(QApplication::focusWidget(), editor(u"claims[0].text"_s)->control());
    m_page->goTo(10, 1); // the body is in the source alone
    QTRY_VERIFY(m_page->editor()->hasFocus());
}

CASEBOOK_GUI_TEST(TestFormFollow)
#include "tst_formfollow.moc"
