#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/facetrow.h"
#include "ui/browse/filterpanel.h"
#include "ui/browse/queryfield.h"
#include "ui/edit/findbar.h"
#include "ui/read/caseview.h"
#include "ui/theme/theme.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr int caseCount = 29; // in the bundled corpus

} // namespace

/// Every test has a copy of the bundled corpus, open in the window.
class TestWindowBrowse : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsTheGroups();
    void readsTheFirstCase();
    void typingNarrowsTheTree();
    void nothingFound();
    void fromTheFieldToTheTree();
    void facetsNarrowTheTree();
    void filtersAreHidden();
    void groupsAndSorts();
    void selectsAndReads();
    void backAndForward();
    void relatedCases();
    void relatedCaseThatIsFilteredAway();
    void stepsByKeys();
    void findsInTheText();
    void zooms();
    void followsTheDisk();
    void followsARemovedFile();
    void followsARenamedFile();
    void backPastARemovedFile();
    void lightAndDark();
    void about();
    void menuKeysDiffer();
    void shortcutsDiffer();
    void everyShortcutIsListed();

private:
    FacetRow *facet(const QString &value) const;
    QString text() const { return m_driver->reader()->document()->toPlainText(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowBrowse::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->copyBundled();
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_VERIFY(!m_driver->read().isEmpty());
}

void TestWindowBrowse::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

FacetRow *TestWindowBrowse::facet(const QString &value) const
{
    for (FacetRow *row : m_driver->window().findChildren<FacetRow *>()) {
        if (row->isVisible() && row->value().value == value)
            return row;
    }
    return nullptr;
}

void TestWindowBrowse::showsTheGroups()
{
    QCOMPARE(m_driver->groups(),
             (QStringList{u"Migrating to Rust 16"_s, u"Adopting Rust 9"_s, u"Decided against Rust 4"_s}));
    QVERIFY(m_driver->status().startsWith(u"29 case"_s));
    QVERIFY(m_driver->window().windowTitle().startsWith(u"Rust case studies"_s));
    QVERIFY(!m_driver->window().isWindowModified());
    QVERIFY(m_driver->tree()->isExpanded(m_driver->tree()->model()->index(0, 0)));
}

void TestWindowBrowse::readsTheFirstCase()
{
    QCOMPARE(m_driver->tree()->currentId(), m_driver->cases().first());
    QCOMPARE(m_driver->reader()->currentId(), m_driver->cases().first());
    QTRY_VERIFY(m_driver->tree()->hasFocus());
}

void TestWindowBrowse::typingNarrowsTheTree()
{
    m_driver->press(u"Ctrl+L"_s);
    QTRY_VERIFY(m_driver->field()->hasFocus());
    m_driver->type(u"channels messages"_s);
    QVERIFY(m_driver->shows(u"discord-read-states"_s));
    QVERIFY(m_driver->cases().size() < caseCount);
    QVERIFY2(m_driver->status().contains(u"of 29 case"_s), qPrintable(m_driver->status()));
    m_driver->press(u"Esc"_s);
    QCOMPARE(m_driver->cases().size(), caseCount);
}

void TestWindowBrowse::nothingFound()
{
    m_driver->field()->setText(u"zzzzz"_s);
    auto *message = m_driver->window().findChild<QLabel *>(u"treeMessage"_s);
    QVERIFY(message->isVisible());
    QVERIFY(!m_driver->tree()->isVisible());
    m_driver->press(u"Ctrl+Shift+L"_s);
    QVERIFY(!message->isVisible());
    QVERIFY(m_driver->tree()->isVisible());
}

void TestWindowBrowse::fromTheFieldToTheTree()
{
    m_driver->field()->setFocus();
    m_driver->type(u"organization:statsig"_s);
    QCOMPARE(m_driver->cases(), QStringList{u"statsig"_s});
    m_driver->press(u"Down"_s);
    QTRY_VERIFY(m_driver->tree()->hasFocus());
    m_driver->press(u"Down"_s);
    m_driver->press(u"Down"_s);
    QCOMPARE(m_driver->read(), m_driver->at(u"statsig"_s).data().toString());
}

void TestWindowBrowse::facetsNarrowTheTree()
{
    QVERIFY(facet(u"Go"_s));
    QTest::mouseClick(facet(u"Go"_s), Qt::LeftButton);
    QCOMPARE(m_driver->field()->text(), u"from:Go"_s);
    const QStringList fromGo = m_driver->cases();
    QVERIFY(fromGo.contains(u"discord-read-states"_s));
    QVERIFY(fromGo.size() < caseCount);
    QTest::mouseClick(facet(u"Go"_s), Qt::LeftButton);
    QCOMPARE(m_driver->cases().size() + fromGo.size(), caseCount);
    QVERIFY(!m_driver->shows(u"discord-read-states"_s));
    QTest::mouseClick(m_driver->window().findChild<QToolButton *>(u"clearFilters"_s), Qt::LeftButton);
    QCOMPARE(m_driver->cases().size(), caseCount);
}

void TestWindowBrowse::filtersAreHidden()
{
    auto *filters = m_driver->window().findChild<FilterPanel *>();
    QVERIFY(filters->isVisible());
    m_driver->press(u"F9"_s);
    QVERIFY(!filters->isVisible());
    m_driver->press(u"F9"_s);
    QVERIFY(filters->isVisible());
}

void TestWindowBrowse::groupsAndSorts()
{
    const auto choose = [this](const QString &button, const QString &text) {
        QMenu *menu = m_driver->window().findChild<QToolButton *>(button)->menu();
        emit menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                action->trigger();
        }
    };
    choose(u"groupBy"_s, u"Stage"_s);
    QVERIFY(m_driver->groups().contains(u"In production"_s + m_driver->groups().first().mid(13)));
    QCOMPARE(m_driver->window().findChild<QToolButton *>(u"groupBy"_s)->text(), u"Stage"_s);
    choose(u"groupBy"_s, u"From"_s);
    QVERIFY(!m_driver->groups().filter(u"Go "_s).isEmpty());
    choose(u"groupBy"_s, u"Decision"_s);
    choose(u"sortBy"_s, u"Title"_s);
    QStringList titles;
    for (int row = 0; row < 11; ++row)
        titles.append(
            m_driver->tree()->model()->index(row, 0, m_driver->tree()->model()->index(0, 0)).data().toString());
    QStringList sorted = titles;
    sorted.sort(Qt::CaseInsensitive);
    QCOMPARE(titles, sorted);
    choose(u"sortBy"_s, u"Evidence"_s);
    QCOMPARE(m_driver->window().findChild<QToolButton *>(u"sortBy"_s)->text(), u"Evidence"_s);
    const QStringList strongestFirst = m_driver->cases();
    choose(u"sortBy"_s, u"Relevance"_s);
    m_driver->field()->setText(u"sort:-evidence"_s);
    QCOMPARE(m_driver->cases(), strongestFirst);
    choose(u"groupBy"_s, u"Evidence"_s);
    QVERIFY(m_driver->groups().first().startsWith(u"Measured "));
}

void TestWindowBrowse::selectsAndReads()
{
    m_driver->clickCase(u"discord-read-states"_s);
    QCOMPARE(m_driver->read(), u"Read States service"_s);
    QVERIFY(text().contains(u"Discord"_s));
    QVERIFY(text().contains(u"Why Discord is switching from Go to Rust"_s));
}

void TestWindowBrowse::backAndForward()
{
    m_driver->clickCase(u"discord-read-states"_s);
    m_driver->clickCase(u"statsig"_s);
    m_driver->clickCase(u"yjit"_s);
    QVERIFY(!m_driver->action(u"forward"_s)->isEnabled());
    m_driver->press(u"Alt+Left"_s);
    QCOMPARE(m_driver->reader()->currentId(), u"statsig"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"statsig"_s}); // the tree follows
    m_driver->press(u"Alt+Left"_s);
    QCOMPARE(m_driver->reader()->currentId(), u"discord-read-states"_s);
    m_driver->press(u"Alt+Right"_s);
    QCOMPARE(m_driver->reader()->currentId(), u"statsig"_s);
    QVERIFY(m_driver->action(u"forward"_s)->isEnabled());
    m_driver->clickCase(u"prisma"_s);
    QVERIFY(!m_driver->action(u"forward"_s)->isEnabled());
}

void TestWindowBrowse::relatedCases()
{
    m_driver->clickCase(u"discord-read-states"_s);
    emit m_driver->reader()->anchorClicked(QUrl(u"casebook:case/figma-multiplayer"_s));
    QCOMPARE(m_driver->reader()->currentId(), u"figma-multiplayer"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"figma-multiplayer"_s});
}

void TestWindowBrowse::relatedCaseThatIsFilteredAway()
{
    m_driver->field()->setText(u"organization:discord"_s);
    m_driver->clickCase(u"discord-read-states"_s);
    emit m_driver->reader()->anchorClicked(QUrl(u"casebook:case/figma-multiplayer"_s));
    QCOMPARE(m_driver->reader()->currentId(), u"figma-multiplayer"_s);
    m_driver->clickCase(u"discord-read-states"_s); // back by the tree
    QCOMPARE(m_driver->reader()->currentId(), u"discord-read-states"_s);
    m_driver->press(u"Alt+Left"_s);
    QCOMPARE(m_driver->reader()->currentId(), u"figma-multiplayer"_s);
    m_driver->field()->clear();
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"figma-multiplayer"_s});
}

void TestWindowBrowse::stepsByKeys()
{
    const QStringList cases = m_driver->cases();
    m_driver->clickCase(cases.at(0));
    m_driver->press(u"Alt+Down"_s);
    QCOMPARE(m_driver->reader()->currentId(), cases.at(1));
    m_driver->press(u"Down"_s);
    QCOMPARE(m_driver->reader()->currentId(), cases.at(2));
    m_driver->press(u"Alt+Up"_s);
    QCOMPARE(m_driver->reader()->currentId(), cases.at(1));
    m_driver->clickCase(cases.at(10));
    m_driver->press(u"Alt+Down"_s); // into the next group
    QCOMPARE(m_driver->reader()->currentId(), cases.at(11));
}

void TestWindowBrowse::findsInTheText()
{
    m_driver->clickCase(u"discord-read-states"_s);
    m_driver->press(u"Ctrl+F"_s);
    auto *bar = m_driver->reader()->parentWidget()->findChild<FindBar *>();
    QVERIFY(bar->isVisible());
    QTRY_VERIFY(bar->findChild<QLineEdit *>()->hasFocus());
    m_driver->type(u"connects"_s);
    QCOMPARE(m_driver->reader()->textCursor().selectedText(), u"connects"_s);
    m_driver->press(u"Return"_s);
    m_driver->press(u"Esc"_s);
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(m_driver->reader()->hasFocus());
    QCOMPARE(m_driver->cases().size(), caseCount); // it is not the search
}

void TestWindowBrowse::zooms()
{
    m_driver->press(u"Ctrl+="_s);
    m_driver->press(u"Ctrl++"_s);
    QVERIFY(m_driver->reader()->zoom() > 1.2);
    m_driver->press(u"Ctrl+-"_s);
    QVERIFY(m_driver->reader()->zoom() < 1.2);
    m_driver->press(u"Ctrl+0"_s);
    QCOMPARE(m_driver->reader()->zoom(), 1.0);
}

void TestWindowBrowse::followsTheDisk()
{
    m_driver->clickCase(u"discord-read-states"_s);
    QByteArray bytes = m_folder->read(u"cases/discord-read-states.md"_s);
    bytes.replace("title: Read States service", "title: Changed outside");
    m_folder->write(u"cases/discord-read-states.md"_s, bytes);
    QTRY_COMPARE(m_driver->read(), u"Changed outside"_s);
    QCOMPARE(m_driver->at(u"discord-read-states"_s).data().toString(), u"Changed outside"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"discord-read-states"_s});
    bytes.replace("decision: migrating", "decision: adopting");
    m_folder->write(u"cases/discord-read-states.md"_s, bytes);
    QTRY_COMPARE(m_driver->groups().first(), u"Migrating to Rust 15"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"discord-read-states"_s});
}

void TestWindowBrowse::followsARemovedFile()
{
    m_driver->clickCase(u"statsig"_s);
    m_driver->clickCase(u"discord-read-states"_s);
    m_folder->remove(u"cases/discord-read-states.md"_s);
    QTRY_COMPARE(m_driver->groups().first(), u"Migrating to Rust 15"_s);
    QTRY_COMPARE(m_driver->read(), QString());
    QVERIFY(text().contains(u"not there any more"_s));
    QVERIFY(!m_driver->action(u"edit"_s)->isEnabled());
    m_driver->clickCase(u"statsig"_s);
    QVERIFY(!m_driver->read().isEmpty());
}

void TestWindowBrowse::followsARenamedFile()
{
    m_driver->clickCase(u"discord-read-states"_s);
    m_folder->rename(u"cases/discord-read-states.md"_s, u"cases/renamed.md"_s);
    QTRY_VERIFY(m_driver->shows(u"renamed"_s));
    QTRY_COMPARE(m_driver->pane()->currentId(), u"renamed"_s);
    QCOMPARE(m_driver->read(), u"Read States service"_s);
    QCOMPARE(m_driver->tree()->selectedIds(), QStringList{u"renamed"_s});
}

void TestWindowBrowse::backPastARemovedFile()
{
    m_driver->clickCase(u"yjit"_s);
    m_driver->clickCase(u"discord-read-states"_s);
    m_driver->clickCase(u"statsig"_s);
    m_folder->remove(u"cases/discord-read-states.md"_s);
    QTRY_VERIFY(!m_driver->shows(u"discord-read-states"_s));
    m_driver->press(u"Alt+Left"_s);
    QCOMPARE(m_driver->reader()->currentId(), u"yjit"_s);
}

void TestWindowBrowse::lightAndDark()
{
    m_driver->clickCase(u"discord-read-states"_s);
    m_driver->action(u"darkColors"_s)->trigger();
    QVERIFY(isDark(m_driver->window().palette()));
    QTRY_VERIFY(isDark(m_driver->reader()->palette()));
    QCOMPARE(m_driver->reader()->shown().accent, groupColor(u"blue"_s, 0, QApplication::palette()));
    m_driver->action(u"lightColors"_s)->trigger();
    QVERIFY(!isDark(m_driver->window().palette()));
    QTRY_COMPARE(m_driver->reader()->shown().accent, groupColor(u"blue"_s, 0, QApplication::palette()));
    m_driver->action(u"darkColors"_s)->trigger();
    m_driver->close();
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->action(u"darkColors"_s)->isChecked());
    m_driver->action(u"systemColors"_s)->trigger();
}

void TestWindowBrowse::about()
{
    m_driver->action(u"about"_s)->trigger();
    QVERIFY(m_driver->box());
    QVERIFY(m_driver->box()->text().contains(u"Casebook"_s));
    QVERIFY(!m_driver->box()->informativeText().contains(u"network is not used"_s)); // it is, when asked to
    QVERIFY(m_driver->answer(u"Close"_s));
}

namespace {

/// Every menu below one, itself included, as it is when a person opens it.
QList<QMenu *> menusOf(QMenu *menu)
{
    emit menu->aboutToShow();
    QList<QMenu *> all{menu};
    for (const QAction *action : menu->actions()) {
        if (action->menu())
            all += menusOf(action->menu());
    }
    return all;
}

QStringList repeatedKeys(const QMenu &menu)
{
    QStringList keys;
    QStringList repeated;
    for (const QAction *action : menu.actions()) {
        const QString key = QKeySequence::mnemonic(action->text()).toString();
        if (!key.isEmpty() && action->isVisible() && keys.contains(key))
            repeated.append(menu.title() + u": "_s + action->text());
        keys.append(key);
    }
    return repeated;
}

} // namespace

// A letter that two entries share needs to be pressed twice, and Enter.
void TestWindowBrowse::menuKeysDiffer()
{
    for (const bool editing : {false, true}) {
        if (editing)
            m_driver->action(u"edit"_s)->trigger();
        QStringList repeated;
        for (const QAction *entry : m_driver->window().menuBar()->actions()) {
            for (const QMenu *menu : menusOf(entry->menu()))
                repeated += repeatedKeys(*menu);
        }
        QCOMPARE(repeated.join(u", "_s), QString());
    }
}

// Of two actions with one key Qt carries out neither.
void TestWindowBrowse::shortcutsDiffer()
{
    QHash<QKeySequence, QString> known;
    for (const QAction *action : m_driver->window().findChildren<QAction *>()) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!known.contains(key), qPrintable(known.value(key) + u" and "_s + action->objectName()));
            known.insert(key, action->objectName());
        }
    }
    QVERIFY(known.size() > 30);
    // The platform's keys for it have Ctrl+D among them on some desktops, which duplicates a case.
    QCOMPARE(m_driver->action(u"trash"_s)->shortcuts(), QList<QKeySequence>{QKeySequence(Qt::Key_Delete)});
}

void TestWindowBrowse::everyShortcutIsListed()
{
    m_driver->press(u"F1"_s);
    QWidget *dialog = m_driver->dialog(u"shortcutsDialog"_s);
    QVERIFY(dialog);
    auto *list = dialog->findChild<QTreeWidget *>();
    const auto isShown = [list](const QString &text) {
        const QList<QTreeWidgetItem *> rows = list->findItems(text, Qt::MatchContains | Qt::MatchRecursive, 1);
        return std::any_of(rows.begin(), rows.end(), [](const QTreeWidgetItem *row) { return !row->isHidden(); });
    };
    for (const QAction *entry : m_driver->window().menuBar()->actions()) {
        for (const QMenu *menu : menusOf(entry->menu())) {
            for (const QAction *action : menu->actions()) {
                const QString key = action->shortcut().toString(QKeySequence::NativeText);
                QVERIFY2(isShown(key), qPrintable(action->text()));
            }
        }
    }
    dialog->findChild<QLineEdit *>()->setText(u"palette"_s);
    QVERIFY(isShown(u"Ctrl+K"_s));
    QVERIFY(!isShown(u"Ctrl+Q"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_driver->dialog(u"shortcutsDialog"_s));
}

CASEBOOK_GUI_TEST(TestWindowBrowse)
#include "tst_window_browse.moc"
