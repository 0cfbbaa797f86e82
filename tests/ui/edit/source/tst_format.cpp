#include "ui/edit/source/formatbar.h"
#include "ui/edit/source/quotedialog.h"
#include "ui/edit/source/sourcepane.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Each test has a pane with a file in it, the cursor at the end, and the focus there.
class TestFormat : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keys_data();
    void keys();
    void buttons_data();
    void buttons();
    void buttonsTellTheirKeys();
    void linksToWhatIsCopied();
    void disabledInTheFrontMatter();
    void disabledWhereNothingCanBeWritten();
    void insertsAQuote();
    void quotesWhatIsSelected();

private:
    QString body() const { return m_pane->editor()->toPlainText().mid(head.size()); }
    QToolButton *button(const QString &action) const;

    const QString head = u"---\ntitle: A\nsources:\n  - {title: Page, url: https://x.org, year: 2020}\n---\n"_s;
    std::unique_ptr<SourcePane> m_pane;
};

void TestFormat::init()
{
    QGuiApplication::clipboard()->clear();
    m_pane = std::make_unique<SourcePane>();
    m_pane->editor()->setContents(head + u"one two"_s);
    m_pane->resize(700, 500);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->editor()->setFocus();
    QTRY_VERIFY(m_pane->editor()->hasFocus());
    m_pane->editor()->moveCursor(QTextCursor::End);
}

QToolButton *TestFormat::button(const QString &action) const
{
    const auto buttons = m_pane->findChild<FormatBar *>()->findChildren<QToolButton *>();
    for (QToolButton *one : buttons) {
        if (one->defaultAction() && one->defaultAction()->objectName() == action)
            return one;
    }
    return nullptr;
}

void TestFormat::keys_data()
{
    QTest::addColumn<QKeyCombination>("key");
    QTest::addColumn<QString>("after");
    QTest::newRow("bold") << (Qt::CTRL | Qt::Key_B) << u"one **two**"_s;
    QTest::newRow("italic") << (Qt::CTRL | Qt::Key_I) << u"one *two*"_s;
    QTest::newRow("link") << (Qt::CTRL | Qt::SHIFT | Qt::Key_K) << u"one [two]()"_s;
    QTest::newRow("heading 1") << (Qt::CTRL | Qt::ALT | Qt::Key_1) << u"# one two"_s;
    QTest::newRow("heading 2") << (Qt::CTRL | Qt::ALT | Qt::Key_2) << u"## one two"_s;
    QTest::newRow("heading 3") << (Qt::CTRL | Qt::ALT | Qt::Key_3) << u"### one two"_s;
    QTest::newRow("heading 4") << (Qt::CTRL | Qt::ALT | Qt::Key_4) << u"#### one two"_s;
    QTest::newRow("list") << (Qt::CTRL | Qt::SHIFT | Qt::Key_8) << u"- one two"_s;
    QTest::newRow("numbers") << (Qt::CTRL | Qt::SHIFT | Qt::Key_7) << u"1. one two"_s;
    QTest::newRow("quote") << (Qt::CTRL | Qt::SHIFT | Qt::Key_9) << u"> one two"_s;
}

void TestFormat::keys()
{
    QFETCH(QKeyCombination, key);
    QFETCH(QString, after);
    SourceEditor *editor = m_pane->editor();
    QTest::keyClick(editor, key.key(), key.keyboardModifiers());
    QCOMPARE(body(), after);
    QTest::keyClick(editor, key.key(), key.keyboardModifiers());
    QCOMPARE(body(), u"one two"_s); // taken back by the same key
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(body(), after); // each is one step
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(body(), u"one two"_s);
    QVERIFY(!editor->document()->isModified());
}

void TestFormat::buttons_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("after");
    QTest::newRow("bold") << u"bold"_s << u"one **two**"_s;
    QTest::newRow("italic") << u"italic"_s << u"one *two*"_s;
    QTest::newRow("link") << u"link"_s << u"one [two]()"_s;
    QTest::newRow("list") << u"list"_s << u"- one two"_s;
    QTest::newRow("numbers") << u"numbers"_s << u"1. one two"_s;
    QTest::newRow("quote") << u"quote"_s << u"> one two"_s;
}

void TestFormat::buttons()
{
    QFETCH(QString, name);
    QVERIFY(button(name));
    QTest::mouseClick(button(name), Qt::LeftButton);
    QTEST(body(), "after");
    QVERIFY(m_pane->editor()->hasFocus()); // to type on
}

void TestFormat::buttonsTellTheirKeys()
{
    QVERIFY2(button(u"bold"_s)->toolTip().contains(u"Ctrl+B"_s), qPrintable(button(u"bold"_s)->toolTip()));
    const auto buttons = m_pane->findChild<FormatBar *>()->findChildren<QToolButton *>();
    for (const QToolButton *one : buttons) {
        if (one->isVisible())
            QVERIFY2(!one->accessibleName().isEmpty(), qPrintable(one->objectName()));
    }
}

void TestFormat::linksToWhatIsCopied()
{
    QGuiApplication::clipboard()->setText(u" https://example.org/a\n"_s);
    QTest::keyClick(m_pane->editor(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(body(), u"one [two](https://example.org/a)"_s);
    QCOMPARE(m_pane->editor()->textCursor().selectedText(), u"https://example.org/a"_s);
    m_pane->editor()->undo();
    QGuiApplication::clipboard()->setText(u"see https://example.org/a"_s);
    QTest::keyClick(m_pane->editor(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(body(), u"one [two]()"_s);
}

void TestFormat::disabledInTheFrontMatter()
{
    QVERIFY(button(u"bold"_s)->isEnabled());
    QVERIFY(m_pane->findChild<QToolButton *>(u"headings"_s)->isEnabled());
    m_pane->editor()->goTo(2, 8);
    QVERIFY(!button(u"bold"_s)->isEnabled());
    QVERIFY(!m_pane->findChild<QToolButton *>(u"headings"_s)->isEnabled());
    QTest::keyClick(m_pane->editor(), Qt::Key_B, Qt::ControlModifier);
    QTest::keyClick(m_pane->editor(), Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!m_pane->editor()->document()->isModified());
    QVERIFY(!m_pane->findChild<QuoteDialog *>());
    m_pane->editor()->selectAll(); // begins in the front matter
    QVERIFY(!button(u"bold"_s)->isEnabled());
    m_pane->editor()->goTo(6);
    QVERIFY(button(u"bold"_s)->isEnabled());
}

void TestFormat::disabledWhereNothingCanBeWritten()
{
    m_pane->editor()->setReadOnly(true);
    QVERIFY(!button(u"bold"_s)->isEnabled());
    QTest::keyClick(m_pane->editor(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(body(), u"one two"_s);
    m_pane->editor()->setReadOnly(false);
    QVERIFY(button(u"bold"_s)->isEnabled());
}

void TestFormat::insertsAQuote()
{
    EditContext context;
    Field field;
    field.id = u"sources"_s;
    field.type = FieldType::Records;
    context.schema.fields = {field};
    context.schema.setRole(u"sources"_s, u"sources"_s);
    m_pane->setContext(context);
    QTest::keyClick(m_pane->editor(), Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
    auto *dialog = m_pane->findChild<QuoteDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *text = dialog->findChild<QPlainTextEdit *>(u"quoteText"_s);
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, u"It is fast."_s);
    const auto *source = dialog->findChild<QComboBox *>(u"quoteSource"_s);
    QVERIFY2(source->currentText().contains(u"Page"_s), qPrintable(source->currentText()));
    const auto *buttons = dialog->findChild<QDialogButtonBox *>();
    for (QAbstractButton *one : buttons->buttons()) {
        if (buttons->buttonRole(one) == QDialogButtonBox::AcceptRole)
            QTest::mouseClick(one, Qt::LeftButton);
    }
    QCOMPARE(body(), u"one two\n\n> It is fast.\n>\n> — [Page](https://x.org), 2020"_s);
    m_pane->editor()->undo();
    QCOMPARE(body(), u"one two"_s);
}

void TestFormat::quotesWhatIsSelected()
{
    m_pane->editor()->moveCursor(QTextCursor::StartOfWord, QTextCursor::KeepAnchor);
    m_pane->action(u"insertQuote")->trigger();
    auto *dialog = m_pane->findChild<QuoteDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"quoteText"_s)->toPlainText(), u"two"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_pane->findChild<QuoteDialog *>());
    QCOMPARE(body(), u"one two"_s);
}

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
