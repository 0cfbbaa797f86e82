#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/browse/browser.h"
#include "ui/browse/facetrow.h"
#include "ui/browse/facetsection.h"
#include "ui/browse/filterpanel.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus with three more cases, in a shown filter panel: nine tags besides "web", "cache" and
/// "cli", and reasons within claims.
class TestFacetSection : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void sortsByName();
    void remembersTheOrder();
    void findsAValue_data();
    void findsAValue();
    void keysInTheSearch();
    void includesWhatWasFound();
    void shortListsHaveNoSearch();
    void anyOrAll();
    void anyOrAllBeforeAnyIsIncluded();
    void anyOrAllFollowsTheText();
    void partsOfRecords();
    void onlyOneValueMeansNoJoin();
    void onlyThis();
    void groupsInTheQuery_data();
    void groupsInTheQuery();
    void countsAreWhatClicksLeadTo();

private:
    FacetSection *section(const QString &path) const;
    FacetRow *row(const QString &path, const QString &value) const;
    QStringList labels(const QString &path) const;
    QString query() const { return m_window->browser.queryText(); }
    QLineEdit *find(const QString &path) const { return section(path)->findChild<QLineEdit *>(u"findValue"_s); }
    QToolButton *join(const QString &path) const { return section(path)->findChild<QToolButton *>(u"facetJoin"_s); }
    void click(QWidget *widget);
    void choose(const QString &path, const QString &action);
    QStringList menuTexts(const QString &path) const;

    struct Window {
        CorpusSession session;
        Browser browser{session};
        QWidget window;
        FilterPanel *panel = new FilterPanel(browser, &window);

        Window()
        {
            panel->setGeometry(0, 0, 260, 900);
            window.resize(300, 900);
            window.show();
        }
    };

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<Window> m_window;
};

void TestFacetSection::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"corpus.yaml"_s,
                    "name: Small\nroles: {group: decision}\nfields:\n  title: {}\n"
                    "  decision: {type: choice, facet: true}\n"
                    "  tags: {type: list, facet: true}\n"
                    "  claims: {type: records, fields: {reason: {type: choice, facet: true}}}\n");
    m_folder->write(
        u"cases/a.md"_s,
        caseText("A", "decision: yes\ntags: [web, Zebra, v2, v10]\nclaims: [{reason: speed}, {reason: cost}]\n"));
    m_folder->write(u"cases/b.md"_s,
                    caseText("B", "decision: yes\ntags: [web, 'Émile', cache, async]\nclaims: [{reason: speed}]\n"));
    m_folder->write(u"cases/c.md"_s,
                    caseText("C", "decision: no\ntags: [web, cache, cli, i18n, rare]\nclaims: [{reason: cost}]\n"));
    m_folder->write(u"cases/d.md"_s, caseText("D", "decision: no\ntags: [x1, x2, x3]\n"));
    m_window = std::make_unique<Window>();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
    QVERIFY(openAndWait(m_window->session, m_folder->root()));
}

void TestFacetSection::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

FacetSection *TestFacetSection::section(const QString &path) const
{
    for (FacetSection *section : m_window->panel->findChildren<FacetSection *>()) {
        if (section->path() == path)
            return section;
    }
    return nullptr;
}

FacetRow *TestFacetSection::row(const QString &path, const QString &value) const
{
    for (FacetRow *row : section(path)->findChildren<FacetRow *>()) {
        if (!row->isHidden() && row->value().value == value)
            return row;
    }
    return nullptr;
}

QStringList TestFacetSection::labels(const QString &path) const
{
    QMap<int, QString> byPlace;
    for (const FacetRow *row : section(path)->findChildren<FacetRow *>()) {
        if (!row->isHidden())
            byPlace.insert(row->parentWidget()->layout()->indexOf(row), row->value().label);
    }
    return byPlace.values();
}

void TestFacetSection::click(QWidget *widget)
{
    QVERIFY(widget);
    QVERIFY(widget->isVisible());
    QTest::mouseClick(widget, Qt::LeftButton);
}

void TestFacetSection::choose(const QString &path, const QString &action)
{
    auto *button = section(path)->findChild<QToolButton *>(u"facetMenu"_s);
    QVERIFY(button->isVisible());
    QVERIFY(!button->accessibleName().isEmpty());
    click(button);
    auto *menu = button->findChild<QMenu *>();
    QVERIFY(menu->isVisible());
    for (QAction *one : menu->actions()) {
        if (one->text().remove(u'&') == action) {
            one->trigger();
            menu->close();
            return;
        }
    }
    QFAIL(qPrintable(action));
}

QStringList TestFacetSection::menuTexts(const QString &path) const
{
    QMenu *menu = section(path)->findChild<QToolButton *>(u"facetMenu"_s)->findChild<QMenu *>();
    emit menu->aboutToShow();
    QStringList texts;
    for (QAction *one : menu->actions()) {
        if (!one->isSeparator())
            texts.append((one->isChecked() ? u"*"_s : QString()) + one->text().remove(u'&'));
    }
    return texts;
}

void TestFacetSection::sortsByName()
{
    QCOMPARE(labels(u"tags"_s).mid(0, 2), (QStringList{u"web"_s, u"cache"_s}));
    choose(u"tags"_s, u"Sort by Name"_s);
    QCOMPARE(labels(u"tags"_s).first(), u"async"_s);
    QTest::keyClicks(find(u"tags"_s), u"v"_s);
    QCOMPARE(labels(u"tags"_s), (QStringList{u"v2"_s, u"v10"_s})); // numbers as numbers
    QCOMPARE(menuTexts(u"tags"_s).mid(0, 2), (QStringList{u"Sort by Count"_s, u"*Sort by Name"_s}));
    find(u"tags"_s)->clear();
    choose(u"tags"_s, u"Sort by Count"_s);
    QCOMPARE(labels(u"tags"_s).first(), u"web"_s);
}

void TestFacetSection::remembersTheOrder()
{
    choose(u"tags"_s, u"Sort by Name"_s);
    QCOMPARE(m_window->panel->pathsByName(), QStringList{u"tags"_s});
    m_window = std::make_unique<Window>();
    m_window->panel->setPathsByName({u"tags"_s});
    QVERIFY(openAndWait(m_window->session, m_folder->root()));
    QCOMPARE(labels(u"tags"_s).first(), u"async"_s);
    m_window->panel->setPathsByName({});
    QCOMPARE(labels(u"tags"_s).first(), u"web"_s);
}

void TestFacetSection::findsAValue_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("inside a word") << u"ach"_s << QStringList{u"cache"_s};
    QTest::newRow("case") << u"ZEB"_s << QStringList{u"Zebra"_s};
    QTest::newRow("accents") << u"emil"_s << QStringList{u"Émile"_s};
    QTest::newRow("blanks around") << u" rare "_s << QStringList{u"rare"_s};
    QTest::newRow("nothing") << u"nowhere"_s << QStringList();
}

void TestFacetSection::findsAValue()
{
    QFETCH(QString, typed);
    QLineEdit *field = find(u"tags"_s);
    QVERIFY(field->isVisible());
    QCOMPARE(field->accessibleName(), u"Find in Tags"_s);
    QTest::keyClicks(field, typed);
    QTEST(labels(u"tags"_s), "found");
    field->clear();
    QCOMPARE(labels(u"tags"_s).size(), 8);
}

void TestFacetSection::keysInTheSearch()
{
    QLineEdit *field = find(u"tags"_s);
    field->setFocus();
    QTest::keyClicks(field, u"rar"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), row(u"tags"_s, u"rare"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(query(), u"tags:rare"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QVERIFY(field->hasFocus());
}

void TestFacetSection::includesWhatWasFound()
{
    QTest::keyClicks(find(u"tags"_s), u"rar"_s);
    click(row(u"tags"_s, u"rare"_s));
    QCOMPARE(query(), u"tags:rare"_s);
    QCOMPARE(find(u"tags"_s)->text(), u"rar"_s); // the next value may be looked for likewise
    find(u"tags"_s)->clear();
    QVERIFY(row(u"tags"_s, u"rare"_s)); // what is in use is always there
}

void TestFacetSection::shortListsHaveNoSearch()
{
    QVERIFY(!find(u"decision"_s)->isVisible());
}

void TestFacetSection::anyOrAll()
{
    QVERIFY(!join(u"tags"_s)->isVisible());
    click(row(u"tags"_s, u"web"_s));
    QVERIFY(!join(u"tags"_s)->isVisible());
    click(row(u"tags"_s, u"cache"_s));
    QCOMPARE(query(), u"tags:web,cache"_s);
    QCOMPARE(m_window->browser.result().matches(), 3);
    QCOMPARE(join(u"tags"_s)->text(), u"any"_s);
    click(join(u"tags"_s));
    QCOMPARE(query(), u"tags:web tags:cache"_s);
    QCOMPARE(m_window->browser.result().matches(), 2);
    QCOMPARE(join(u"tags"_s)->text(), u"all"_s);
    click(row(u"tags"_s, u"cli"_s));
    QCOMPARE(m_window->browser.result().matches(), 1);
    QVERIFY(!row(u"tags"_s, u"async"_s)->isEnabled()); // no case has all four
    click(join(u"tags"_s));
    QCOMPARE(query(), u"tags:web,cache,cli"_s);
    QCOMPARE(m_window->browser.result().matches(), 3);
}

void TestFacetSection::anyOrAllBeforeAnyIsIncluded()
{
    choose(u"tags"_s, u"Cases with All of the Included"_s);
    QVERIFY(menuTexts(u"tags"_s).contains(u"*Cases with All of the Included"_s));
    QCOMPARE(join(u"tags"_s)->text(), u"all"_s);
    click(row(u"tags"_s, u"web"_s));
    click(row(u"tags"_s, u"cache"_s));
    QCOMPARE(query(), u"tags:web tags:cache"_s);
    choose(u"tags"_s, u"Cases with Any of the Included"_s);
    QCOMPARE(query(), u"tags:web,cache"_s);
}

void TestFacetSection::anyOrAllFollowsTheText()
{
    m_window->browser.setQueryText(u"tags:web tags:cache"_s);
    QCOMPARE(join(u"tags"_s)->text(), u"all"_s);
    m_window->browser.setQueryText(u"tags:web,cache"_s);
    QCOMPARE(join(u"tags"_s)->text(), u"any"_s);
    m_window->browser.setQueryText({});
    QVERIFY(!join(u"tags"_s)->isVisible());
}

void TestFacetSection::partsOfRecords()
{
    QCOMPARE(labels(u"claims.reason"_s).size(), 2);
    click(row(u"claims.reason"_s, u"speed"_s));
    click(row(u"claims.reason"_s, u"cost"_s));
    QCOMPARE(m_window->browser.result().matches(), 3);
    click(join(u"claims.reason"_s));
    QCOMPARE(m_window->browser.result().matches(), 1);
}

void TestFacetSection::onlyOneValueMeansNoJoin()
{
    QCOMPARE(menuTexts(u"decision"_s), (QStringList{u"*Sort by Count"_s, u"Sort by Name"_s}));
    m_window->browser.setQueryText(u"decision:yes,no"_s);
    QVERIFY(!join(u"decision"_s)->isVisible());
}

void TestFacetSection::onlyThis()
{
    m_window->browser.setQueryText(u"some tags:web,cli -tags:x1 decision:no"_s);
    FacetRow *cache = row(u"tags"_s, u"cache"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, cache->rect().center(),
                            cache->mapToGlobal(cache->rect().center()));
    QApplication::sendEvent(cache, &event);
    auto *menu = cache->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().first()->trigger();
    menu->close();
    QCOMPARE(query(), u"some decision:no tags:cache"_s);
}

void TestFacetSection::groupsInTheQuery_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("included"); // of the tags
    QTest::addColumn<QString>("afterClick");
    QTest::newRow("a group beside") << u"(tags:cli OR decision:yes) tags:web"_s << u"web"_s
                                    << u"(tags:cli OR decision:yes) tags:web,cache"_s;
    QTest::newRow("a group alone") << u"tags:web OR tags:x1"_s << QString() << u"(tags:web OR tags:x1) tags:cache"_s;
    QTest::newRow("an excluded group") << u"-(tags:x1 tags:x2) tags:web"_s << u"web"_s
                                       << u"-(tags:x1 tags:x2) tags:web,cache"_s;
}

void TestFacetSection::groupsInTheQuery()
{
    QFETCH(QString, typed);
    m_window->browser.setQueryText(typed);
    QCOMPARE(query(), typed);
    QStringList included;
    for (const FacetRow *one : section(u"tags"_s)->findChildren<FacetRow *>()) {
        if (!one->isHidden() && one->value().state == FacetState::Included)
            included.append(one->value().value);
    }
    QTEST(included.join(u' '), "included");
    click(row(u"tags"_s, u"cache"_s));
    QTEST(query(), "afterClick");
}

/// Of each value that can be clicked on, with some filter there already.
void TestFacetSection::countsAreWhatClicksLeadTo()
{
    for (const QString &filter :
         {QString(), u"decision:no"_s, u"tags:web"_s, u"tags:web tags:cache"_s, u"-tags:rare"_s}) {
        const QList<Facet> facets = m_window->browser.result().facets; // each click makes others
        for (const Facet &facet : facets) {
            for (const FacetValue &value : facet.values) {
                m_window->browser.setQueryText(filter);
                FacetRow *one = section(facet.path) ? row(facet.path, value.value) : nullptr;
                if (!one || !one->isEnabled() || one->value().state != FacetState::Off)
                    continue;
                const bool alone = facet.path != u"tags"_s || !filter.startsWith(u"tags:web tags"_s);
                if (alone && m_window->browser.query().hasField(facet.path))
                    continue; // adds to what is included: the count is that of the value by itself
                const int count = one->value().count;
                click(one);
                QCOMPARE(m_window->browser.result().matches(), count);
            }
        }
    }
}

CASEBOOK_GUI_TEST(TestFacetSection)
#include "tst_facetsection.moc"
