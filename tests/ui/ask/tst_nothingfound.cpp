#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/ask/nothingfound.h"
#include "ui/browse/browser.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Every test has the small corpus.
class TestNothingFound : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void tellsWhatToDrop();
    void dropsByKey();
    void tellsOfExclusions();
    void noneHelps();
    void oneConditionAlone();
    void dropsWhatIsUnderWay();
    void anEmptyCorpus();
    void triesAFewOnly();

private:
    void ask(const QString &text)
    {
        m_browser->setQueryText(text);
        m_view->showAnswer();
    }
    QStringList buttons() const;
    QPushButton *button(const QString &name) const;
    QString text(const char *name) const { return m_view->findChild<QLabel *>(QString::fromLatin1(name))->text(); }

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<NothingFound> m_view;
};

void TestNothingFound::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    m_session = std::make_unique<CorpusSession>();
    m_browser = std::make_unique<Browser>(*m_session);
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    m_view = std::make_unique<NothingFound>(*m_browser);
    m_view->resize(400, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestNothingFound::cleanup()
{
    m_view.reset();
    m_browser.reset();
    m_session.reset();
    m_folder.reset();
}

QStringList TestNothingFound::buttons() const
{
    QStringList texts;
    for (const QPushButton *one : m_view->findChildren<QPushButton *>()) {
        if (one->isVisible())
            texts.append(one->text());
    }
    return texts;
}

QPushButton *TestNothingFound::button(const QString &name) const
{
    for (QPushButton *one : m_view->findChildren<QPushButton *>(name)) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

void TestNothingFound::tellsWhatToDrop()
{
    ask(u"slow from:go decision:adopting"_s);
    QTRY_VERIFY(button(u"clearFromEmpty"_s));
    QCOMPARE(buttons().size(), 2);
    QVERIFY2(buttons().first().contains(u"adopting"_s, Qt::CaseInsensitive), qPrintable(buttons().first()));
    QVERIFY2(buttons().first().contains(u"1 case"_s), qPrintable(buttons().first()));
    QTest::mouseClick(button(u"dropTerm"_s), Qt::LeftButton);
    QCOMPARE(m_browser->queryText(), u"slow from:go"_s);
    QCOMPARE(m_browser->result().matches(), 1);
}

void TestNothingFound::dropsByKey()
{
    ask(u"slow zebra"_s);
    QTRY_VERIFY(button(u"clearFromEmpty"_s));
    QVERIFY2(buttons().first().contains(u"2 case"_s), qPrintable(buttons().first()));
    button(u"dropTerm"_s)->setFocus();
    QTest::keyClick(button(u"dropTerm"_s), Qt::Key_Space);
    QCOMPARE(m_browser->queryText(), u"slow"_s);
}

void TestNothingFound::tellsOfExclusions()
{
    ask(u"slow -some -slow"_s);
    QTRY_VERIFY(button(u"clearFromEmpty"_s));
    QCOMPARE(buttons().size(), 2);
    QVERIFY2(buttons().first().startsWith(u"not “slow”: 2 case"_s), qPrintable(buttons().first()));
    QTest::mouseClick(button(u"dropTerm"_s), Qt::LeftButton);
    QCOMPARE(m_browser->queryText(), u"slow -some"_s);
}

void TestNothingFound::noneHelps()
{
    ask(u"zebra lion"_s);
    QTRY_VERIFY(button(u"clearFromEmpty"_s));
    QCOMPARE(buttons().size(), 1);
    QVERIFY(text("treeAdvice").contains(u"does not help"_s));
    QSignalSpy cleared(m_view.get(), &NothingFound::clearRequested);
    QTest::mouseClick(button(u"clearFromEmpty"_s), Qt::LeftButton);
    QCOMPARE(cleared.count(), 1);
}

void TestNothingFound::oneConditionAlone()
{
    ask(u"zebra"_s);
    QCOMPARE(buttons().size(), 1);
    QVERIFY(!m_view->findChild<QLabel *>(u"treeAdvice"_s)->isVisible());
}

void TestNothingFound::dropsWhatIsUnderWay()
{
    ask(u"slow zebra"_s);
    ask(u"zebra lion"_s); // before anything has been tried
    QTRY_VERIFY(button(u"clearFromEmpty"_s));
    QCOMPARE(buttons().size(), 1);
    ask(u"slow zebra"_s);
    ask(u"slow"_s);
    QCoreApplication::processEvents(); // no timer may be left that adds buttons
    QVERIFY(buttons().isEmpty());
}

void TestNothingFound::anEmptyCorpus()
{
    const CorpusFolder empty;
    QVERIFY(openAndWait(*m_session, empty.root()));
    m_view->showAnswer();
    QVERIFY(text("treeMessage").contains(u"no Markdown files"_s));
    QSignalSpy made(m_view.get(), &NothingFound::newRequested);
    QSignalSpy opened(m_view.get(), &NothingFound::openRequested);
    QTest::mouseClick(button(u"newFromEmpty"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"openFromEmpty"_s), Qt::LeftButton);
    QCOMPARE(made.count(), 1);
    QCOMPARE(opened.count(), 1);
}

void TestNothingFound::triesAFewOnly()
{
    QStringList words;
    for (int i = 0; i < 40; ++i)
        words.append(u"zebra%1"_s.arg(i));
    ask(words.join(u' '));
    QTRY_VERIFY(button(u"clearFromEmpty"_s));
    QCOMPARE(buttons().size(), 1);
}

CASEBOOK_GUI_TEST(TestNothingFound)
#include "tst_nothingfound.moc"
