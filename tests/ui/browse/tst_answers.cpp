#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "tests/ui/support/printtree.h"
#include "ui/ask/nothingfound.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/queryfield.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

/// Holds the thread that searches back before each search, as a corpus of a million cases would.
class Gate {
public:
    explicit Gate(Searcher &searcher)
    {
        searcher.setMostAtOnce(-1);
        searcher.setBefore([this] {
            m_arrived.release();
            m_passes.acquire();
        });
    }
    ~Gate() { open(); }
    Q_DISABLE_COPY_MOVE(Gate)

    /// Waits until a search is about to begin.
    bool waitForSearch() { return m_arrived.tryAcquire(1, 10'000); }
    void let(int searches) { m_passes.release(searches); }
    void open() { m_passes.release(1'000'000); }

private:
    QSemaphore m_arrived;
    QSemaphore m_passes;
};

} // namespace

/// Every test has the small corpus, in a field, a model and what stands in its place, asked by another thread that
/// waits at a gate.
class TestAnswers : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theNewestQuestionAlone();
    void typingAndRubbingOut();
    void theOldAnswerStaysWhole();
    void tellsOfALongWait();
    void filesChangeMeanwhile();
    void anotherCorpusMeanwhile();
    void whatFollowsTheAnswer();
    void askedAside();
    void whatToDrop();
    void countsOfCompletionsComeLater();
    void valuesOfNoFacetComeLater();
    void valuesAreDoubtedLater();
    void sameAsAtOnce_data();
    void sameAsAtOnce();

private:
    struct Window {
        CorpusSession session;
        Browser browser{session};
        CaseTreeModel model{browser};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QWidget window;
        QueryField *field = new QueryField(browser, &window);
    };

    Browser &browser() { return m_window->browser; }
    QStringList tree() const { return printTree(m_window->model); }
    /// What a search that knows of nothing else finds.
    QStringList fresh(const QString &text) const;
    QStringList found() const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<Window> m_window;
    std::unique_ptr<Gate> m_gate;
};

void TestAnswers::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_window = std::make_unique<Window>();
    QVERIFY(openAndWait(m_window->session, m_folder->root()));
    m_window->window.resize(500, 400);
    m_window->window.show();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
    m_window->field->setFocus();
    m_gate = std::make_unique<Gate>(browser().searcher());
}

void TestAnswers::cleanup()
{
    m_gate->open();
    m_window.reset();
    m_gate.reset();
    m_folder.reset();
}

QStringList TestAnswers::fresh(const QString &text) const
{
    const Corpus &corpus = m_window->session.corpus();
    Search search(corpus);
    QStringList ids;
    for (const int position : search.run(parseQuery(text, corpus.schema()), {}).order)
        ids.append(corpus.at(position)->id);
    return ids;
}

QStringList TestAnswers::found() const
{
    QStringList ids;
    for (const int position : m_window->browser.result().order)
        ids.append(m_window->browser.answeredCorpus()->at(position)->id);
    return ids;
}

void TestAnswers::theNewestQuestionAlone()
{
    QSignalSpy answers(&browser(), &Browser::resultChanged);
    QTest::keyClicks(m_window->field, u"s"_s);
    QVERIFY(m_gate->waitForSearch()); // the first key's search has begun, and cannot end
    QTest::keyClicks(m_window->field, u"low"_s);
    QVERIFY(!browser().isAnswered());
    QCOMPARE(answers.size(), 0);
    m_gate->open();
    QTRY_VERIFY(browser().isAnswered());
    QCOMPARE(answers.size(), 1);
    QCOMPARE(browser().answered(), browser().query());
    QCOMPARE(found(), fresh(u"slow"_s));
}

void TestAnswers::typingAndRubbingOut()
{
    m_gate->open();
    int wrong = 0;
    connect(&browser(), &Browser::resultChanged, this, [&] {
        // Whenever the tree changes, it answers what is asked at that moment.
        wrong += found() == fresh(browser().queryText()) && browser().answered() == browser().query() ? 0 : 1;
    });
    QSignalSpy answers(&browser(), &Browser::resultChanged);
    for (const QString &text : {u"web"_s, u"slow"_s, u"rust cog"_s, u"dust"_s, u"acme OR etch"_s}) {
        QTest::keyClicks(m_window->field, text);
        for (qsizetype i = 0; i < text.size(); ++i) {
            QTest::keyClick(m_window->field, Qt::Key_Backspace);
            if (i % 2 == 0)
                QCoreApplication::processEvents();
        }
    }
    QTest::keyClicks(m_window->field, u"bolt"_s);
    QTRY_VERIFY(browser().isAnswered());
    QCOMPARE(found(), QStringList{u"beta"_s});
    QCOMPARE(wrong, 0);
    QVERIFY(!answers.isEmpty());
}

void TestAnswers::theOldAnswerStaysWhole()
{
    const QStringList before = tree();
    browser().setQueryText(u"slow"_s);
    QVERIFY(m_gate->waitForSearch());
    QCOMPARE(browser().queryText(), u"slow"_s);
    QCOMPARE(tree(), before);
    QVERIFY(browser().sought().isEmpty()); // nothing is marked in rows that do not answer it
    QVERIFY(browser().answered().isEmpty());
    m_gate->open();
    QTRY_COMPARE(browser().result().matches(), 2);
    QCOMPARE(browser().sought(), QList<QByteArray>{"slow"});
}

void TestAnswers::tellsOfALongWait()
{
    QSignalSpy delayed(&browser(), &Browser::delayed);
    browser().setQueryText(u"slow"_s);
    QTRY_COMPARE(delayed.size(), 1);
    QVERIFY(delayed.first().first().toBool());
    browser().setQueryText(u"slowly"_s); // still the same wait
    m_gate->open();
    QTRY_VERIFY(browser().isAnswered());
    QTRY_COMPARE(delayed.size(), 2);
    QVERIFY(!delayed.last().first().toBool());
}

void TestAnswers::filesChangeMeanwhile()
{
    browser().setQueryText(u"slow"_s);
    QVERIFY(m_gate->waitForSearch());
    m_folder->remove(u"cases/alpha.md"_s);
    m_folder->write(u"cases/zeta.md"_s, caseText("Zeta", "organization: Zoo\ndecision: adopting\n", "It was slow.\n"));
    QVERIFY(lookAndWait(m_window->session));
    // The rows are those of before, with the cases of before.
    QCOMPARE(tree().size(), 9);
    QCOMPARE(m_window->model.caseAt(m_window->model.indexOf(u"alpha"_s))->title, u"Alpha service"_s);
    m_gate->open();
    QTRY_VERIFY(browser().isAnswered());
    QCOMPARE(found(), fresh(u"slow"_s));
    QCOMPARE(found().size(), 3);
    QVERIFY(!m_window->model.indexOf(u"alpha"_s).isValid());
}

void TestAnswers::anotherCorpusMeanwhile()
{
    CorpusFolder other;
    other.write(u"cases/other.md"_s, caseText("Other", "organization: Odd\n", "It was slow.\n"));
    browser().setQueryText(u"slow"_s);
    QVERIFY(m_gate->waitForSearch());
    QVERIFY(m_window->session.open(other.root()).has_value());
    QCOMPARE(m_window->model.rowCount(), 0);
    m_gate->open();
    QTRY_COMPARE(found(), QStringList{u"cases/other"_s});
    m_window->session.close();
    QTRY_VERIFY(browser().isAnswered());
    QCOMPARE(m_window->model.rowCount(), 0);
}

void TestAnswers::whatFollowsTheAnswer()
{
    QStringList done;
    browser().whenAnswered([&] { done.append(u"at once"_s); });
    QCOMPARE(done, QStringList{u"at once"_s});
    browser().setQueryText(u"slow"_s);
    browser().whenAnswered([&] { done.append(u"replaced"_s); });
    browser().whenAnswered([&] { done.append(found().join(u' ')); });
    QCOMPARE(done.size(), 1);
    m_gate->open();
    QTRY_COMPARE(done.size(), 2);
    QCOMPARE(done.last(), fresh(u"slow"_s).join(u' '));
}

void TestAnswers::askedAside()
{
    const Schema &schema = m_window->session.corpus().schema();
    QObject first, second;
    auto gone = std::make_unique<QObject>();
    QStringList told;
    const auto tell = [&](const QString &name) {
        return [&told, name](int count) { told.append(name + u' ' + QString::number(count)); };
    };
    browser().countOf(parseQuery(u"from:go"_s, schema), &first, tell(u"first"_s));
    QVERIFY(m_gate->waitForSearch());
    browser().countOf(parseQuery(u"tags:cli"_s, schema), &second, tell(u"earlier"_s));
    browser().countOf(parseQuery(u"tags:web"_s, schema), &second, tell(u"second"_s));
    browser().countOf({}, gone.get(), tell(u"gone"_s));
    gone.reset();
    browser().setQueryText(u"slow"_s); // matters more, and what it interrupts is not forgotten
    connect(&browser(), &Browser::resultChanged, this, [&] { told.append(u"answer"_s); });
    m_gate->open();
    QTRY_COMPARE(told, (QStringList{u"answer"_s, u"first 2"_s, u"second 2"_s}));
}

void TestAnswers::whatToDrop()
{
    NothingFound view(browser());
    connect(&browser(), &Browser::resultChanged, &view, &NothingFound::showAnswer);
    view.show();
    browser().setQueryText(u"slow from:go decision:adopting"_s);
    QVERIFY(m_gate->waitForSearch());
    m_gate->let(2); // the answer, and the first condition dropped
    QTRY_COMPARE(browser().answered(), browser().query());
    browser().setQueryText(u"slow zebra"_s);
    m_gate->open();
    QTRY_VERIFY(view.findChild<QPushButton *>(u"clearFromEmpty"_s));
    QStringList texts;
    for (const QPushButton *button : view.findChildren<QPushButton *>(u"dropTerm"_s)) {
        if (button->isVisible())
            texts.append(button->text());
    }
    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.first().contains(u"2 case"_s), qPrintable(texts.first()));
}

void TestAnswers::countsOfCompletionsComeLater()
{
    browser().setQueryText(u"slow "_s);
    m_gate->let(1);
    QTRY_VERIFY(browser().isAnswered());
    m_window->field->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_window->field, u"decision:"_s);
    const auto *list = m_window->window.findChild<QListWidget *>(u"queryPopupList"_s);
    QVERIFY(list && list->isVisible());
    const auto details = [&] {
        QStringList all;
        for (int row = 0; row < list->count(); ++row)
            all.append(list->item(row)->data(Qt::AccessibleTextRole).toString());
        return all;
    };
    const QStringList withoutCounts = details();
    QCOMPARE(withoutCounts.size(), 3);
    m_gate->open();
    QTRY_VERIFY(details() != withoutCounts);
    QVERIFY2(details().contains(u"Adopting, Decision  0"_s), qPrintable(details().join(u'\n')));
    QVERIFY2(details().contains(u"Migrating, Decision  1"_s), qPrintable(details().join(u'\n')));
}

// A field that is no facet is read in another thread; meanwhile the person may write on, or leave.
void TestAnswers::valuesOfNoFacetComeLater()
{
    m_gate->open();
    QTest::keyClicks(m_window->field, u"organization:b"_s);
    const auto *list = m_window->window.findChild<QListWidget *>(u"queryPopupList"_s);
    QVERIFY(list && !list->isVisible());
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"Bolt"_s);
    QTRY_COMPARE(found(), fresh(u"organization:b"_s));
}

void TestAnswers::valuesAreDoubtedLater()
{
    m_gate->open();
    const auto notes = [&] { return m_window->field->reading().notes.size(); };
    m_window->field->setText(u"tags:clo"_s);
    QCOMPARE(notes(), 0);
    QTRY_COMPARE(notes(), 1);
    QCOMPARE(m_window->field->reading().notes.first().suggestion, u"cli"_s);
    m_window->field->setText(u"tags:cli"_s);
    QCOMPARE(notes(), 0);
}

void TestAnswers::sameAsAtOnce_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query :
         {"", "slow", "from:go", "-from:go", "slow OR year:2018", "sort:-year", "nowhere", "rust -slow"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void TestAnswers::sameAsAtOnce()
{
    QFETCH(QString, query);
    m_gate->open();
    browser().setQueryText(u"something else"_s);
    browser().setQueryText(query);
    QTRY_VERIFY(browser().isAnswered());
    const SearchResult later = browser().result();
    browser().searcher().setMostAtOnce(1000);
    browser().setQueryText(u"something else"_s);
    browser().setQueryText(query);
    QVERIFY(browser().isAnswered());
    QCOMPARE(later.order, browser().result().order);
    QCOMPARE(later.facets.size(), browser().result().facets.size());
    for (qsizetype i = 0; i < later.facets.size(); ++i) {
        for (qsizetype value = 0; value < later.facets.at(i).values.size(); ++value)
            QCOMPARE(later.facets.at(i).values.at(value).count, browser().result().facets.at(i).values.at(value).count);
    }
}

CASEBOOK_GUI_TEST(TestAnswers)
#include "tst_answers.moc"
