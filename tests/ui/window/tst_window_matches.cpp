#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/edit/editpage.h"
#include "ui/edit/findbar.h"
#include "ui/edit/sourceeditor.h"
#include "ui/read/caseview.h"
#include "ui/read/matchbar.h"
#include "ui/theme/matchcolors.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has a corpus of three cases that hold a word, and one that does not, open in the window.
class TestWindowMatches : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void marksInTheReader();
    void marksAsOneTypes();
    void counts();
    void goesFromMatchToMatch();
    void goesOnIntoTheNextCase();
    void wraps();
    void goesBackwards();
    void fromACaseThatIsFilteredAway();
    void tellsWhatIsNotShown();
    void buttons();
    void withoutWords();
    void nothingFound();
    void findIsAThingOfItsOwn();
    void staysMarkedWhenTypesetAnew();
    void marksInTheSource();
    void goesThroughTheSource();
    void findsInTheSourceWhileTheBarIsOpen();
    void rowsTellWhere();
    void rowsAreMarked();
    void readsOnlyWhatIsPainted();

private:
    QString count() const { return m_driver->window().findChild<QLabel *>(u"matchCount"_s)->text(); }
    bool barShown() const { return m_driver->window().findChild<MatchBar *>()->isVisible(); }
    /// The marked texts of the reader, the current one in brackets.
    QStringList marked() const;
    QStringList markedInSource() const;
    void search(const QString &text) { m_driver->field()->setText(text); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowMatches::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    for (const char *id : {"alpha", "beta", "gamma", "delta", "epsilon"})
        m_folder->remove(u"cases/%1.md"_s.arg(QString::fromLatin1(id)));
    m_folder->write(u"cases/one.md"_s,
                    caseText("One", "organization: Acme\ndecision: migrating\n",
                             "The Straße began here.\n\nAnother straße, and\nthe strasse again.\n"));
    m_folder->write(u"cases/two.md"_s,
                    caseText("Two of the Straße", "organization: Acme\ndecision: migrating\n", "Nothing.\n"));
    m_folder->write(u"cases/three.md"_s,
                    caseText("Three", "organization: Acme\ndecision: migrating\nhidden: the strasse\n", "Nothing.\n"));
    m_folder->write(u"cases/zero.md"_s, caseText("Zero", "organization: Acme\ndecision: migrating\n", "Nothing.\n"));
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"one"_s));
    QTRY_COMPARE(m_driver->read(), u"One"_s);
    m_driver->press(u"Alt+Down"_s); // the tree has the focus, and the order is that of titles
    m_driver->press(u"Alt+Up"_s);
}

void TestWindowMatches::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

QStringList TestWindowMatches::marked() const
{
    QStringList texts;
    const QPalette palette = m_driver->reader()->palette();
    for (const QTextEdit::ExtraSelection &mark : m_driver->reader()->extraSelections()) {
        const QColor color = mark.format.background().color();
        if (color == matchColor(palette, true))
            texts.append(u'[' + mark.cursor.selectedText() + u']');
        else if (color == matchColor(palette))
            texts.append(mark.cursor.selectedText());
    }
    return texts;
}

QStringList TestWindowMatches::markedInSource() const
{
    QStringList texts;
    const QPalette palette = m_driver->editor()->palette();
    for (const QTextEdit::ExtraSelection &mark : m_driver->editor()->extraSelections()) {
        const QColor color = mark.format.background().color();
        if (mark.cursor.hasSelection() && (color == matchColor(palette, true) || color == matchColor(palette)))
            texts.append(mark.cursor.selectedText());
    }
    return texts;
}

void TestWindowMatches::marksInTheReader()
{
    QCOMPARE(marked(), QStringList());
    search(u"strasse"_s);
    QCOMPARE(m_driver->read(), u"One"_s);
    QCOMPARE(marked(), (QStringList{u"Straße"_s, u"straße"_s, u"strasse"_s}));
    search(u"-strasse"_s);
    QCOMPARE(marked(), QStringList());
}

void TestWindowMatches::marksAsOneTypes()
{
    m_driver->press(u"Ctrl+L"_s);
    m_driver->type(u"aga"_s);
    QCOMPARE(marked(), QStringList{u"aga"_s});
    m_driver->type(u"in"_s);
    QCOMPARE(marked(), QStringList{u"again"_s});
    m_driver->press(u"Esc"_s);
    QCOMPARE(marked(), QStringList());
}

void TestWindowMatches::counts()
{
    QVERIFY(!barShown());
    search(u"strasse"_s);
    QVERIFY(barShown());
    QVERIFY2(count().startsWith(u"3 match"_s), qPrintable(count()));
    m_driver->press(u"F3"_s);
    QVERIFY2(count().startsWith(u"1 of 3"_s), qPrintable(count()));
    search({});
    QVERIFY(!barShown());
}

void TestWindowMatches::goesFromMatchToMatch()
{
    search(u"strasse"_s);
    m_driver->press(u"F3"_s);
    QCOMPARE(marked(), (QStringList{u"[Straße]"_s, u"straße"_s, u"strasse"_s}));
    m_driver->press(u"F3"_s);
    QCOMPARE(marked(), (QStringList{u"Straße"_s, u"[straße]"_s, u"strasse"_s}));
    m_driver->press(u"Shift+F3"_s);
    QCOMPARE(marked(), (QStringList{u"[Straße]"_s, u"straße"_s, u"strasse"_s}));
}

void TestWindowMatches::goesOnIntoTheNextCase()
{
    search(u"strasse"_s);
    const QStringList order = m_driver->cases();
    QCOMPARE(order.size(), 3);
    while (m_driver->reader()->currentId() != u"two")
        m_driver->press(u"F3"_s);
    QCOMPARE(marked(), QStringList{u"[Straße]"_s});
    QCOMPARE(m_driver->tree()->currentId(), u"two"_s);
}

void TestWindowMatches::wraps()
{
    search(u"again"_s);
    m_driver->press(u"F3"_s);
    QVERIFY(!m_driver->status().contains(u"first case again"_s));
    m_driver->press(u"F3"_s);
    QVERIFY2(m_driver->status().contains(u"first case again"_s), qPrintable(m_driver->status()));
    QCOMPARE(marked(), QStringList{u"[again]"_s});
    m_driver->press(u"Shift+F3"_s);
    QVERIFY2(m_driver->status().contains(u"last case again"_s), qPrintable(m_driver->status()));
}

void TestWindowMatches::goesBackwards()
{
    search(u"strasse"_s);
    m_driver->press(u"Shift+F3"_s); // from nowhere to the last one
    QCOMPARE(marked().last(), u"[strasse]"_s);
}

void TestWindowMatches::fromACaseThatIsFilteredAway()
{
    m_driver->clickCase(u"zero"_s);
    search(u"strasse"_s);
    QCOMPARE(m_driver->read(), u"Zero"_s);
    QCOMPARE(count(), u"No match shown"_s);
    m_driver->press(u"F3"_s);
    QCOMPARE(m_driver->reader()->currentId(), m_driver->cases().first());
}

void TestWindowMatches::tellsWhatIsNotShown()
{
    search(u"hidden:strasse"_s); // no field of the schema: words
    search(u"\"the strasse\""_s);
    QVERIFY(m_driver->shows(u"three"_s));
    for (int i = 0; i < 9 && m_driver->reader()->currentId() != u"three"; ++i)
        m_driver->press(u"F3"_s);
    QCOMPARE(m_driver->reader()->currentId(), u"three"_s);
    const bool shown = !marked().isEmpty();
    QVERIFY(shown || m_driver->status().contains(u"not shown"_s) || m_driver->status().contains(u"again"_s));
    m_driver->press(u"F3"_s); // it is no dead end
    QVERIFY(m_driver->reader()->currentId() != u"three" || marked().size() > 0);
}

void TestWindowMatches::buttons()
{
    search(u"strasse"_s);
    const QList<QToolButton *> all = m_driver->window().findChild<MatchBar *>()->findChildren<QToolButton *>();
    QCOMPARE(all.size(), 2);
    for (const QToolButton *button : all)
        QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(all.at(1), Qt::LeftButton);
    QCOMPARE(marked().first(), u"[Straße]"_s);
    QTest::mouseClick(all.at(1), Qt::LeftButton);
    QTest::mouseClick(all.at(0), Qt::LeftButton);
    QCOMPARE(marked().first(), u"[Straße]"_s);
}

void TestWindowMatches::withoutWords()
{
    m_driver->press(u"F3"_s);
    QVERIFY2(m_driver->status().contains(u"Search for words"_s), qPrintable(m_driver->status()));
    QCOMPARE(m_driver->read(), u"One"_s);
}

void TestWindowMatches::nothingFound()
{
    search(u"zebra"_s);
    m_driver->press(u"F3"_s);
    QVERIFY2(m_driver->status().contains(u"No case matches"_s), qPrintable(m_driver->status()));
}

void TestWindowMatches::findIsAThingOfItsOwn()
{
    search(u"strasse"_s);
    m_driver->press(u"Ctrl+F"_s);
    m_driver->type(u"another"_s);
    QCOMPARE(m_driver->reader()->textCursor().selectedText(), u"Another"_s);
    QCOMPARE(marked().size(), 3);
    QVERIFY(m_driver->reader()->extraSelections().size() == 4);
    m_driver->press(u"F3"_s); // the bar is open: its text is meant
    QCOMPARE(m_driver->reader()->textCursor().selectedText(), u"Another"_s);
    QVERIFY(count().startsWith(u"3 match"_s));
    m_driver->press(u"Esc"_s);
    QCOMPARE(m_driver->reader()->extraSelections().size(), 3);
    m_driver->press(u"F3"_s);
    QVERIFY(count().startsWith(u"1 of 3"_s));
}

void TestWindowMatches::staysMarkedWhenTypesetAnew()
{
    search(u"strasse"_s);
    m_driver->press(u"F3"_s);
    m_driver->press(u"F3"_s);
    m_driver->press(u"Ctrl++"_s);
    QCOMPARE(marked(), (QStringList{u"Straße"_s, u"[straße]"_s, u"strasse"_s}));
    m_driver->action(u"darkColors"_s)->trigger();
    QTRY_COMPARE(marked().size(), 3);
    m_driver->action(u"lightColors"_s)->trigger();
}

void TestWindowMatches::marksInTheSource()
{
    search(u"strasse"_s);
    m_driver->press(u"F4"_s);
    m_driver->page()->showFace(Face::Source);
    QTRY_COMPARE(markedInSource(), (QStringList{u"Straße"_s, u"straße"_s, u"strasse"_s}));
    QTextCursor cursor = m_driver->editor()->textCursor();
    cursor.movePosition(QTextCursor::End);
    m_driver->editor()->setTextCursor(cursor);
    m_driver->editor()->setFocus();
    m_driver->type(u"strasse"_s);
    QTRY_COMPARE(markedInSource().size(), 4);
    search(u"zebra"_s);
    QCOMPARE(markedInSource(), QStringList());
}

void TestWindowMatches::goesThroughTheSource()
{
    search(u"strasse"_s);
    m_driver->press(u"F4"_s);
    m_driver->page()->showFace(Face::Source);
    m_driver->editor()->setFocus();
    m_driver->editor()->goTo(1);
    QStringList visited;
    for (int i = 0; i < 3; ++i) {
        m_driver->press(u"F3"_s);
        visited.append(m_driver->editor()->textCursor().selectedText());
    }
    QCOMPARE(visited, (QStringList{u"Straße"_s, u"straße"_s, u"strasse"_s}));
    QVERIFY(!m_driver->status().contains(u"beginning again"_s));
    m_driver->press(u"F3"_s);
    QCOMPARE(m_driver->editor()->textCursor().selectedText(), u"Straße"_s);
    QVERIFY2(m_driver->status().contains(u"beginning again"_s), qPrintable(m_driver->status()));
    m_driver->press(u"Shift+F3"_s);
    QCOMPARE(m_driver->editor()->textCursor().selectedText(), u"strasse"_s);
    QVERIFY(!m_driver->page()->isModified());
}

void TestWindowMatches::findsInTheSourceWhileTheBarIsOpen()
{
    search(u"strasse"_s);
    m_driver->press(u"F4"_s);
    m_driver->press(u"Ctrl+F"_s);
    m_driver->type(u"nothing like it"_s);
    m_driver->press(u"Ctrl+A"_s);
    m_driver->type(u"here"_s);
    m_driver->press(u"F3"_s);
    QCOMPARE(m_driver->editor()->textCursor().selectedText(), u"here"_s);
}

void TestWindowMatches::rowsTellWhere()
{
    const auto snippet = [&](const QString &id) {
        return m_driver->at(id).data(CaseTreeModel::SnippetRole).value<Snippet>();
    };
    QVERIFY(snippet(u"one"_s).isEmpty());
    const int height = m_driver->tree()->visualRect(m_driver->at(u"one"_s)).height();
    search(u"strasse"_s);
    QCOMPARE(snippet(u"one"_s).label, u"Text"_s);
    QVERIFY2(snippet(u"one"_s).text.startsWith(u"The Straße began here."_s), qPrintable(snippet(u"one"_s).text));
    QCOMPARE(snippet(u"three"_s).label, u"Hidden"_s);
    QCOMPARE(snippet(u"three"_s).text, u"the strasse"_s);
    QVERIFY(snippet(u"two"_s).isEmpty()); // the title shows it
    QVERIFY(m_driver->tree()->visualRect(m_driver->at(u"one"_s)).height() > height);
    QVERIFY(m_driver->at(u"three"_s).data(Qt::AccessibleTextRole).toString().contains(u"Hidden: the strasse"_s));
    search({});
    QCOMPARE(m_driver->tree()->visualRect(m_driver->at(u"one"_s)).height(), height);
}

void TestWindowMatches::rowsAreMarked()
{
    const auto markedPixels = [&](const QString &id) {
        const QImage image =
            m_driver->tree()->viewport()->grab(m_driver->tree()->visualRect(m_driver->at(id))).toImage();
        const QRgb mark = matchColor(m_driver->tree()->palette()).rgb();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixel(x, y) == mark ? 1 : 0;
        }
        return pixels;
    };
    QCOMPARE(markedPixels(u"two"_s), 0);
    search(u"strasse"_s);
    QVERIFY(markedPixels(u"two"_s) > 50);   // its title
    QVERIFY(markedPixels(u"three"_s) > 50); // the words around
    search(u"acme"_s);
    QVERIFY(markedPixels(u"two"_s) > 50); // its organization
}

void TestWindowMatches::readsOnlyWhatIsPainted()
{
    m_folder->writeMany(300);
    m_driver->press(u"F5"_s);
    QTRY_COMPARE(m_driver->cases().size(), 304);
    search(u"some"_s); // in every body
    const auto *model = static_cast<CaseTreeModel *>(m_driver->tree()->model());
    m_driver->tree()->viewport()->repaint();
    QVERIFY(model->snippetsMade() > 0);
    QVERIFY2(model->snippetsMade() < 60, qPrintable(QString::number(model->snippetsMade())));
}

CASEBOOK_GUI_TEST(TestWindowMatches)
#include "tst_window_matches.moc"
