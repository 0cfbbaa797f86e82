#include "ui/edit/source/longlines.h"
#include "ui/edit/source/sourcepane.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Each test has a pane with a file, the cursor at its end.
class TestPaste : public QObject {
    Q_OBJECT

private slots:
    void init();
    void pastes_data();
    void pastes();
    void isOneStep();
    void plainByKey();
    void plainInTheFrontMatter();
    void plainInCode();
    void plainWhereNothingIsRich_data();
    void plainWhereNothingIsRich();
    void longTextComesInAMoment();
    void typingGoesOnMeanwhile();
    void longTextIsForgottenWithTheFile();
    void veryLongWords();
    void nothingWhereNothingCanBeWritten();
    void menu();

private:
    static void copy(const QString &html, const QString &text);
    QString body() const { return m_pane->editor()->toPlainText().mid(head.size()); }
    void press(Qt::KeyboardModifiers more = {}) const
    {
        QTest::keyClick(m_pane->editor(), Qt::Key_V, Qt::ControlModifier | more);
    }

    const QString head = u"---\ntitle: A\n---\n"_s;
    std::unique_ptr<SourcePane> m_pane;
};

void TestPaste::init()
{
    m_pane = std::make_unique<SourcePane>();
    m_pane->resize(600, 400);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->editor()->setContents(head + u"one"_s);
    m_pane->editor()->setFocus();
    m_pane->editor()->moveCursor(QTextCursor::End);
}

void TestPaste::copy(const QString &html, const QString &text)
{
    auto *data = new QMimeData; // the clipboard owns it
    if (!html.isNull())
        data->setHtml(html);
    if (!text.isNull())
        data->setText(text);
    QApplication::clipboard()->setMimeData(data);
}

void TestPaste::pastes_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("after");
    QTest::newRow("within the line") << u" <b>two</b> and <a href='https://x.org'>three</a>"_s
                                     << u"one**two** and [three](https://x.org)"_s;
    QTest::newRow("blocks") << u"<h2>Two</h2><ul><li>three</li></ul>"_s << u"one\n\n## Two\n\n- three"_s;
    QTest::newRow("a table") << u"<table><tr><td>a<td>b<tr><td>c<td>d</table>"_s
                             << u"one\n\n| a | b |\n| --- | --- |\n| c | d |"_s;
    QTest::newRow("NUL") << QString(u"<i>t"_s + QChar::Null + u"wo</i>"_s) << u"one*two*"_s;
}

void TestPaste::pastes()
{
    QFETCH(QString, html);
    copy(html, u"plain"_s);
    press();
    QTEST(body(), "after");
}

void TestPaste::isOneStep()
{
    copy(u"<p>a</p><p><b>b</b></p>"_s, u"plain"_s);
    m_pane->editor()->moveCursor(QTextCursor::StartOfWord, QTextCursor::KeepAnchor);
    press();
    QCOMPARE(body(), u"a\n\n**b**"_s);
    QTest::keyClicks(m_pane->editor(), u"!"_s);
    QCOMPARE(body(), u"a\n\n**b**!"_s); // the cursor is behind it
    m_pane->editor()->undo();
    m_pane->editor()->undo();
    QCOMPARE(body(), u"one"_s);
}

void TestPaste::plainByKey()
{
    copy(u"<b>two</b>"_s, u" two"_s);
    press(Qt::ShiftModifier);
    QCOMPARE(body(), u"one two"_s);
    press();
    QCOMPARE(body(), u"one two**two**"_s);
}

void TestPaste::plainInTheFrontMatter()
{
    copy(u"<b>two</b>"_s, u"two"_s);
    m_pane->editor()->goTo(2, 9);
    press();
    QVERIFY2(m_pane->editor()->toPlainText().contains(u"title: Atwo\n"_s), qPrintable(m_pane->editor()->toPlainText()));
}

void TestPaste::plainInCode()
{
    m_pane->editor()->setContents(head + u"```\n\n```\n"_s);
    m_pane->editor()->goTo(5);
    copy(u"<b>two</b>"_s, u"two"_s);
    press();
    QCOMPARE(body(), u"```\ntwo\n```\n"_s);
}

void TestPaste::plainWhereNothingIsRich_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("words alone") << u"<p>two</p>"_s;
    QTest::newRow("code with its colours") << u"<div style='white-space: pre'><b>two</b></div>"_s;
    QTest::newRow("no text") << u"<img src='x'>"_s;
    QTest::newRow("too long") << u"<b>a</b>"_s.repeated(150'000);
    QTest::newRow("long, words alone") << u"<p>a</p>"_s + u"<!-- -->"_s.repeated(5'000);
    QTest::newRow("none") << QString();
}

void TestPaste::plainWhereNothingIsRich()
{
    QFETCH(QString, html);
    copy(html, u"*two* [a]"_s);
    press();
    QTRY_COMPARE(body(), u"one*two* [a]"_s);
}

void TestPaste::longTextComesInAMoment()
{
    copy(u"<p><b>two</b></p>"_s + u"<!-- -->"_s.repeated(5'000) + u"<p>three</p>"_s, u"plain"_s);
    m_pane->editor()->moveCursor(QTextCursor::StartOfWord, QTextCursor::KeepAnchor);
    press();
    QCOMPARE(body(), u"one"_s);
    QTRY_COMPARE(body(), u"**two**\n\nthree"_s);
    QTest::keyClicks(m_pane->editor(), u"!"_s);
    QCOMPARE(body(), u"**two**\n\nthree!"_s); // the cursor is behind it
    m_pane->editor()->undo();
    m_pane->editor()->undo();
    QCOMPARE(body(), u"one"_s);
}

void TestPaste::typingGoesOnMeanwhile()
{
    const QString html = u"<b>two</b>"_s + u"<!-- -->"_s.repeated(5'000);
    copy(html, u"plain"_s);
    press();
    QTest::keyClicks(m_pane->editor(), u" three"_s);
    QCOMPARE(body(), u"one three"_s);
    QTRY_COMPARE(body(), u"one**two** three"_s);
    QCOMPARE(m_pane->editor()->textCursor().position(), head.size() + body().size());
    m_pane->editor()->undo();
    QCOMPARE(body(), u"one three"_s);
}

void TestPaste::longTextIsForgottenWithTheFile()
{
    copy(u"<b>two</b>"_s + u"<!-- -->"_s.repeated(5'000), u"plain"_s);
    press();
    m_pane->editor()->setContents(head + u"another"_s);
    m_pane->editor()->moveCursor(QTextCursor::End);
    copy(u"<b>three</b>"_s + u"<!-- -->"_s.repeated(6'000), u"plain"_s);
    press();
    QTRY_VERIFY(body().contains(u"three"_s));
    QVERIFY(!body().contains(u"two"_s));
}

/// A word of that length once brought the window to a stand for minutes.
void TestPaste::veryLongWords()
{
    QCOMPARE(longestWord(u"a bcd\nef"), 3);
    QCOMPARE(longestWord(u"a bcde"), 4);
    QCOMPARE(longestWord(u""), 0);
    const QString word = u"x"_s.repeated(500'000);
    QCOMPARE(m_pane->editor()->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
    copy(u"<b>"_s + word + u"</b>"_s, word);
    press();
    QTRY_COMPARE(body().size(), 3 + word.size() + 4);
    QCOMPARE(m_pane->editor()->wordWrapMode(), QTextOption::WrapAnywhere);
    m_pane->editor()->setContents(head + u"one"_s);
    QCOMPARE(m_pane->editor()->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_pane->editor()->moveCursor(QTextCursor::End);
    press(Qt::ShiftModifier);
    QCOMPARE(body().size(), 3 + word.size());
    QCOMPARE(m_pane->editor()->wordWrapMode(), QTextOption::WrapAnywhere);
}

void TestPaste::nothingWhereNothingCanBeWritten()
{
    m_pane->editor()->setReadOnly(true);
    copy(u"<b>two</b>"_s, u"two"_s);
    press();
    m_pane->editor()->pastePlain();
    QCOMPARE(body(), u"one"_s);
}

void TestPaste::menu()
{
    copy(u"<b>two</b>"_s, u"two"_s);
    emit m_pane->editor()->customContextMenuRequested(QPoint(10, 10));
    QMenu *menu = nullptr;
    const auto menus = m_pane->editor()->findChildren<QMenu *>();
    for (QMenu *one : menus)
        menu = one->isVisible() ? one : menu;
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(m_pane->action(u"pastePlain")));
    m_pane->action(u"pastePlain")->trigger();
    QCOMPARE(body(), u"onetwo"_s);
    menu->close();
}

QTEST_MAIN(TestPaste)
#include "tst_paste.moc"
