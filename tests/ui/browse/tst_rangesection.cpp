#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/browse/browser.h"
#include "ui/browse/filterpanel.h"
#include "ui/browse/rangehistogram.h"
#include "ui/browse/rangesection.h"

#include <QLineEdit>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has a corpus with a number and a date as facets, in a shown filter panel.
class TestRangeSection : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void byKeys_data();
    void byKeys();
    void odd_data();
    void odd();
    void byDragging();
    void followsTheText();
    void manyValues();
    void noValues();
    void fewBarsAreNoBlocks();

private:
    RangeSection *section(const QString &path) const;
    QLineEdit *from(const QString &path) const { return section(path)->findChildren<QLineEdit *>().first(); }
    QLineEdit *to(const QString &path) const { return section(path)->findChildren<QLineEdit *>().last(); }
    void enter(QLineEdit *field, const QString &text);
    QString query() const { return m_window->browser.queryText(); }

    struct Window {
        CorpusSession session;
        Browser browser{session};
        QWidget window;
        FilterPanel *panel = new FilterPanel(browser, &window);

        Window()
        {
            panel->setGeometry(0, 0, 260, 700);
            window.resize(300, 700);
            window.show();
        }
    };

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<Window> m_window;
};

void TestRangeSection::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"corpus.yaml"_s,
                    "name: Numbers\nfields:\n  title: {}\n  lines: {type: number, facet: true}\n"
                    "  day: {type: date, facet: true}\n");
    m_folder->write(u"cases/a.md"_s, caseText("A", "lines: 200\nday: 2019-05-01\n"));
    m_folder->write(u"cases/b.md"_s, caseText("B", "lines: 90\nday: 2020-01-15\n"));
    m_folder->write(u"cases/c.md"_s, caseText("C", "lines: 1000000\nday: 2020-02-20\n"));
    m_folder->write(u"cases/d.md"_s, caseText("D", "lines: 3.5\nday: 2024-12-31\n"));
    m_folder->write(u"cases/e.md"_s, caseText("E", "lines: many\n"));
    m_window = std::make_unique<Window>();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
    QVERIFY(openAndWait(m_window->session, m_folder->root()));
    QVERIFY(section(u"lines"_s));
    QVERIFY(section(u"day"_s));
}

void TestRangeSection::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

RangeSection *TestRangeSection::section(const QString &path) const
{
    for (RangeSection *section : m_window->panel->findChildren<RangeSection *>()) {
        if (section->path() == path)
            return section;
    }
    return nullptr;
}

void TestRangeSection::enter(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    if (text.isEmpty())
        QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestRangeSection::byKeys_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("low");
    QTest::addColumn<QString>("high");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("matches");
    QTest::newRow("from a number") << u"lines"_s << u"90"_s << QString() << u"lines:90.."_s << 3;
    QTest::newRow("up to a number") << u"lines"_s << QString() << u"200"_s << u"lines:..200"_s << 3;
    QTest::newRow("both") << u"lines"_s << u"50"_s << u"500"_s << u"lines:50..500"_s << 2;
    QTest::newRow("a fraction") << u"lines"_s << QString() << u"3.5"_s << u"lines:..3.5"_s << 1;
    QTest::newRow("from a day") << u"day"_s << u"2020-02-01"_s << QString() << u"day:2020-02-01.."_s << 2;
    QTest::newRow("a year of days") << u"day"_s << u"2020"_s << u"2020"_s << u"day:2020..2020"_s << 2;
}

void TestRangeSection::byKeys()
{
    QFETCH(QString, path);
    QFETCH(QString, low);
    QFETCH(QString, high);
    if (!low.isEmpty())
        enter(from(path), low);
    if (!high.isEmpty())
        enter(to(path), high);
    QTEST(query(), "query");
    QTEST(m_window->browser.result().matches(), "matches");
    enter(from(path), {});
    enter(to(path), {});
    QCOMPARE(query(), QString());
}

void TestRangeSection::odd_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("words") << u"a few"_s;
    QTest::newRow("a query") << u"1 OR 2"_s;
}

void TestRangeSection::odd()
{
    QFETCH(QString, typed);
    m_window->browser.setQueryText(u"lines:50.."_s);
    enter(from(u"lines"_s), typed);
    QCOMPARE(query(), u"lines:50.."_s);
    QCOMPARE(from(u"lines"_s)->text(), u"50"_s); // what holds
}

void TestRangeSection::byDragging()
{
    auto *histogram = section(u"lines"_s)->findChild<RangeHistogram *>();
    QCOMPARE(histogram->accessibleName(), u"Cases by Lines"_s);
    // Four columns: 3.5, 90, 200, 1000000.
    const auto at = [&](double part) {
        return QPoint(8 + static_cast<int>(part * (histogram->width() - 16)), histogram->height() / 2);
    };
    QTest::mouseClick(histogram, Qt::LeftButton, {}, at(1.5 / 4));
    QCOMPARE(query(), u"lines:90..90"_s);
    QTest::mousePress(histogram, Qt::LeftButton, {}, at(2.5 / 4));
    QTest::mouseMove(histogram, at(1.5 / 4));
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, at(1.5 / 4));
    QCOMPARE(query(), u"lines:90..200"_s);
    QCOMPARE(m_window->browser.result().matches(), 2);
    QTest::mousePress(histogram, Qt::LeftButton, {}, at(0.5 / 4));
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, at(3.5 / 4));
    QCOMPARE(query(), QString());
}

void TestRangeSection::followsTheText()
{
    m_window->browser.setQueryText(u"day:2020.."_s);
    QCOMPARE(from(u"day"_s)->text(), u"2020"_s);
    QCOMPARE(to(u"day"_s)->text(), QString());
    QCOMPARE(from(u"day"_s)->placeholderText(), u"2019-05-01"_s);
    m_window->browser.clearQuery();
    QCOMPARE(from(u"day"_s)->text(), QString());
}

void TestRangeSection::manyValues()
{
    for (int i = 0; i < 60; ++i)
        m_folder->write(u"cases/n%1.md"_s.arg(i), caseText("N", "lines: " + QByteArray::number(1000 + i) + "\n"));
    QVERIFY(lookAndWait(m_window->session));
    auto *histogram = section(u"lines"_s)->findChild<RangeHistogram *>();
    QTest::mouseClick(histogram, Qt::LeftButton, {}, QPoint(12, histogram->height() / 2));
    QVERIFY2(query().startsWith(u"lines:.."_s), qPrintable(query()));
    QVERIFY(m_window->browser.result().matches() > 1); // a column stands for several values
    QVERIFY(m_window->browser.result().matches() < 10);
}

void TestRangeSection::noValues()
{
    CorpusFolder other;
    other.write(u"corpus.yaml"_s, "name: None\nfields:\n  title: {}\n  lines: {type: number, facet: true}\n");
    other.write(u"cases/a.md"_s, caseText("A", "lines: many\n"));
    QVERIFY(openAndWait(m_window->session, other.root()));
    QTRY_VERIFY(!section(u"lines"_s) || section(u"lines"_s)->isHidden());
}

void TestRangeSection::fewBarsAreNoBlocks()
{
    RangeHistogram histogram;
    histogram.resize(300, 60);
    histogram.setBars({{u"2024"_s, 3}});
    histogram.setRange(0, 0);
    const QImage image = histogram.grab().toImage();
    int inked = 0;
    for (int x = 0; x < image.width(); ++x)
        inked += image.pixelColor(x, 30) != image.pixelColor(0, 0);
    QVERIFY(inked > 0);
    QVERIFY2(inked < 40, qPrintable(QString::number(inked)));
}

CASEBOOK_GUI_TEST(TestRangeSection)
#include "tst_rangesection.moc"
