#include "tests/ui/support/guitest.h"
#include "tests/ui/support/windowdriver.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/views/viewlist.h"
#include "ui/views/viewsmodel.h"
#include "ui/window/mainwindow.h"

#include <QContextMenuEvent>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus with two views, open in the window, which is used by keys and clicks.
class TestWindowViews : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void clickShowsAView();
    void keysShowAView();
    void menuShowsAView();
    void savesWhatIsShown();
    void savesUnderAFreeName();
    void refusesATakenName();
    void savesTheFirstView();
    void updatesFromTheHeading();
    void updatesAnotherFromItsMenu();
    void renames();
    void movesToTheTrashAndBack();
    void movesUpAndDown();
    void keysInTheListMeanTheView();
    void collapses();
    void menuIsAboutTheViewThatIsShown();
    void asTheCommandLineAsks();
    void problemsOfViews();
    void readOnlyFolder();
    void anotherCorpus();

private:
    ViewList *list() const { return m_driver->window().findChild<ViewList *>(); }
    QStringList names() const;
    QString query() const { return m_driver->field()->text(); }
    QModelIndex row(const QString &id) const { return static_cast<ViewsModel *>(list()->model())->indexOf(id); }
    void click(const QString &id);
    void focusOn(const QString &id);
    QMenu *openMenu(const QString &id);
    void trigger(QMenu *menu, const QString &text);
    void enter(const QString &name, const QString &description = {});
    QDialog *dialog() const { return qobject_cast<QDialog *>(m_driver->dialog(u"viewNameDialog"_s)); }
    QPushButton *ok() const { return dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok); }
    QByteArray file(const QString &id) const { return m_folder->read(u"views/"_s + id + u".yaml"_s); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowViews::init()
{
    QSettings().clear();
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_folder->write(u"views/cpp.yaml"_s, "name: From C++ # ours\nfilter: from:C++\n");
    m_folder->write(u"views/go.yaml"_s, "name: From Go\nfilter: from:Go\nsort: -year\nbriefing: {title: Go}\n");
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_COMPARE(names(), (QStringList{u"From C++ 1"_s, u"From Go 2"_s}));
}

void TestWindowViews::cleanup()
{
    m_driver.reset();
    m_folder.reset();
}

/// With counts; "*" before the one that is shown, "~" behind it where it has been changed.
QStringList TestWindowViews::names() const
{
    QStringList names;
    for (int i = 0; i < list()->model()->rowCount(); ++i) {
        const QModelIndex index = list()->model()->index(i, 0);
        const int count = index.data(ViewsModel::CountRole).toInt();
        names.append((index.data(ViewsModel::CurrentRole).toBool() ? u"*"_s : QString()) + index.data().toString()
                     + (count < 0 ? QString() : u' ' + QString::number(count))
                     + (index.data(ViewsModel::ChangedRole).toBool() ? u"~"_s : QString()));
    }
    return names;
}

void TestWindowViews::click(const QString &id)
{
    QVERIFY(row(id).isValid());
    QVERIFY(list()->isVisible());
    const QRect rect = list()->visualRect(row(id));
    QVERIFY(list()->viewport()->rect().contains(rect.center()));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, rect.center());
}

void TestWindowViews::focusOn(const QString &id)
{
    list()->setFocus();
    list()->setCurrentIndex(row(id));
}

QMenu *TestWindowViews::openMenu(const QString &id)
{
    const QPoint place = list()->visualRect(row(id)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list()->viewport()->mapToGlobal(place));
    QApplication::sendEvent(list()->viewport(), &event);
    return list()->findChild<QMenu *>();
}

void TestWindowViews::trigger(QMenu *menu, const QString &text)
{
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text().remove(u'&') == text) {
            QVERIFY(action->isEnabled());
            action->trigger();
            menu->close();
            return;
        }
    }
    QFAIL(qPrintable(text));
}

void TestWindowViews::enter(const QString &name, const QString &description)
{
    QTRY_VERIFY(dialog());
    auto *line = dialog()->findChild<QLineEdit *>(u"viewName"_s);
    line->selectAll();
    QTest::keyClicks(line, name);
    if (!description.isEmpty())
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(u"viewDescription"_s), description);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!dialog());
}

void TestWindowViews::clickShowsAView()
{
    click(u"go"_s);
    QCOMPARE(query(), u"from:Go sort:-year"_s);
    QCOMPARE(m_driver->cases().size(), 2);
    QCOMPARE(names(), (QStringList{u"From C++ 1"_s, u"*From Go 2"_s}));
    m_driver->press(u"Ctrl+L"_s);
    m_driver->field()->setFocus();
    m_driver->press(u"End"_s);
    m_driver->type(u" tags:web"_s);
    QCOMPARE(names().last(), u"*From Go 2~"_s);
    click(u"go"_s); // back to what it says
    QCOMPARE(query(), u"from:Go sort:-year"_s);
    m_driver->press(u"Ctrl+Shift+L"_s);
    QCOMPARE(names(), (QStringList{u"From C++ 1"_s, u"From Go 2"_s}));
}

void TestWindowViews::keysShowAView()
{
    list()->setFocus();
    QCOMPARE(list()->currentId(), u"cpp"_s);
    m_driver->press(u"Down"_s);
    QCOMPARE(query(), QString()); // the focus alone shows nothing
    m_driver->press(u"Return"_s);
    QCOMPARE(query(), u"from:Go sort:-year"_s);
    m_driver->tree()->setFocus();
    m_driver->press(u"Alt+1"_s);
    QCOMPARE(query(), u"from:C++"_s);
    m_driver->press(u"Alt+2"_s);
    QCOMPARE(query(), u"from:Go sort:-year"_s);
}

void TestWindowViews::menuShowsAView()
{
    trigger(openMenu(u"go"_s), u"Show"_s);
    QCOMPARE(query(), u"from:Go sort:-year"_s);
}

void TestWindowViews::savesWhatIsShown()
{
    m_driver->field()->setText(u"tags:web sort:title"_s);
    m_driver->press(u"Ctrl+Alt+S"_s);
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->findChild<QLineEdit *>(u"viewName"_s)->text(), u"Tags: web"_s);
    enter(u"Made for the Web"_s, u"What runs in a browser"_s);
    QTRY_COMPARE(names(), (QStringList{u"From C++ 1"_s, u"From Go 2"_s, u"*Made for the Web 2"_s}));
    QCOMPARE(file(u"made-for-the-web"_s),
             "name: Made for the Web\ndescription: What runs in a browser\nfilter: tags:web\nsort: title\n");
    QVERIFY2(m_driver->status().contains(u"Made for the Web"_s), qPrintable(m_driver->status()));
    m_driver->press(u"Ctrl+Shift+L"_s);
    m_driver->press(u"Alt+3"_s);
    QCOMPARE(query(), u"tags:web sort:title"_s);
}

void TestWindowViews::savesUnderAFreeName()
{
    m_folder->write(u"views/web.yaml"_s, "name: Else\n");
    QTRY_COMPARE(names().size(), 3);
    m_driver->press(u"Ctrl+Alt+S"_s);
    enter(u"Web"_s);
    QTRY_COMPARE(names().size(), 4);
    QCOMPARE(file(u"web-2"_s), "name: Web\n");
    QCOMPARE(file(u"web"_s), "name: Else\n");
}

void TestWindowViews::refusesATakenName()
{
    m_driver->press(u"Ctrl+Alt+S"_s);
    QTRY_VERIFY(dialog());
    auto *line = dialog()->findChild<QLineEdit *>(u"viewName"_s);
    line->clear();
    QVERIFY(!ok()->isEnabled());
    QTest::keyClicks(line, u"from go"_s);
    QVERIFY(!ok()->isEnabled());
    QVERIFY(dialog()->findChild<QLabel *>(u"viewNote"_s)->text().contains(u"already"_s));
    QTest::keyClicks(line, u"!"_s);
    QVERIFY(ok()->isEnabled());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(names().size(), 2);
}

void TestWindowViews::savesTheFirstView()
{
    CorpusFolder other;
    other.writeSmall();
    QVERIFY(m_driver->open(other.root()));
    QTRY_COMPARE(names(), QStringList());
    QVERIFY(!list()->isVisible());
    m_driver->field()->setText(u"from:Go"_s);
    auto *button = [this]() -> QToolButton * {
        for (QToolButton *one : m_driver->window().findChildren<QToolButton *>()) {
            if (one->defaultAction() == m_driver->action(u"saveView"_s) && one->isVisible())
                return one;
        }
        return nullptr;
    }();
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    enter(u"Mine"_s);
    QTRY_COMPARE(names(), QStringList{u"*Mine 2"_s});
    QCOMPARE(other.read(u"views/mine.yaml"_s), "name: Mine\nfilter: from:Go\n");
    QTRY_VERIFY(list()->isVisible());
}

void TestWindowViews::updatesFromTheHeading()
{
    click(u"cpp"_s);
    QVERIFY(!m_driver->action(u"updateView"_s)->isEnabled());
    m_driver->field()->setText(u"from:C++,Go"_s);
    QCOMPARE(names().first(), u"*From C++ 1~"_s);
    m_driver->press(u"Ctrl+Alt+U"_s);
    QTRY_COMPARE(names().first(), u"*From C++ 2"_s);
    QCOMPARE(file(u"cpp"_s), "name: From C++ # ours\nfilter: from:C++,Go\n");
    QVERIFY(!m_driver->action(u"updateView"_s)->isEnabled());
    m_driver->tree()->setFocus();
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_COMPARE(file(u"cpp"_s), "name: From C++ # ours\nfilter: from:C++\n");
    QTRY_COMPARE(names().first(), u"*From C++ 1~"_s);
}

void TestWindowViews::updatesAnotherFromItsMenu()
{
    m_driver->field()->setText(u"tags:web"_s);
    trigger(openMenu(u"go"_s), u"Update with What Is Shown"_s);
    QTRY_COMPARE(names().last(), u"*From Go 2"_s);
    QCOMPARE(file(u"go"_s), "name: From Go\nfilter: tags:web\nbriefing: {title: Go}\n");
}

void TestWindowViews::renames()
{
    focusOn(u"go"_s);
    m_driver->press(u"F2"_s);
    enter(u"Out of Go"_s, u"Newest first"_s);
    QTRY_COMPARE(names().last(), u"Out of Go 2"_s);
    QCOMPARE(file(u"go"_s),
             "name: Out of Go\ndescription: Newest first\nfilter: from:Go\nsort: -year\nbriefing: {title: Go}\n");
    QCOMPARE(list()->currentId(), u"go"_s);
}

void TestWindowViews::movesToTheTrashAndBack()
{
    const QByteArray before = file(u"go"_s);
    focusOn(u"go"_s);
    m_driver->press(u"Del"_s);
    QTRY_COMPARE(names(), QStringList{u"From C++ 1"_s});
    QVERIFY(!m_folder->exists(u"views/go.yaml"_s));
    QVERIFY(!m_driver->box());
    list()->setFocus();
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_COMPARE(names(), (QStringList{u"From C++ 1"_s, u"From Go 2"_s}));
    QCOMPARE(file(u"go"_s), before);
    QVERIFY(!m_driver->read().isEmpty()); // it is no case, and opens none
    m_driver->press(u"Ctrl+Shift+Z"_s);
    QTRY_COMPARE(names(), QStringList{u"From C++ 1"_s});
}

void TestWindowViews::movesUpAndDown()
{
    m_folder->write(u"views/zig.yaml"_s, "name: Zig\nfilter: tags:cli\n");
    QTRY_COMPARE(names().size(), 3);
    focusOn(u"zig"_s);
    m_driver->press(u"Ctrl+Shift+Up"_s);
    QTRY_COMPARE(names().mid(0, 2), (QStringList{u"From C++ 1"_s, u"Zig 1"_s}));
    QCOMPARE(list()->currentId(), u"zig"_s);
    QTRY_VERIFY(m_driver->action(u"moveViewUp"_s)->isEnabled());
    m_driver->press(u"Ctrl+Shift+Up"_s);
    QTRY_COMPARE(names().first(), u"Zig 1"_s);
    QTRY_VERIFY(!m_driver->action(u"moveViewUp"_s)->isEnabled());
    QCOMPARE(file(u"go"_s), "name: From Go\nfilter: from:Go\nsort: -year\nbriefing: {title: Go}\n");
    m_driver->press(u"Ctrl+Shift+Down"_s);
    QTRY_COMPARE(names().at(1), u"Zig 1"_s);
    m_driver->press(u"Ctrl+Z"_s);
    QTRY_COMPARE(names().first(), u"Zig 1"_s);
}

void TestWindowViews::keysInTheListMeanTheView()
{
    const QString shown = m_driver->read();
    focusOn(u"cpp"_s);
    m_driver->press(u"F2"_s);
    QTRY_VERIFY(dialog());
    QVERIFY(!m_driver->dialog(u"nameDialog"_s)); // not the case's
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    m_driver->tree()->setFocus();
    m_driver->press(u"F2"_s);
    QTRY_VERIFY(m_driver->dialog(u"nameDialog"_s));
    QTest::keyClick(m_driver->dialog(u"nameDialog"_s), Qt::Key_Escape);
    QCOMPARE(m_driver->read(), shown);
}

void TestWindowViews::collapses()
{
    auto *title = m_driver->window().findChild<QToolButton *>(u"viewsTitle"_s);
    QTest::mouseClick(title, Qt::LeftButton);
    QVERIFY(!list()->isVisible());
    QVERIFY(title->accessibleName().contains(u"collapsed"_s));
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root()));
    QTRY_COMPARE(names().size(), 2);
    QVERIFY(!list()->isVisible());
    title = m_driver->window().findChild<QToolButton *>(u"viewsTitle"_s);
    title->setFocus();
    m_driver->press(u"Space"_s);
    QVERIFY(list()->isVisible());
}

/// Away from the list, nothing may be done to a row that nobody looks at.
void TestWindowViews::menuIsAboutTheViewThatIsShown()
{
    focusOn(u"cpp"_s);
    QVERIFY(m_driver->action(u"trashView"_s)->text().contains(u"From C++"_s));
    m_driver->tree()->setFocus();
    QVERIFY(!m_driver->action(u"trashView"_s)->isEnabled());
    m_driver->press(u"Alt+2"_s);
    QVERIFY(m_driver->action(u"trashView"_s)->text().contains(u"From Go"_s));
    QVERIFY(!m_driver->action(u"moveViewDown"_s)->isEnabled());
    m_driver->action(u"moveViewUp"_s)->trigger();
    QTRY_COMPARE(names(), (QStringList{u"*From Go 2"_s, u"From C++ 1"_s}));
    m_driver->action(u"trashView"_s)->trigger();
    QTRY_COMPARE(names(), QStringList{u"From C++ 1"_s});
}

void TestWindowViews::asTheCommandLineAsks()
{
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->open(m_folder->root()));
    m_driver->window().showView(u"go"_s, u"tags:cache"_s);
    QTRY_COMPARE(query(), u"from:Go tags:cache sort:-year"_s);
    QCOMPARE(names().last().left(8), u"*From Go"_s);
    QCOMPARE(m_driver->cases().size(), 1);
}

void TestWindowViews::problemsOfViews()
{
    auto *problems = m_driver->window().findChild<QToolButton *>(u"problemsButton"_s);
    const QString before = problems->text();
    m_folder->write(u"views/odd.yaml"_s, "name: Odd\nfilter: form:go\n");
    QTRY_VERIFY(problems->text() != before);
    m_driver->press(u"Ctrl+Shift+M"_s);
    const auto rowsOf = [this] {
        QStringList rows;
        for (const QTreeView *view : m_driver->window().findChildren<QTreeView *>()) {
            for (int i = 0; view->isVisible() && view->accessibleName() == u"Problems" && i < view->model()->rowCount();
                 ++i)
                rows.append(view->model()->index(i, 1).data().toString());
        }
        return rows;
    };
    QTRY_VERIFY(rowsOf().contains(u"views/odd.yaml"_s));
    m_folder->remove(u"views/odd.yaml"_s);
    QTRY_VERIFY(!rowsOf().contains(u"views/odd.yaml"_s));
}

void TestWindowViews::readOnlyFolder()
{
    QFile file(m_folder->path(u"views/cpp.yaml"_s));
    QVERIFY(file.setPermissions(QFile::ReadOwner));
    click(u"cpp"_s);
    m_driver->field()->setText(u"tags:web"_s);
    m_driver->press(u"Ctrl+Alt+U"_s);
    QTRY_VERIFY(m_driver->box());
    const QString message = m_driver->box()->text() + m_driver->box()->informativeText();
    QVERIFY2(message.contains(u"cpp.yaml"_s), qPrintable(message));
    QVERIFY(m_driver->answer(u"OK"_s));
    QCOMPARE(this->file(u"cpp"_s), "name: From C++ # ours\nfilter: from:C++\n");
    QCOMPARE(names().first(), u"*From C++ 1~"_s);
    click(u"go"_s);
    m_driver->field()->setText(u"tags:web"_s);
    trigger(openMenu(u"cpp"_s), u"Update with What Is Shown"_s);
    QTRY_VERIFY(m_driver->box());
    QVERIFY(m_driver->answer(u"OK"_s));
    m_folder->write(u"views/zig.yaml"_s, "name: Zig\nfilter: tags:cli\n");
    QTRY_COMPARE(names().size(), 3);
    QCOMPARE(names().mid(0, 2), (QStringList{u"From C++ 1"_s, u"*From Go 2~"_s})); // nothing came of it
}

void TestWindowViews::anotherCorpus()
{
    click(u"go"_s);
    CorpusFolder other;
    other.writeSmall();
    other.write(u"views/one.yaml"_s, "name: One\ngroup: from\n");
    QVERIFY(m_driver->open(other.root()));
    QTRY_COMPARE(names(), QStringList{u"One 5"_s});
    click(u"one"_s);
    QVERIFY2(m_driver->groups().contains(u"Go 2"_s), qPrintable(m_driver->groups().join(u'|')));
    QVERIFY(!m_driver->action(u"renameView"_s)->text().isEmpty());
    m_driver->action(u"closeCorpus"_s)->trigger();
    QTRY_VERIFY(!m_driver->action(u"saveView"_s)->isEnabled());
}

CASEBOOK_GUI_TEST(TestWindowViews)
#include "tst_window_views.moc"
