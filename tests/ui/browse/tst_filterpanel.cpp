#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/browse/browser.h"
#include "ui/browse/facetrow.h"
#include "ui/browse/facetsection.h"
#include "ui/browse/filterpanel.h"
#include "ui/browse/queryfield.h"
#include "ui/browse/rangehistogram.h"
#include "ui/browse/yearsection.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLayout>
#include <QMenu>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus, with a shown filter panel and a query field on it.
class TestFilterPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsFacets();
    void clickGoesRound();
    void altClickExcludes();
    void keysForEachState();
    void keysGoRound_data();
    void keysGoRound();
    void arrowsMoveTheFocus();
    void contextMenu_data();
    void contextMenu();
    void zeroCountsStay();
    void clearsOneField();
    void clearsAll();
    void collapses();
    void remembersWhatIsCollapsed();
    void longListsAreCut();
    void clicksFollowTheText();
    void yearsBySpinBoxes();
    void yearsByDragging_data();
    void yearsByDragging();
    void yearsFollowTheText();
    void followsAnotherCorpus();

private:
    struct Window {
        CorpusSession session;
        Browser browser{session};
        QWidget window;
        QueryField *field = new QueryField(browser, &window);
        FilterPanel *panel = new FilterPanel(browser, &window);

        Window()
        {
            panel->setGeometry(0, 40, 260, 760);
            window.resize(300, 800);
            window.show();
        }
    };

    FilterSection *section(const QString &path) const;
    QStringList rowTexts(const QString &path) const;
    FacetRow *row(const QString &path, const QString &value) const;
    QToolButton *button(const QString &path, const QString &text) const;
    void click(QWidget *widget, Qt::KeyboardModifiers modifiers = {});
    QString query() const { return m_window->browser.queryText(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<Window> m_window;
};

void TestFilterPanel::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_window = std::make_unique<Window>();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
    QVERIFY(openAndWait(m_window->session, m_folder->root()));
}

void TestFilterPanel::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

FilterSection *TestFilterPanel::section(const QString &path) const
{
    for (FilterSection *section : m_window->panel->findChildren<FilterSection *>()) {
        if (section->path() == path)
            return section;
    }
    return nullptr;
}

/// "label count", with a "+" or "-" before what is included or excluded, and "." behind what is disabled.
QStringList TestFilterPanel::rowTexts(const QString &path) const
{
    QMap<int, QString> byPlace;
    for (const FacetRow *row : section(path)->findChildren<FacetRow *>()) {
        if (row->isHidden())
            continue;
        const FacetState state = row->value().state;
        const QString sign = state == FacetState::Included ? u"+"_s
            : state == FacetState::Excluded                ? u"-"_s
                                                           : QString();
        const int place = row->parentWidget()->layout()->indexOf(row);
        byPlace.insert(place,
                       sign + row->value().label + u' ' + QString::number(row->value().count)
                           + (row->isEnabled() ? u""_s : u"."_s));
    }
    return byPlace.values();
}

FacetRow *TestFilterPanel::row(const QString &path, const QString &value) const
{
    for (FacetRow *row : section(path)->findChildren<FacetRow *>()) {
        if (!row->isHidden() && row->value().value == value)
            return row;
    }
    return nullptr;
}

QToolButton *TestFilterPanel::button(const QString &path, const QString &text) const
{
    for (QToolButton *button : section(path)->findChildren<QToolButton *>()) {
        if (button->text() == text || button->toolTip() == text)
            return button;
    }
    return nullptr;
}

void TestFilterPanel::click(QWidget *widget, Qt::KeyboardModifiers modifiers)
{
    QVERIFY(widget);
    QVERIFY(widget->isVisible());
    QTest::mouseClick(widget, Qt::LeftButton, modifiers);
}

void TestFilterPanel::showsFacets()
{
    QCOMPARE(rowTexts(u"decision"_s), (QStringList{u"Migrating 2"_s, u"Adopting 1"_s, u"Against 1"_s}));
    QCOMPARE(rowTexts(u"from"_s), (QStringList{u"Go 2"_s, u"C++ 1"_s, u"Rust 1"_s}));
    QVERIFY(!section(u"to"_s));
    QVERIFY(qobject_cast<YearSection *>(section(u"year"_s)));
    QCOMPARE(row(u"from"_s, u"Go"_s)->accessibleName(), u"Go, 2 case(s)"_s);
}

void TestFilterPanel::clickGoesRound()
{
    click(row(u"from"_s, u"Go"_s));
    QCOMPARE(query(), u"from:Go"_s);
    QCOMPARE(rowTexts(u"from"_s), (QStringList{u"+Go 2"_s, u"C++ 1"_s, u"Rust 1"_s}));
    QVERIFY(row(u"from"_s, u"Go"_s)->accessibleName().endsWith(u"included"_s));
    click(row(u"from"_s, u"Go"_s));
    QCOMPARE(query(), u"-from:Go"_s);
    QCOMPARE(rowTexts(u"from"_s), (QStringList{u"-Go 2"_s, u"C++ 0."_s, u"Rust 1"_s}));
    QVERIFY(row(u"from"_s, u"Go"_s)->accessibleName().endsWith(u"excluded"_s));
    click(row(u"from"_s, u"Go"_s));
    QCOMPARE(query(), QString());
    QCOMPARE(m_window->browser.result().matches(), 5);
}

void TestFilterPanel::altClickExcludes()
{
    click(row(u"from"_s, u"Go"_s), Qt::AltModifier);
    QCOMPARE(query(), u"-from:Go"_s);
    click(row(u"from"_s, u"Go"_s), Qt::AltModifier);
    QCOMPARE(query(), QString());
}

void TestFilterPanel::keysForEachState()
{
    FacetRow *go = row(u"from"_s, u"Go"_s);
    go->setFocus();
    QTest::keyClick(go, Qt::Key_Minus);
    QCOMPARE(query(), u"-from:Go"_s);
    QTest::keyClick(go, Qt::Key_Plus);
    QCOMPARE(query(), u"from:Go"_s);
    QTest::keyClick(go, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(query(), u"-from:Go"_s);
    QTest::keyClick(go, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(query(), QString());
    QTest::keyClick(go, Qt::Key_Plus);
    QTest::keyClick(go, Qt::Key_Delete);
    QCOMPARE(query(), QString());
}

void TestFilterPanel::keysGoRound_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("space") << Qt::Key_Space;
    QTest::newRow("return") << Qt::Key_Return;
    QTest::newRow("enter") << Qt::Key_Enter;
}

void TestFilterPanel::keysGoRound()
{
    QFETCH(Qt::Key, key);
    FacetRow *go = row(u"from"_s, u"Go"_s);
    go->setFocus();
    QTest::keyClick(go, key);
    QCOMPARE(query(), u"from:Go"_s);
    QTest::keyClick(go, key);
    QCOMPARE(query(), u"-from:Go"_s);
    QTest::keyClick(go, key);
    QCOMPARE(query(), QString());
    QVERIFY(go->hasFocus());
}

void TestFilterPanel::arrowsMoveTheFocus()
{
    row(u"decision"_s, u"migrating"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), row(u"decision"_s, u"adopting"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), row(u"decision"_s, u"against"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget(), row(u"decision"_s, u"adopting"_s));
}

void TestFilterPanel::contextMenu_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("query");
    QTest::newRow("only this") << u"Only This"_s << u"tags:web from:Rust"_s;
    QTest::newRow("include") << u"Include"_s << u"tags:web from:Rust"_s;
    QTest::newRow("exclude") << u"Exclude"_s << u"tags:web -from:Rust"_s;
    QTest::newRow("let go") << u"Off"_s << u"tags:web"_s;
}

void TestFilterPanel::contextMenu()
{
    QFETCH(QString, action);
    m_window->browser.setQueryText(u"from:Rust tags:web"_s);
    FacetRow *rust = row(u"from"_s, u"Rust"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, rust->rect().center(),
                            rust->mapToGlobal(rust->rect().center()));
    QApplication::sendEvent(rust, &event);
    auto *menu = rust->findChild<QMenu *>();
    QVERIFY(menu);
    for (QAction *one : menu->actions()) {
        const QString text = one->text().remove(u'&');
        QCOMPARE(one->isChecked(), text == u"Include"_s);
        if (text == action)
            one->trigger();
    }
    menu->close();
    QTEST(query(), "query");
}

void TestFilterPanel::zeroCountsStay()
{
    const QStringList before = rowTexts(u"from"_s);
    click(row(u"decision"_s, u"adopting"_s));
    QCOMPARE(rowTexts(u"from"_s), (QStringList{u"Go 0."_s, u"C++ 0."_s, u"Rust 0."_s}));
    QCOMPARE(rowTexts(u"decision"_s), (QStringList{u"Migrating 2"_s, u"+Adopting 1"_s, u"Against 1"_s}));
    click(row(u"from"_s, u"Go"_s)); // cannot be asked for
    QCOMPARE(query(), u"decision:adopting"_s);
    m_window->browser.setQueryText(u"decision:adopting from:Go"_s);
    click(row(u"from"_s, u"Go"_s)); // but what is asked for can be taken back
    click(row(u"from"_s, u"Go"_s));
    QCOMPARE(query(), u"decision:adopting"_s);
    m_window->browser.clearQuery();
    QCOMPARE(rowTexts(u"from"_s), before);
}

void TestFilterPanel::clearsOneField()
{
    const QString clear = u"Drop all conditions on From"_s;
    QVERIFY(button(u"from"_s, clear)->isHidden());
    m_window->browser.setQueryText(u"from:Go tags:web -from:Rust"_s);
    click(button(u"from"_s, clear));
    QCOMPARE(query(), u"tags:web"_s);
    QVERIFY(button(u"from"_s, clear)->isHidden());
}

void TestFilterPanel::clearsAll()
{
    auto *clear = m_window->panel->findChild<QToolButton *>(u"clearFilters"_s);
    QVERIFY(!clear->isEnabled());
    m_window->browser.setQueryText(u"slow from:Go year:2019.."_s);
    QVERIFY(clear->isEnabled());
    click(clear);
    QCOMPARE(query(), QString());
    QCOMPARE(m_window->field->text(), QString());
    QCOMPARE(m_window->browser.result().matches(), 5);
}

void TestFilterPanel::collapses()
{
    QToolButton *title = button(u"from"_s, u"From"_s);
    QCOMPARE(title->accessibleName(), u"Filter: From"_s);
    click(title);
    QVERIFY(section(u"from"_s)->isCollapsed());
    QVERIFY(!row(u"from"_s, u"Go"_s)->isVisible());
    QCOMPARE(title->accessibleName(), u"Filter: From, collapsed"_s);
    m_window->browser.setQueryText(u"slow"_s);
    QVERIFY(section(u"from"_s)->isCollapsed());
    title->setFocus();
    QTest::keyClick(title, Qt::Key_Space);
    QVERIFY(row(u"from"_s, u"Go"_s)->isVisible());
    QCOMPARE(title->accessibleName(), u"Filter: From"_s);
}

void TestFilterPanel::remembersWhatIsCollapsed()
{
    click(button(u"from"_s, u"From"_s));
    click(button(u"year"_s, u"Year"_s));
    QCOMPARE(m_window->panel->collapsedPaths(), (QStringList{u"from"_s, u"year"_s}));

    m_window = std::make_unique<Window>();
    m_window->panel->setCollapsedPaths({u"from"_s, u"elsewhere"_s}); // before there is a corpus
    QVERIFY(openAndWait(m_window->session, m_folder->root()));
    QVERIFY(section(u"from"_s)->isCollapsed());
    QVERIFY(!section(u"year"_s)->isCollapsed());
    m_window->panel->setCollapsedPaths({u"year"_s});
    QVERIFY(!section(u"from"_s)->isCollapsed());
    QVERIFY(section(u"year"_s)->isCollapsed());
}

void TestFilterPanel::longListsAreCut()
{
    for (int i = 10; i < 22; ++i)
        m_folder->write(u"cases/n%1.md"_s.arg(i), caseText("N", "tags: [t" + QByteArray::number(i) + "]\n"));
    QVERIFY(lookAndWait(m_window->session));
    QCOMPARE(rowTexts(u"tags"_s).size(), 8); // of fifteen
    m_window->browser.setQueryText(u"tags:t21"_s);
    QCOMPARE(rowTexts(u"tags"_s).size(), 9); // what is in use is always there
    m_window->browser.clearQuery();
    click(button(u"tags"_s, u"7 more…"_s));
    QCOMPARE(rowTexts(u"tags"_s).size(), 15);
    click(button(u"tags"_s, u"Show fewer"_s));
    QCOMPARE(rowTexts(u"tags"_s).size(), 8);
}

void TestFilterPanel::clicksFollowTheText()
{
    QTest::keyClicks(m_window->field, u"-tags:web"_s);
    QCOMPARE(rowTexts(u"tags"_s).filter(u"web"_s), QStringList{u"-web 2"_s});
    click(row(u"decision"_s, u"against"_s));
    QCOMPARE(m_window->field->text(), u"-tags:web decision:against"_s);
    QTest::keyClick(m_window->field, Qt::Key_Escape);
    QCOMPARE(rowTexts(u"decision"_s), (QStringList{u"Migrating 2"_s, u"Adopting 1"_s, u"Against 1"_s}));
    QCOMPARE(query(), QString());
}

void TestFilterPanel::yearsBySpinBoxes()
{
    const QList<QSpinBox *> boxes = section(u"year"_s)->findChildren<QSpinBox *>();
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(boxes.first()->value(), 2018);
    QCOMPARE(boxes.last()->value(), 2024);
    QTest::keyClick(boxes.first(), Qt::Key_Up);
    QCOMPARE(query(), u"year:2019.."_s);
    boxes.last()->setFocus();
    boxes.last()->selectAll();
    QTest::keyClicks(boxes.last(), u"2021"_s);
    QTest::keyClick(boxes.last(), Qt::Key_Return);
    QCOMPARE(query(), u"year:2019..2021"_s);
    QCOMPARE(m_window->browser.result().matches(), 2);
    QTest::keyClick(boxes.first(), Qt::Key_Down); // to the first year there is: no bound
    QCOMPARE(query(), u"year:..2021"_s);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(boxes.last(), Qt::Key_Up);
    QCOMPARE(query(), QString());
}

void TestFilterPanel::yearsByDragging_data()
{
    QTest::addColumn<double>("from"); // parts of the width
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("query");
    // Seven years stand from 2018 to 2024.
    QTest::newRow("a click") << 2.5 / 7 << 2.5 / 7 << u"year:2020..2020"_s;
    QTest::newRow("to the right") << 1.5 / 7 << 3.5 / 7 << u"year:2019..2021"_s;
    QTest::newRow("to the left") << 3.5 / 7 << 1.5 / 7 << u"year:2019..2021"_s;
    QTest::newRow("out on the right") << 2.5 / 7 << 1.5 << u"year:2020.."_s;
    QTest::newRow("out on the left") << 2.5 / 7 << -1.0 << u"year:..2020"_s;
    QTest::newRow("over all") << 0.5 / 7 << 6.5 / 7 << QString();
}

void TestFilterPanel::yearsByDragging()
{
    QFETCH(double, from);
    QFETCH(double, to);
    auto *histogram = section(u"year"_s)->findChild<RangeHistogram *>();
    const auto at = [&](double part) {
        return QPoint(8 + static_cast<int>(part * (histogram->width() - 16)), histogram->height() / 2);
    };
    QTest::mousePress(histogram, Qt::LeftButton, {}, at(from));
    QTest::mouseMove(histogram, at(to));
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, at(to));
    QTEST(query(), "query");
}

void TestFilterPanel::yearsFollowTheText()
{
    const QList<QSpinBox *> boxes = section(u"year"_s)->findChildren<QSpinBox *>();
    m_window->field->setText(u"year:2019..2022"_s);
    QCOMPARE(boxes.first()->value(), 2019);
    QCOMPARE(boxes.last()->value(), 2022);
    m_window->field->setText(u"year:>=2020 slow"_s);
    QCOMPARE(boxes.first()->value(), 2020);
    QCOMPARE(boxes.last()->value(), 2024);
    QCOMPARE(query(), u"year:>=2020 slow"_s); // nobody has rewritten it
    m_window->field->setText({});
    QCOMPARE(boxes.first()->value(), 2018);
}

void TestFilterPanel::followsAnotherCorpus()
{
    CorpusFolder other;
    other.write(u"corpus.yaml"_s,
                "name: Other\nfields:\n  title: {type: text}\n  colour: {type: choice, facet: true}\n");
    other.write(u"cases/one.md"_s, caseText("One", "colour: red\n"));
    QVERIFY(openAndWait(m_window->session, other.root()));
    QTRY_VERIFY(section(u"colour"_s));
    QCOMPARE(rowTexts(u"colour"_s), QStringList{u"red 1"_s});
    QTRY_VERIFY(!section(u"from"_s));
}

CASEBOOK_GUI_TEST(TestFilterPanel)
#include "tst_filterpanel.moc"
