#include "core/corpus/casereader.h"
#include "core/sources/archivestore.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/provenance/provenancenote.h"
#include "ui/provenance/provenancesearch.h"
#include "ui/read/caseview.h"
#include "ui/read/evidencepanel.h"
#include "ui/read/typesetcase.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description =
    "name: Small\nfields:\n  title: {type: text}\n"
    "  claims: {type: records, fields: {side: {}, reason: {}, text: {}, source: {type: number}}}\n"
    "  sources: {type: records, fields: {title: {}, url: {type: url}, relation: {}}}\n";

const QByteArray frontMatter =
    "sources:\n  - {title: Queue, url: 'https://blog.test/queue', relation: first-party}\n"
    "  - {title: Press, url: 'https://press.test/', relation: third-party}\n"
    "claims:\n  - {side: for, reason: Speed, text: The drivers waited while the queue stood still., source: 1}\n"
    "  - {side: against, reason: People, text: Few people know the language., source: 2}\n";

const QByteArray body = "Words.\n\n> Every evening the queue stood still for ten seconds.\n\nMore.\n\n"
                        "> Nobody ever wrote this sentence down.\n> — source 1\n";

const QByteArray page = "Every evening the queue stood still for two seconds, and the drivers waited at the gate.\n";

} // namespace

/// Every test has a case with claims and quotes in a shown view.
class TestProvenanceMarks : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingWithoutSnapshots();
    void tellsWhatWasSeen();
    void leadsToThePassage();
    void isReachedByKeys();
    void isPartOfTheExplanation();
    void staysUntilTheCaseChanges();
    void isNotPrinted();
    void onlyTheLastQuestionIsAnswered();

private:
    void keep() const;
    ProvenanceSearch::Question question() const;
    void lookAndShow();
    ShownCase shown() const;
    /// The format of the link to a passage; one that is no link where there is none.
    QTextCharFormat markOf(SoughtWords::Kind kind, int number) const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<ProvenanceSearch> m_search;
    std::unique_ptr<CaseView> m_view;
};

void TestProvenanceMarks::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->write(u"cases/a.md"_s, caseText("A case", frontMatter, body));
    m_session = std::make_unique<CorpusSession>();
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    m_search = std::make_unique<ProvenanceSearch>();
    m_view = std::make_unique<CaseView>();
    m_view->resize(900, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->showCase(shown());
    m_view->setFocus();
}

void TestProvenanceMarks::cleanup()
{
    m_view.reset();
    m_search.reset();
    m_session.reset();
    m_folder.reset();
}

void TestProvenanceMarks::keep() const
{
    Snapshot look;
    look.url = u"https://blog.test/queue"_s;
    look.taken = QDateTime::fromString(u"2026-11-20T08:30:00Z"_s, Qt::ISODate);
    look.status = 200;
    look.type = u"text/plain"_s;
    QVERIFY(keepSnapshot(m_folder->root(), look, page));
}

ShownCase TestProvenanceMarks::shown() const
{
    const Corpus &corpus = m_session->corpus();
    ShownCase shown;
    shown.study = corpus.find(u"a"_s);
    shown.document = readDocument(corpus.layout(), shown.study->path).value_or(Document());
    shown.schema = corpus.schema();
    shown.layout = corpus.layout();
    shown.today = corpus.today();
    return shown;
}

ProvenanceSearch::Question TestProvenanceMarks::question() const
{
    const ShownCase &now = m_view->shown();
    return {now.study, now.schema, now.document.bodyText().toByteArray(), m_folder->root(),
            Archive::read(m_folder->root())};
}

void TestProvenanceMarks::lookAndShow()
{
    QList<Provenance> all;
    const auto connection = connect(m_search.get(), &ProvenanceSearch::found, m_view.get(),
                                    [&](const CaseStudyPtr &, const QList<Provenance> &found) { all = found; });
    m_search->look(question());
    QTRY_VERIFY(!m_search->isRunning());
    disconnect(connection);
    m_view->setProvenance(all);
}

QTextCharFormat TestProvenanceMarks::markOf(SoughtWords::Kind kind, int number) const
{
    SoughtWords sought;
    sought.kind = kind;
    sought.number = number;
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref() == passageLink(sought))
                return it.fragment().charFormat();
        }
    }
    return {};
}

void TestProvenanceMarks::nothingWithoutSnapshots()
{
    const QString before = m_view->toPlainText();
    lookAndShow();
    QCOMPARE(m_view->toPlainText(), before);
}

void TestProvenanceMarks::tellsWhatWasSeen()
{
    keep();
    lookAndShow();
    const QString text = m_view->toPlainText();
    QVERIFY2(text.contains(u"✓ passage found in the copy"), qPrintable(text));
    QVERIFY(text.contains(u"≈ found with changes in the copy"));
    QVERIFY(text.contains(u"✗ not found in the copy"));
    const QTextCharFormat changed = markOf(SoughtWords::Kind::Quote, 4);
    QVERIFY(changed.isAnchor());
    QVERIFY2(changed.toolTip().contains(u"Instead of “ten” the page has “two”."), qPrintable(changed.toolTip()));
    QVERIFY(!markOf(SoughtWords::Kind::Claim, 2).isAnchor()); // of whose source no copy is kept
}

void TestProvenanceMarks::leadsToThePassage()
{
    keep();
    lookAndShow();
    const QSignalSpy spy(m_view.get(), &CaseView::passageRequested);
    emit m_view->anchorClicked(QUrl(markOf(SoughtWords::Kind::Quote, 4).anchorHref()));
    emit m_view->anchorClicked(QUrl(markOf(SoughtWords::Kind::Quote, 8).anchorHref()));
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.at(0).mid(0, 2),
             (QVariantList{u"https://blog.test/queue"_s, u"Every evening the queue stood still for two seconds"_s}));
    QCOMPARE(spy.at(1).mid(0, 2), (QVariantList{u"https://blog.test/queue"_s, QString()}));
    QCOMPARE(spy.at(0).at(2).toByteArray().size(), 64); // which copy it stands in
}

void TestProvenanceMarks::isReachedByKeys()
{
    keep();
    lookAndShow();
    const QSignalSpy spy(m_view.get(), &CaseView::passageRequested);
    for (int i = 0; i < 30 && !m_view->textCursor().selectedText().contains(u"passage found"); ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_view->textCursor().selectedText().contains(u"passage found"));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
}

void TestProvenanceMarks::isPartOfTheExplanation()
{
    keep();
    lookAndShow();
    m_view->explainEvidence(1);
    const auto *panel = m_view->findChild<EvidencePanel *>();
    QVERIFY(panel);
    QVERIFY(panel->accessibleDescription().contains(u"Looked for in the snapshot of source 1"));
}

void TestProvenanceMarks::staysUntilTheCaseChanges()
{
    keep();
    lookAndShow();
    m_view->showCase(shown());
    QVERIFY(m_view->toPlainText().contains(u"found with changes"));
    m_folder->write(u"cases/a.md"_s, caseText("A case", frontMatter, "New.\n\n" + body));
    QVERIFY(lookAndWait(*m_session));
    m_view->showCase(shown());
    QVERIFY(!m_view->toPlainText().contains(u"found with changes"));
}

void TestProvenanceMarks::isNotPrinted()
{
    keep();
    lookAndShow();
    QTextDocument document;
    const TypeStyle style = TypeStyle::forPrint();
    prepareDocument(&document, style, 0);
    typesetCase(&document, m_view->shown(), style, 0);
    QVERIFY(document.toPlainText().contains(u"Nobody ever wrote"));
    QVERIFY(!document.toPlainText().contains(u"in the copy of its source"));
}

void TestProvenanceMarks::onlyTheLastQuestionIsAnswered()
{
    keep();
    QSignalSpy spy(m_search.get(), &ProvenanceSearch::found);
    for (int i = 0; i < 5; ++i)
        m_search->look(question());
    QTRY_VERIFY(!m_search->isRunning());
    QCOMPARE(spy.size(), 1);
    m_search->look(question());
    m_search->cancel();
    m_search.reset(); // waits for what is under way
    QCoreApplication::sendPostedEvents();
    QCOMPARE(spy.size(), 1);
}

CASEBOOK_GUI_TEST(TestProvenanceMarks)
#include "tst_provenancemarks.moc"
