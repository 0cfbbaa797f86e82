#include "core/query/spelling.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/ask/querybar.h"
#include "ui/ask/querypopup.h"
#include "ui/browse/browser.h"
#include "ui/browse/queryfield.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus, and a bar above a button in a shown window.
class TestQueryField : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void asksAtEveryKey();
    void followsTheBrowser();
    void undoes();
    void staysOneLine();
    void takesAnInputMethod();
    void tabLeaves();
    void clears();
    void leaves_data();
    void leaves();
    void marksWhatIsUnderstood();
    void formats();
    void followsThePalette();
    void glassFollowsThePalette();
    void tellsTheQueryInWords();
    void mendsByKey();
    void mendsByLink();
    void offersAtAClick();
    void asksNothingUnfinished();
    void remembersByCorpus();
    void offersWhatWasAsked();
    void historyMenu();
    void isAccessible();

private:
    void type(const QString &text) { QTest::keyClicks(m_field, text); }
    void press(const QString &keys) { QTest::keySequence(m_field, QKeySequence(keys)); }
    QLabel *notes() const { return m_bar->findChild<QLabel *>(u"queryNotes"_s); }
    QToolButton *button(const QString &name) const { return m_bar->findChild<QToolButton *>(name); }
    QTextCharFormat formatAt(int offset) const;
    /// What stands in the middle of a character, a pixel above the line of the text.
    QColor chipAt(int offset) const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<QWidget> m_window;
    QueryBar *m_bar = nullptr;
    QueryField *m_field = nullptr;
};

void TestQueryField::init()
{
    QSettings().clear();
    applyAppearance(*qApp, Appearance::Light);
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_session = std::make_unique<CorpusSession>();
    m_browser = std::make_unique<Browser>(*m_session);
    m_window = std::make_unique<QWidget>();
    m_bar = new QueryBar(*m_browser);
    m_field = m_bar->field();
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_bar);
    auto *other = new QToolButton;
    other->setObjectName(u"other"_s);
    other->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(other);
    layout->addStretch(1);
    m_window->resize(700, 500);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    m_field->setFocus();
}

void TestQueryField::cleanup()
{
    m_window.reset();
    m_browser.reset();
    m_session.reset();
    m_folder.reset();
}

QTextCharFormat TestQueryField::formatAt(int offset) const
{
    for (const QTextLayout::FormatRange &range : m_field->document()->firstBlock().layout()->formats()) {
        if (offset >= range.start && offset < range.start + range.length)
            return range.format;
    }
    return {};
}

QColor TestQueryField::chipAt(int offset) const
{
    QTextCursor cursor(m_field->document());
    cursor.setPosition(offset);
    const QRect left = m_field->cursorRect(cursor);
    cursor.setPosition(offset + 1);
    const QRect right = m_field->cursorRect(cursor);
    const QImage image = m_bar->grab().toImage();
    const QPoint place((left.x() + right.x()) / 2, left.top());
    return image.pixelColor(m_field->viewport()->mapTo(m_bar, place));
}

void TestQueryField::asksAtEveryKey()
{
    QSignalSpy answers(m_browser.get(), &Browser::resultChanged);
    type(u"slow"_s);
    QCOMPARE(m_browser->queryText(), u"slow"_s);
    QCOMPARE(m_browser->result().matches(), 2);
    QCOMPARE(answers.count(), 4);
    press(u"Left"_s);
    QCOMPARE(answers.count(), 4);
    press(u"Ctrl+A"_s);
    press(u"Delete"_s);
    QCOMPARE(m_browser->result().matches(), 5);
}

void TestQueryField::followsTheBrowser()
{
    type(u"slow"_s);
    m_browser->setFacet(u"from"_s, u"Go"_s, FacetState::Included);
    QCOMPARE(m_field->text(), u"slow from:Go"_s);
    QCOMPARE(m_browser->result().matches(), 1);
    m_browser->clearQuery();
    QCOMPARE(m_field->text(), QString());
}

void TestQueryField::undoes()
{
    type(u"slow"_s);
    m_browser->setFacet(u"from"_s, u"Go"_s, FacetState::Included);
    press(u"Ctrl+Z"_s);
    QCOMPARE(m_field->text(), u"slow"_s);
    QCOMPARE(m_browser->queryText(), u"slow"_s);
    press(u"Ctrl+Shift+Z"_s);
    QCOMPARE(m_browser->queryText(), u"slow from:Go"_s);
}

void TestQueryField::staysOneLine()
{
    QApplication::clipboard()->setText(u"slow\nfrom:go\r\ntags:web"_s);
    press(u"Ctrl+V"_s);
    QCOMPARE(m_field->text(), u"slow from:go  tags:web"_s);
    QCOMPARE(m_field->document()->blockCount(), 1);
    press(u"Shift+Return"_s);
    QCOMPARE(m_field->document()->blockCount(), 1);
    m_field->setText(u"one\u2029two\u2028three"_s);
    QCOMPARE(m_field->text(), u"one two three"_s);
    QApplication::clipboard()->setText(u"x"_s.repeated(1'000'000));
    m_field->clear();
    press(u"Ctrl+V"_s);
    QVERIFY(m_field->text().size() <= 10'000);
}

void TestQueryField::takesAnInputMethod()
{
    QInputMethodEvent composing(u"sl"_s, {});
    QApplication::sendEvent(m_field, &composing);
    QCOMPARE(m_browser->queryText(), QString());
    QInputMethodEvent done;
    done.setCommitString(u"slow"_s);
    QApplication::sendEvent(m_field, &done);
    QCOMPARE(m_browser->queryText(), u"slow"_s);
    QCOMPARE(m_field->text(), u"slow"_s);
}

void TestQueryField::tabLeaves()
{
    type(u"zzz"_s);
    press(u"Tab"_s);
    QVERIFY(!m_field->hasFocus());
    QCOMPARE(m_field->text(), u"zzz"_s);
}

void TestQueryField::clears()
{
    QVERIFY(!button(u"queryClear"_s)->isVisible());
    type(u"zzz"_s);
    QVERIFY(button(u"queryClear"_s)->isVisible());
    press(u"Esc"_s);
    QCOMPARE(m_browser->queryText(), QString());
    type(u"zzz"_s);
    QTest::mouseClick(button(u"queryClear"_s), Qt::LeftButton);
    QCOMPARE(m_browser->queryText(), QString());
    QVERIFY(m_field->hasFocus());
}

void TestQueryField::leaves_data()
{
    QTest::addColumn<QString>("key");
    for (const QString &key : {u"Down"_s, u"Return"_s, u"Enter"_s})
        QTest::newRow(qPrintable(key)) << key;
}

void TestQueryField::leaves()
{
    QFETCH(QString, key);
    QSignalSpy left(m_field, &QueryField::leaveRequested);
    type(u"zzz"_s);
    press(key);
    QCOMPARE(left.count(), 1);
    QCOMPARE(m_field->text(), u"zzz"_s);
    press(u"Up"_s);
    QCOMPARE(left.count(), 1);
}

void TestQueryField::marksWhatIsUnderstood()
{
    m_field->setText(u"slow from:Go -tags:web"_s);
    m_window->setFocus();
    const QColor base = m_field->palette().color(QPalette::Base);
    const QColor word = chipAt(1);
    const QColor field = chipAt(6);
    const QColor excluded = chipAt(16);
    QVERIFY(word != base && field != base && excluded != base);
    QVERIFY(word != field && field != excluded);
    QVERIFY(field.blue() > field.red());
    QVERIFY(excluded.red() > excluded.blue());
    m_field->setText(u"from: "_s); // a name alone is not understood yet
    QCOMPARE(chipAt(5), base);
}

void TestQueryField::formats()
{
    m_field->setText(u"from:Go -tags:web form:Go (a OR b)"_s);
    QVERIFY(!formatAt(6).fontStrikeOut());
    QVERIFY(!formatAt(8).fontStrikeOut());
    QVERIFY(formatAt(14).fontStrikeOut()); // web
    QCOMPARE(formatAt(18).underlineStyle(), QTextCharFormat::WaveUnderline);
    QCOMPARE(formatAt(6).underlineStyle(), QTextCharFormat::NoUnderline);
    QCOMPARE(formatAt(m_field->text().indexOf(u"OR"_s)).fontWeight(), int(QFont::Bold));
}

void TestQueryField::followsThePalette()
{
    m_field->setText(u"-tags:web"_s);
    const QColor light = formatAt(6).foreground().color();
    applyAppearance(*qApp, Appearance::Dark);
    QTRY_VERIFY(formatAt(6).foreground().color() != light);
    const QString words = u"color:"_s + mutedText(QApplication::palette()).name();
    QTRY_VERIFY2(notes()->text().contains(words), qPrintable(notes()->text()));
}

void TestQueryField::glassFollowsThePalette()
{
    auto *glass = m_bar->findChild<QWidget *>(u"queryGlass"_s);
    QVERIFY(glass);
    const auto lightest = [glass] {
        const QImage image = glass->grab().toImage();
        int gray = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                gray = std::max(gray, qGray(image.pixel(x, y)));
        }
        return gray;
    };
    applyAppearance(*qApp, Appearance::Dark);
    QTRY_VERIFY2(lightest() > 128, "the sign of a search cannot be seen in the dark");
}

void TestQueryField::tellsTheQueryInWords()
{
    QVERIFY2(notes()->text().contains(u"All cases"_s), qPrintable(notes()->text()));
    const int height = m_bar->sizeHint().height();
    m_field->setText(u"-from:go year:2018.."_s);
    QVERIFY(!notes()->text().contains(u"All cases"_s));
    QCOMPARE(m_bar->sizeHint().height(), height); // what stands below does not jump
    const Query asked = spelledAsIn(m_browser->result().facets, m_browser->query());
    QVERIFY2(notes()->text().contains(describeQuery(asked, m_browser->corpus().schema()).toHtmlEscaped()),
             qPrintable(notes()->text()));
    QVERIFY2(notes()->text().contains(u"Go"_s), qPrintable(notes()->text())); // as the cases write it
    m_field->setText(u"<b>&amp;"_s);
    QVERIFY2(!notes()->text().contains(u"<b>"_s), qPrintable(notes()->text()));
    m_field->clear();
    QVERIFY2(notes()->text().contains(u"All cases"_s), qPrintable(notes()->text()));
}

void TestQueryField::mendsByKey()
{
    type(u"slow form:Go"_s);
    QCOMPARE(m_browser->result().matches(), 0);
    press(u"Alt+Return"_s);
    QCOMPARE(m_field->text(), u"slow from:Go"_s);
    QCOMPARE(m_browser->result().matches(), 1);
    press(u"Alt+Return"_s); // nothing is left to mend
    QCOMPARE(m_field->text(), u"slow from:Go"_s);
    press(u"Ctrl+Z"_s);
    QCOMPARE(m_field->text(), u"slow form:Go"_s);
}

void TestQueryField::mendsByLink()
{
    m_field->setText(u"form:Go"_s);
    QVERIFY2(notes()->text().contains(u"<a href"_s), qPrintable(notes()->text()));
    notes()->setFocus();
    QTest::keyClick(notes(), Qt::Key_Tab); // to the link
    if (m_field->text() == u"form:Go"_s)
        QTest::keyClick(notes(), Qt::Key_Return);
    if (m_field->text() == u"form:Go"_s)
        emit notes()->linkActivated(u"0"_s);
    QCOMPARE(m_field->text(), u"from:Go"_s);
    QVERIFY(m_field->hasFocus());
}

void TestQueryField::offersAtAClick()
{
    m_field->setText(u"slow form:Go"_s);
    QTextCursor cursor(m_field->document());
    cursor.setPosition(7);
    const QPoint place = m_field->cursorRect(cursor).center();
    QTest::mouseClick(m_field->viewport(), Qt::LeftButton, {}, place);
    auto *popup = m_window->findChild<QueryPopup *>();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->rows().size(), 1);
    press(u"Return"_s);
    QCOMPARE(m_field->text(), u"slow from:Go"_s);
}

void TestQueryField::asksNothingUnfinished()
{
    type(u"slow from:"_s);
    QCOMPARE(m_browser->result().matches(), 2);
    press(u"Esc"_s);
    type(u"go"_s);
    QCOMPARE(m_browser->result().matches(), 1);
}

void TestQueryField::remembersByCorpus()
{
    type(u"slow"_s);
    press(u"Return"_s);
    m_field->setText(u"web"_s);
    m_window->findChild<QToolButton *>(u"other"_s)->setFocus();
    QCOMPARE(m_field->history().texts(), (QStringList{u"web"_s, u"slow"_s}));
    CorpusFolder other;
    other.writeSmall();
    QVERIFY(openAndWait(*m_session, other.root()));
    QCOMPARE(m_field->history().texts(), QStringList());
    QVERIFY(!button(u"queryHistory"_s)->isEnabled());
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    QCOMPARE(m_field->history().texts(), (QStringList{u"web"_s, u"slow"_s}));
    QVERIFY(button(u"queryHistory"_s)->isEnabled());
}

void TestQueryField::offersWhatWasAsked()
{
    QSignalSpy left(m_field, &QueryField::leaveRequested);
    press(u"Down"_s); // nothing was asked yet
    QCOMPARE(left.count(), 1);
    for (const QString &text : {u"slow"_s, u"web"_s, u"slow"_s}) {
        m_field->setText(text);
        press(u"Esc"_s);
    }
    press(u"Down"_s);
    QCOMPARE(left.count(), 1);
    auto *popup = m_window->findChild<QueryPopup *>();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->rows().size(), 2);
    QCOMPARE(popup->rows().at(0).text, u"slow"_s);
    press(u"Down"_s);
    press(u"Return"_s);
    QCOMPARE(m_field->text(), u"web"_s);
    QVERIFY(!popup->isVisible());
    QCOMPARE(m_browser->queryText(), u"web"_s);
}

void TestQueryField::historyMenu()
{
    m_field->setText(u"slow & web"_s);
    press(u"Esc"_s);
    QMenu *menu = button(u"queryHistory"_s)->menu();
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 3);
    QCOMPARE(menu->actions().at(0)->text(), u"slow && web"_s);
    menu->actions().at(0)->trigger();
    QCOMPARE(m_field->text(), u"slow & web"_s);
    menu->actions().at(2)->trigger();
    QCOMPARE(m_field->history().texts(), QStringList());
    QVERIFY(!button(u"queryHistory"_s)->isEnabled());
}

void TestQueryField::isAccessible()
{
    m_field->setText(u"slow"_s);
    QAccessibleInterface *field = QAccessible::queryAccessibleInterface(m_field);
    QVERIFY(field);
    QCOMPARE(field->text(QAccessible::Name), u"Search the case studies"_s);
    QCOMPARE(field->role(), QAccessible::EditableText);
    QCOMPARE(field->textInterface()->text(0, 4), u"slow"_s);
    for (const QString &name : {u"queryClear"_s, u"queryHistory"_s})
        QVERIFY(!button(name)->accessibleName().isEmpty());
}

CASEBOOK_GUI_TEST(TestQueryField)
#include "tst_queryfield.moc"
