#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/edit/sourceeditor.h"
#include "ui/palette/palette.h"
#include "ui/palette/palettemodel.h"
#include "ui/read/caseview.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus with a view, open in the window, and uses the palette by keys and clicks.
class TestWindowPalette : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void opensAndCloses();
    void goesToACase();
    void goesToACaseThatIsFilteredAway();
    void showsAView();
    void includesAValue();
    void doesAnAction();
    void editsTheSelectedCase();
    void offersNoDisabledAction();
    void actionsOfTheEditor();
    void marksWithKeys();
    void clickChooses();
    void clickElsewhereCloses();
    void returnBeforeTheAnswer();
    void nothingFound();
    void remembers();
    void followsTheWindow();
    void withoutACorpus();
    void everyActionOfTheMenus();

private:
    Palette *palette() const { return m_driver->window().findChild<Palette *>(); }
    QLineEdit *field() const { return palette()->findChild<QLineEdit *>(); }
    QListView *list() const { return palette()->findChild<QListView *>(); }
    QStringList rows() const;
    QString marked() const { return list()->currentIndex().data().toString(); }
    void open();
    void type(const QString &text);

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowPalette::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->write(u"views/go.yaml"_s, "name: Out of Go\nfilter: from:Go\nsort: -year\n");
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_VERIFY(!m_driver->read().isEmpty());
    QTRY_VERIFY(m_driver->tree()->hasFocus());
}

void TestWindowPalette::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

QStringList TestWindowPalette::rows() const
{
    QStringList rows;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        rows.append(list()->model()->index(row, 0).data().toString());
    return rows;
}

void TestWindowPalette::open()
{
    m_driver->press(u"Ctrl+K"_s);
    QTRY_VERIFY(palette()->isVisible());
    QVERIFY(field()->hasFocus());
}

/// Types, and waits until what was typed has been found.
void TestWindowPalette::type(const QString &text)
{
    QSignalSpy found(&palette()->search(), &PaletteSearch::found);
    QTest::keyClicks(field(), text);
    QTRY_VERIFY(!found.isEmpty() && found.last().first().toString() == field()->text());
}

void TestWindowPalette::opensAndCloses()
{
    QVERIFY(!palette()->isVisible());
    open();
    QTRY_VERIFY(rows().contains(u"Out of Go"_s));
    m_driver->press(u"Esc"_s);
    QVERIFY(!palette()->isVisible());
    QVERIFY(m_driver->tree()->hasFocus());
    open();
    QCOMPARE(field()->text(), QString());
    m_driver->press(u"Ctrl+K"_s); // the same key
    QVERIFY(!palette()->isVisible());
    QVERIFY(m_driver->tree()->hasFocus());
}

void TestWindowPalette::goesToACase()
{
    open();
    type(u"delta"_s);
    QCOMPARE(marked(), u"Delta game"_s);
    QCOMPARE(list()->currentIndex().data(PaletteModel::DetailRole).toString(), u"Dust"_s);
    QVERIFY(field()->accessibleDescription().startsWith(u"Delta game"_s));
    m_driver->press(u"Return"_s);
    QVERIFY(!palette()->isVisible());
    QTRY_COMPARE(m_driver->read(), u"Delta game"_s);
    QCOMPARE(m_driver->tree()->currentId(), u"delta"_s);
}

void TestWindowPalette::goesToACaseThatIsFilteredAway()
{
    m_driver->field()->setText(u"from:Go"_s);
    open();
    type(u"delta"_s);
    m_driver->press(u"Return"_s);
    QTRY_COMPARE(m_driver->read(), u"Delta game"_s);
    QCOMPARE(m_driver->field()->text(), u"from:Go"_s);
}

void TestWindowPalette::showsAView()
{
    open();
    type(u"outgo"_s);
    QCOMPARE(marked(), u"Out of Go"_s);
    m_driver->press(u"Return"_s);
    QCOMPARE(m_driver->field()->text(), u"from:Go sort:-year"_s);
}

void TestWindowPalette::includesAValue()
{
    open();
    type(u"tags web"_s);
    QCOMPARE(marked(), u"Tags: web"_s);
    QCOMPARE(list()->currentIndex().data(PaletteModel::NoteRole).toString(), u"2"_s);
    m_driver->press(u"Return"_s);
    QCOMPARE(m_driver->field()->text(), u"tags:web"_s);
    open();
    type(u"tags"_s);
    QVERIFY(!rows().contains(u"Tags: web"_s)); // it is included already
}

void TestWindowPalette::doesAnAction()
{
    const double zoom = m_driver->reader()->zoom();
    open();
    type(u"zoom in"_s);
    QCOMPARE(marked(), u"Zoom In"_s);
    QVERIFY(!list()->currentIndex().data(PaletteModel::NoteRole).toString().isEmpty());
    m_driver->press(u"Return"_s);
    QVERIFY(m_driver->reader()->zoom() > zoom);
}

void TestWindowPalette::editsTheSelectedCase()
{
    open();
    type(u"edit case"_s);
    QCOMPARE(marked(), u"Edit Case"_s);
    m_driver->press(u"Return"_s);
    QTRY_VERIFY(m_driver->pane()->isEditing());
}

void TestWindowPalette::offersNoDisabledAction()
{
    QVERIFY(!m_driver->action(u"saveCase"_s)->isEnabled());
    open();
    type(u"save"_s);
    QVERIFY(!rows().contains(u"Save"_s));
    QVERIFY(rows().contains(u"Save as View…"_s));
    QVERIFY(!rows().contains(u"Command Palette…"_s));
}

void TestWindowPalette::actionsOfTheEditor()
{
    open();
    type(u"bold"_s);
    QVERIFY(!rows().contains(u"Bold"_s));
    m_driver->press(u"Esc"_s);
    m_driver->press(u"F4"_s);
    QTRY_VERIFY(m_driver->pane()->isEditing());
    m_driver->press(u"Ctrl+2"_s);
    m_driver->editor()->moveCursor(QTextCursor::End);
    m_driver->editor()->setFocus();
    const QString before = m_driver->editor()->toPlainText();
    open();
    type(u"bold"_s);
    QCOMPARE(marked(), u"Bold"_s);
    m_driver->press(u"Return"_s);
    QCOMPARE(m_driver->editor()->toPlainText().size(), before.size() + 4);
    QVERIFY(m_driver->editor()->hasFocus());
}

void TestWindowPalette::marksWithKeys()
{
    open();
    type(u"e"_s);
    QVERIFY(rows().size() > 3);
    const QStringList all = rows();
    QCOMPARE(marked(), all.at(0));
    m_driver->press(u"Down"_s);
    m_driver->press(u"Down"_s);
    QCOMPARE(marked(), all.at(2));
    m_driver->press(u"Up"_s);
    QCOMPARE(marked(), all.at(1));
    m_driver->press(u"PgDown"_s);
    m_driver->press(u"PgUp"_s);
    m_driver->press(u"Up"_s);
    m_driver->press(u"Up"_s);
    QVERIFY(list()->currentIndex().row() >= all.size() - 2); // round and round
    QVERIFY(field()->hasFocus());
    m_driver->press(u"Tab"_s);
    QVERIFY(field()->hasFocus());
}

void TestWindowPalette::clickChooses()
{
    open();
    type(u"gamma"_s);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualRect(list()->model()->index(0, 0)).center());
    QVERIFY(!palette()->isVisible());
    QTRY_COMPARE(m_driver->read(), u"Gamma tool"_s);
}

void TestWindowPalette::clickElsewhereCloses()
{
    open();
    QTest::mouseClick(m_driver->window().findChild<QLabel *>(u"statusText"_s), Qt::LeftButton);
    QVERIFY(!palette()->isVisible());
    open();
    m_driver->field()->setFocus();
    QVERIFY(!palette()->isVisible());
    QVERIFY(m_driver->field()->hasFocus());
}

/// Whoever types and presses Return at once gets what was typed, not what was marked before.
void TestWindowPalette::returnBeforeTheAnswer()
{
    open();
    QTest::keyClicks(field(), u"epsilon"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_VERIFY(!palette()->isVisible());
    QTRY_COMPARE(m_driver->read(), u"Epsilon notes"_s);
}

void TestWindowPalette::nothingFound()
{
    open();
    type(u"qqqq"_s);
    QVERIFY(rows().isEmpty());
    QVERIFY(!list()->isVisible());
    m_driver->press(u"Return"_s);
    QVERIFY(palette()->isVisible());
    m_driver->press(u"Esc"_s);
    QVERIFY(!palette()->isVisible());
}

void TestWindowPalette::remembers()
{
    open();
    type(u"gamma"_s);
    m_driver->press(u"Return"_s);
    open();
    type(u"outgo"_s);
    m_driver->press(u"Return"_s);
    open();
    QTRY_COMPARE(rows().mid(0, 2), (QStringList{u"Out of Go"_s, u"Gamma tool"_s}));
}

void TestWindowPalette::followsTheWindow()
{
    open();
    m_driver->window().resize(700, 500);
    QTRY_VERIFY(m_driver->window().rect().contains(palette()->geometry()));
    QVERIFY(palette()->width() > 300);
}

void TestWindowPalette::withoutACorpus()
{
    m_driver->action(u"closeCorpus"_s)->trigger();
    open();
    type(u"delta"_s);
    QVERIFY(!rows().contains(u"Delta game"_s));
    field()->clear();
    type(u"quit"_s);
    QCOMPARE(marked(), u"Quit"_s);
}

/// Whatever can be done from the menus can be done from the palette.
void TestWindowPalette::everyActionOfTheMenus()
{
    QSet<QString> missing;
    for (QAction *action : m_driver->window().findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly)) {
        const bool offered = action->isEnabled() && action->isVisible() && !action->objectName().isEmpty();
        if (!offered || action->objectName() == u"palette" || action->text().isEmpty())
            continue;
        const QString text = action->text().remove(u'&');
        open();
        type(QString(text).remove(u'…')); // which no key gives
        if (!rows().contains(text))
            missing.insert(text);
        m_driver->press(u"Esc"_s);
    }
    QCOMPARE(missing, QSet<QString>());
}

CASEBOOK_GUI_TEST(TestWindowPalette)
#include "tst_window_palette.moc"
