#include "core/base/value.h"
#include "tests/ui/edit/form/formtest.h"
#include "tests/ui/support/guitest.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/tagbox.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLineEdit>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "---\n"
                        "title: Alpha\n"
                        "decision: migrating\n"
                        "tags: [a, b] # both\n"
                        "free:\n"
                        "  - 1\n"
                        "  - 2\n"
                        "---\n";

} // namespace

class TestFormLists : public FormTest {
    Q_OBJECT

private slots:
    void init() { open(file); }
    void cleanup() { close(); }

    void adds_data();
    void adds();
    void addsToNone();
    void twiceIsOnce();
    void removesByKey();
    void movesByKey();
    void numbersStayNumbers();
    void completes();
    void listGoesWithTheField();
    void savesWhatIsTyped();
    void keepsWhatIsTypedWhenHidden();

private:
    TagBox *box(const QString &path) const { return editor(path)->findChild<TagBox *>(); }
};

void TestFormLists::adds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("line");
    QTest::newRow("by Enter") << u"c"_s << int(Qt::Key_Return) << u"+tags: [a, b, c] # both"_s;
    QTest::newRow("by a comma") << u"c,"_s << 0 << u"+tags: [a, b, c] # both"_s;
    QTest::newRow("by Tab") << u"c"_s << int(Qt::Key_Tab) << u"+tags: [a, b, c] # both"_s;
    QTest::newRow("digits") << u"12"_s << int(Qt::Key_Return) << u"+tags: [a, b, \"12\"] # both"_s;
}

void TestFormLists::adds()
{
    QFETCH(QString, text);
    QFETCH(int, key);
    QFETCH(QString, line);
    QTest::keyClicks(focus(u"tags"_s), text);
    if (key)
        press(key);
    QCOMPARE(changes(), (QStringList{u"-tags: [a, b] # both"_s, line}));
    QCOMPARE(box(u"tags"_s)->line()->text(), QString());
}

void TestFormLists::addsToNone()
{
    open("---\ntitle: A\n---\n");
    QTest::keyClicks(focus(u"tags"_s), u"x"_s);
    press(Qt::Key_Return);
    QTest::keyClicks(focus(u"tags"_s), u"y"_s);
    press(Qt::Key_Return);
    QCOMPARE(box(u"tags"_s)->items().size(), 2);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(box(u"tags"_s)->items().size(), 1);
}

void TestFormLists::twiceIsOnce()
{
    QTest::keyClicks(focus(u"tags"_s), u"a"_s);
    press(Qt::Key_Return);
    QCOMPARE(bytes(), file);
}

void TestFormLists::removesByKey()
{
    focus(u"tags"_s);
    press(Qt::Key_Backspace); // chooses the last
    QCOMPARE(bytes(), file);
    press(Qt::Key_Backspace);
    QCOMPARE(changes(), (QStringList{u"-tags: [a, b] # both"_s, u"+tags: [a] # both"_s}));
    press(Qt::Key_Backspace);
    QCOMPARE(box(u"tags"_s)->items().size(), 0);
}

void TestFormLists::movesByKey()
{
    focus(u"tags"_s);
    press(Qt::Key_Left);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(changes(), (QStringList{u"-tags: [a, b] # both"_s, u"+tags: [b, a] # both"_s}));
    QCOMPARE(box(u"tags"_s)->current(), 0);
}

void TestFormLists::numbersStayNumbers()
{
    QTest::keyClicks(focus(u"free"_s), u"3"_s);
    press(Qt::Key_Return);
    QCOMPARE(changes(), QStringList{u"+- 3"_s});
}

void TestFormLists::completes()
{
    auto *line = qobject_cast<QLineEdit *>(focus(u"tags"_s));
    QVERIFY(line && line->completer());
    QTest::keyClicks(line, u"back"_s);
    QCOMPARE(line->completer()->completionCount(), 1);
    QCOMPARE(line->completer()->currentCompletion(), u"backend"_s);
}

void TestFormLists::listGoesWithTheField()
{
    auto *line = static_cast<QLineEdit *>(focus(u"tags"_s));
    QTest::keyClicks(line, u"back"_s);
    QTRY_VERIFY(line->completer()->popup()->isVisible());
    m_page->action(u"showChanges")->setChecked(true);
    QVERIFY(!line->isVisible());
    QVERIFY(!line->completer()->popup()->isVisible());
}

void TestFormLists::savesWhatIsTyped()
{
    QTest::keyClicks(focus(u"tags"_s), u"typed"_s);
    m_page->save();
    QVERIFY2(saved().contains("tags: [a, b, typed] # both"), saved());
    QCOMPARE(box(u"tags"_s)->line()->text(), QString());
}

void TestFormLists::keepsWhatIsTypedWhenHidden()
{
    QTest::keyClicks(focus(u"tags"_s), u"typed"_s);
    m_page->action(u"showChanges")->setChecked(true);
    QCOMPARE(changes(), (QStringList{u"-tags: [a, b] # both"_s, u"+tags: [a, b, typed] # both"_s}));
}

CASEBOOK_GUI_TEST(TestFormLists)
#include "tst_formlists.moc"
