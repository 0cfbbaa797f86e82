#include "core/corpus/schemareader.h"
#include "ui/edit/source/completionpopup.h"
#include "ui/edit/source/sourcepane.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Each test has a pane in a window, with the cursor behind the first line of its front matter.
class TestSourceCompleter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void offersWhileTyping();
    void takesWithEnterAndTab_data();
    void takesWithEnterAndTab();
    void narrowsAndWidens();
    void closesWithEscape();
    void choosesWithTheArrows();
    void takesWithAClick();
    void opensByKey();
    void offersAnotherValue();
    void offersTheValueOfANewKey();
    void leavesEnterAloneWhereNothingIsChosen();
    void inBrackets();
    void quotes();
    void isOneStep();
    void isSilent_data();
    void isSilent();
    void closesWithTheFocus();
    void staysInTheWindow();
    void isNotForReaders();

private:
    void type(const QString &text) const { QTest::keyClicks(m_pane->editor(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_pane->editor(), key, modifiers);
    }
    CompletionPopup *popup() const { return m_window->findChild<CompletionPopup *>(); }
    bool isOpen() const { return popup()->isVisible(); }
    QString current() const { return popup()->current() ? popup()->current()->id : QString(); }
    QString line(int number) const { return m_pane->editor()->toPlainText().split(u'\n').at(number); }
    void start(const QString &text) const;

    std::unique_ptr<QWidget> m_window;
    SourcePane *m_pane = nullptr;
};

void TestSourceCompleter::init()
{
    m_window = std::make_unique<QWidget>();
    m_pane = new SourcePane;
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(new QLineEdit);
    column->addWidget(m_pane);
    EditContext context;
    context.schema = readSchema("fields:\n"
                                "  title: {}\n"
                                "  stage: {type: choice, vocabulary: [production, prototype, \"no\"]}\n"
                                "  tags: {type: list}\n"
                                "  claims: {type: records, fields: {side: {type: choice, vocabulary: [for, against]}, "
                                "reason: {type: choice, vocabulary: [latency, memory]}}}\n")
                         .schema;
    context.valuesInUse = [](const QString &path) {
        if (path == u"title")
            return QStringList{u"Another"_s};
        return path == u"tags" ? QStringList{u"backend"_s, u"2020"_s} : QStringList();
    };
    m_pane->setContext(context);
    m_window->resize(600, 400);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_pane->editor()->setFocus();
    start(u"---\n^\n---\nbody\n"_s);
}

void TestSourceCompleter::cleanup()
{
    m_window.reset();
}

/// Shows a text with the cursor at the `^`.
void TestSourceCompleter::start(const QString &text) const
{
    const auto cursorAt = static_cast<int>(text.indexOf(u'^'));
    m_pane->editor()->setContents(QString(text).remove(cursorAt, 1));
    QTextCursor cursor = m_pane->editor()->textCursor();
    cursor.setPosition(cursorAt);
    m_pane->editor()->setTextCursor(cursor);
}

void TestSourceCompleter::offersWhileTyping()
{
    QVERIFY(!isOpen());
    type(u"st"_s);
    QVERIFY(isOpen());
    QCOMPARE(current(), u"stage"_s);
    QVERIFY(m_pane->editor()->hasFocus());
}

void TestSourceCompleter::takesWithEnterAndTab_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Enter") << int(Qt::Key_Enter);
    QTest::newRow("Tab") << int(Qt::Key_Tab);
}

void TestSourceCompleter::takesWithEnterAndTab()
{
    QFETCH(int, key);
    type(u"ti"_s);
    press(static_cast<Qt::Key>(key));
    QCOMPARE(line(1), u"title: "_s);
    QVERIFY(!isOpen());
    type(u"A"_s);
    QCOMPARE(line(1), u"title: A"_s);
}

void TestSourceCompleter::narrowsAndWidens()
{
    start(u"---\nstage: ^\n---\n"_s);
    type(u"p"_s);
    QCOMPARE(popup()->model()->rowCount(), 2);
    type(u"rot"_s);
    QCOMPARE(popup()->model()->rowCount(), 1);
    QCOMPARE(current(), u"prototype"_s);
    press(Qt::Key_Backspace);
    QCOMPARE(popup()->model()->rowCount(), 2);
    type(u"x"_s);
    QVERIFY(!isOpen());
}

void TestSourceCompleter::closesWithEscape()
{
    type(u"st"_s);
    press(Qt::Key_Escape);
    QVERIFY(!isOpen());
    QCOMPARE(line(1), u"st"_s);
    press(Qt::Key_Return);
    QCOMPARE(line(1), u"st"_s);
    QCOMPARE(line(3), u"---"_s);
}

void TestSourceCompleter::choosesWithTheArrows()
{
    start(u"---\nstage: ^\n---\n"_s);
    type(u"p"_s);
    press(Qt::Key_Down);
    QCOMPARE(current(), u"prototype"_s);
    press(Qt::Key_Down);
    QCOMPARE(current(), u"production"_s);
    press(Qt::Key_Up);
    QCOMPARE(current(), u"prototype"_s);
    press(Qt::Key_Return);
    QCOMPARE(line(1), u"stage: prototype"_s);
    press(Qt::Key_Down); // the cursor's again
    QCOMPARE(m_pane->editor()->textCursor().blockNumber(), 2);
}

void TestSourceCompleter::takesWithAClick()
{
    start(u"---\nstage: ^\n---\n"_s);
    type(u"p"_s);
    const QRect row = popup()->visualRect(popup()->model()->index(1, 0));
    QTest::mouseClick(popup()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(line(1), u"stage: prototype"_s);
    QVERIFY(!isOpen());
    QVERIFY(m_pane->editor()->hasFocus());
}

void TestSourceCompleter::opensByKey()
{
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(isOpen());
    QCOMPARE(popup()->model()->rowCount(), 4);
    QCOMPARE(current(), u"title"_s);
    press(Qt::Key_Escape);
    start(u"---\ntitle: ^\n---\n"_s);
    type(u"A"_s);
    QVERIFY(!isOpen()); // a title mostly is a new one
    press(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(current(), u"Another"_s);
    m_pane->action(u"complete")->trigger();
    QVERIFY(isOpen());
}

void TestSourceCompleter::offersAnotherValue()
{
    start(u"---\nstage: production^ # so far\n---\n"_s);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(isOpen());
    QCOMPARE(popup()->model()->rowCount(), 2); // less the one that stands there
    press(Qt::Key_Return);
    QCOMPARE(line(1), u"stage: prototype # so far"_s);
}

void TestSourceCompleter::offersTheValueOfANewKey()
{
    type(u"sta"_s);
    press(Qt::Key_Return);
    QVERIFY(isOpen());
    QCOMPARE(popup()->model()->rowCount(), 3);
    QCOMPARE(current(), QString()); // nothing is typed that Enter could complete
    press(Qt::Key_Tab);
    QCOMPARE(line(1), u"stage: production"_s);
}

void TestSourceCompleter::leavesEnterAloneWhereNothingIsChosen()
{
    start(u"---\nstage:^\n---\n"_s);
    type(u" "_s);
    QVERIFY(isOpen());
    press(Qt::Key_Return);
    QVERIFY(!isOpen());
    QCOMPARE(line(1).trimmed(), u"stage:"_s);
    QCOMPARE(line(3), u"---"_s);
}

void TestSourceCompleter::inBrackets()
{
    start(u"---\nclaims:\n  - {^}\n---\n"_s);
    type(u"si"_s);
    press(Qt::Key_Return);
    type(u"f"_s);
    press(Qt::Key_Return);
    type(u", re"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    QCOMPARE(line(2), u"  - {side: for, reason: latency}"_s);
}

void TestSourceCompleter::quotes()
{
    start(u"---\ntags: [a, ^]\n---\n"_s);
    type(u"20"_s);
    press(Qt::Key_Return);
    QCOMPARE(line(1), u"tags: [a, \"2020\"]"_s);
    start(u"---\nstage: '^\n---\n"_s);
    type(u"pro"_s);
    press(Qt::Key_Return);
    QCOMPARE(line(1), u"stage: 'production'"_s);
}

void TestSourceCompleter::isOneStep()
{
    type(u"ti"_s);
    press(Qt::Key_Return);
    QCOMPARE(line(1), u"title: "_s);
    m_pane->editor()->undo();
    QCOMPARE(line(1), u"ti"_s);
    QVERIFY(!isOpen());
    m_pane->editor()->redo();
    QCOMPARE(line(1), u"title: "_s);
}

void TestSourceCompleter::isSilent_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("body") << u"---\ntitle: A\n---\n^"_s;
    QTest::newRow("comment") << u"---\n# ^\n---\n"_s;
    QTest::newRow("block text") << u"---\ntitle: |\n  ^\n---\n"_s;
    QTest::newRow("no front matter") << u"^"_s;
    QTest::newRow("unknown field") << u"---\nother: ^\n---\n"_s;
}

void TestSourceCompleter::isSilent()
{
    QFETCH(QString, text);
    start(text);
    type(u"st"_s);
    QVERIFY(!isOpen());
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!isOpen());
}

void TestSourceCompleter::closesWithTheFocus()
{
    type(u"st"_s);
    QVERIFY(isOpen());
    m_window->findChild<QLineEdit *>()->setFocus();
    QVERIFY(!isOpen());
    m_pane->editor()->setFocus();
    type(u"a"_s);
    QVERIFY(isOpen());
    press(Qt::Key_Left, Qt::ControlModifier);
    press(Qt::Key_Up);
    QTest::mouseClick(m_pane->editor()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(!isOpen());
}

void TestSourceCompleter::staysInTheWindow()
{
    start(u"---\n"_s + u"# line\n"_s.repeated(200) + u"^\n---\n"_s);
    m_pane->editor()->ensureCursorVisible();
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(isOpen());
    QVERIFY(m_window->rect().contains(popup()->geometry()));
    QVERIFY(popup()->height() > popup()->fontMetrics().height() * 3);
}

void TestSourceCompleter::isNotForReaders()
{
    m_pane->editor()->setReadOnly(true);
    press(Qt::Key_Space, Qt::ControlModifier);
    m_pane->action(u"complete")->trigger();
    QVERIFY(!isOpen());
}

QTEST_MAIN(TestSourceCompleter)
#include "tst_sourcecompleter.moc"
