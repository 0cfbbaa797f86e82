#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/export/briefingpreview.h"
#include "ui/export/previewjob.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace casebook;
using namespace Qt::StringLiterals;

class TestBriefingPreview : public QObject {
    Q_OBJECT

private slots:
    void init();

    void showsThePages();
    void turnsPagesByKeys();
    void followsChanges();
    void saysWhyThereIsNothing();
    void isGoneInTheMiddle();

private:
    void draw();

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<BriefingPreview> m_preview;
    Corpus m_corpus;
    SearchResult m_all;
    BriefingOptions m_options;
};

void TestBriefingPreview::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"one.md"_s, "# One\n\nWords.\n");
    m_folder->write(u"two.md"_s, "# Two\n\nWords.\n");
    const Result<Corpus> loaded = loadCorpus(m_folder->root());
    QVERIFY(loaded);
    m_corpus = *loaded;
    m_all = Search(m_corpus).run({}, {});
    m_options = {};
    m_preview = std::make_unique<BriefingPreview>();
    m_preview->resize(300, 400);
    m_preview->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_preview.get()));
}

void TestBriefingPreview::draw()
{
    QSignalSpy complete(m_preview.get(), &BriefingPreview::complete);
    m_preview->show(m_corpus, m_all, m_options);
    QVERIFY(complete.wait(30'000));
}

void TestBriefingPreview::showsThePages()
{
    draw();
    QCOMPARE(m_preview->pages(), 4); // title, contents, and the two
    QCOMPARE(m_preview->page(), 0);
    QVERIFY(!m_preview->findChild<QLabel *>(u"previewPage"_s)->pixmap().isNull());
    QCOMPARE(m_preview->findChild<QLabel *>(u"previewPlace"_s)->text(), u"Page 1 of 4"_s);
}

void TestBriefingPreview::turnsPagesByKeys()
{
    draw();
    m_preview->setFocus();
    QTest::keyClick(m_preview.get(), Qt::Key_PageDown);
    QCOMPARE(m_preview->page(), 1);
    QTest::keyClick(m_preview.get(), Qt::Key_End);
    QCOMPARE(m_preview->page(), 3);
    QTest::keyClick(m_preview.get(), Qt::Key_PageDown);
    QCOMPARE(m_preview->page(), 3);
    QTest::keyClick(m_preview.get(), Qt::Key_Home);
    QTest::keyClick(m_preview.get(), Qt::Key_PageUp);
    QCOMPARE(m_preview->page(), 0);
}

void TestBriefingPreview::followsChanges()
{
    draw();
    m_preview->goTo(3);
    m_options.contents = false;
    draw();
    QCOMPARE(m_preview->pages(), 3);
    QCOMPARE(m_preview->page(), 2); // the last there is
    QSignalSpy complete(m_preview.get(), &BriefingPreview::complete);
    for (int i = 0; i < 5; ++i) { // only the last of quick changes counts
        m_options.contents = i % 2 == 0;
        m_preview->show(m_corpus, m_all, m_options);
    }
    QVERIFY(complete.wait(30'000));
    QCOMPARE(m_preview->pages(), 4);
}

void TestBriefingPreview::saysWhyThereIsNothing()
{
    m_options.logo = u"/nowhere/logo.png"_s;
    draw();
    QCOMPARE(m_preview->pages(), 0);
    QVERIFY(m_preview->findChild<QLabel *>(u"previewPage"_s)->text().contains(u"/nowhere/logo.png"));
    m_options.logo.clear();
    draw();
    QCOMPARE(m_preview->pages(), 4);
}

void TestBriefingPreview::isGoneInTheMiddle()
{
    m_preview->show(m_corpus, m_all, m_options);
    QTRY_VERIFY(m_preview->findChild<PreviewJob *>());
    m_preview.reset();
    QVERIFY(!m_preview);
}

CASEBOOK_GUI_TEST(TestBriefingPreview)
#include "tst_briefingpreview.moc"
