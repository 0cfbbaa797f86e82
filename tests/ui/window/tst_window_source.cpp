#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/edit/editpage.h"
#include "ui/edit/source/completionpopup.h"
#include "ui/edit/sourceeditor.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QTest>
#include <QTextBlock>

using namespace casebook;
using namespace Qt::StringLiterals;

/// What the window and its corpus add to the source of a case. Every test has a copy of the bundled corpus.
class TestWindowSource : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void completesFromTheCorpus();
    void problemsOfAllCasesFollowUnsavedText();
    void formatsFromTheMenu();

private:
    void edit();
    void typeAt(const QString &text, const QString &more);

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowSource::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->copyBundled();
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root(), u"discord-read-states"_s));
    QTRY_COMPARE(m_driver->read(), u"Read States service"_s);
}

void TestWindowSource::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

void TestWindowSource::edit()
{
    m_driver->press(u"F4"_s);
    QVERIFY(m_driver->pane()->isEditing());
    m_driver->press(u"Ctrl+2"_s);
    QTRY_VERIFY(m_driver->editor()->hasFocus());
}

/// Types behind the first place of a text.
void TestWindowSource::typeAt(const QString &text, const QString &more)
{
    QTextCursor place = m_driver->editor()->document()->find(text);
    QVERIFY(!place.isNull());
    place.setPosition(place.selectionEnd());
    m_driver->editor()->setTextCursor(place);
    m_driver->type(more);
}

void TestWindowSource::completesFromTheCorpus()
{
    edit();
    typeAt(u"related: ["_s, u"figm"_s);
    const auto *popup = m_driver->window().findChild<CompletionPopup *>();
    QVERIFY(popup && popup->isVisible());
    m_driver->press(u"Return"_s);
    QVERIFY(m_driver->editor()->toPlainText().contains(u"related: [figma-multiplayer"_s));
    m_driver->press(u"Ctrl+Z"_s);
    QVERIFY(m_driver->editor()->toPlainText().contains(u"related: [figm"_s));
    QVERIFY(!m_driver->editor()->toPlainText().contains(u"related: [figma-multiplayer"_s));
    typeAt(u"---"_s, {});
    m_driver->press(u"Return"_s);
    m_driver->press(u"Ctrl+Space"_s);
    QVERIFY(popup->isVisible());
    m_driver->press(u"Esc"_s);
    QVERIFY(!popup->isVisible());
    QVERIFY(m_driver->pane()->isEditing());
}

void TestWindowSource::problemsOfAllCasesFollowUnsavedText()
{
    edit();
    const auto problemAt = [this](const QString &text) {
        const QTextBlock block = m_driver->editor()->document()->find(text).block();
        return m_driver->editor()->problemsOnLine(block.blockNumber() + 1);
    };
    typeAt(u"related: ["_s, u"nowhere, "_s);
    QTRY_VERIFY(problemAt(u"nowhere"_s).contains(u"nowhere"_s));
    QTextCursor title = m_driver->editor()->document()->find(u"title:"_s); // another edit, further up
    title.movePosition(QTextCursor::EndOfBlock);
    m_driver->editor()->setTextCursor(title);
    m_driver->press(u"Return"_s);
    m_driver->type(u"note: y"_s);
    QTRY_VERIFY(m_driver->page()->changedLines() >= 2);
    QTRY_VERIFY(problemAt(u"nowhere"_s).contains(u"nowhere"_s));
    typeAt(u"related: ["_s, u"x"_s);
    QTRY_VERIFY(problemAt(u"xnowhere"_s).contains(u"xnowhere"_s));
    // Another program makes the case.
    m_folder->write(u"cases/xnowhere.md"_s, "---\ntitle: It\n---\n");
    m_driver->press(u"F5"_s);
    QTRY_VERIFY(problemAt(u"xnowhere"_s).isEmpty());
    QVERIFY(m_driver->window().isWindowModified());
}

void TestWindowSource::formatsFromTheMenu()
{
    QAction *bold = m_driver->page()->action(u"bold");
    QMenu *menu = nullptr;
    for (QMenu *one : m_driver->window().menuBar()->findChildren<QMenu *>()) {
        if (one->actions().contains(bold))
            menu = one;
    }
    QVERIFY(menu);
    for (const QStringView name : {u"italic", u"link", u"list", u"quote", u"insertQuote", u"complete"})
        QVERIFY(menu->actions().contains(m_driver->page()->action(name)));
    QVERIFY(!bold->isEnabled()); // nothing is edited
    edit();
    QVERIFY(!bold->isEnabled()); // in the front matter
    QVERIFY(m_driver->page()->action(u"complete")->isEnabled());
    QTextCursor body = m_driver->editor()->textCursor();
    body.movePosition(QTextCursor::End);
    m_driver->editor()->setTextCursor(body);
    QVERIFY(bold->isEnabled());
    QVERIFY(!m_driver->page()->action(u"complete")->isEnabled());
    bold->trigger();
    m_driver->type(u"strong"_s);
    QVERIFY(m_driver->editor()->toPlainText().endsWith(u"**strong**"_s));
    m_driver->page()->showFace(Face::Preview);
    if (!m_driver->editor()->isVisible())
        QVERIFY(!bold->isEnabled());
    m_driver->page()->showFace(Face::Source);
    QVERIFY(bold->isEnabled());
    m_driver->press(u"Ctrl+S"_s);
    m_driver->pane()->stopEditing();
    QTRY_VERIFY(!m_driver->pane()->isEditing());
    QVERIFY(!bold->isEnabled());
    QVERIFY(!m_driver->page()->action(u"complete")->isEnabled());
}

CASEBOOK_GUI_TEST(TestWindowSource)
#include "tst_window_source.moc"
