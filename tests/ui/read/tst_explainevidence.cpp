#include "core/corpus/casereader.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/read/caseview.h"
#include "ui/read/evidencepanel.h"
#include "ui/typeset/evidencetypesetter.h"

#include <QHelpEvent>
#include <QLabel>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description =
    "name: Small\nfields:\n  title: {type: text}\n  year: {type: year}\n"
    "  claims: {type: records, fields: {side: {}, reason: {}, text: {}, source: {type: number}}}\n"
    "  sources: {type: records, fields: {title: {}, year: {type: year}, relation: {}}}\n";

const QByteArray frontMatter = "sources:\n  - {title: Their own, year: 1995, relation: first-party}\n"
                               "  - {title: The press, year: 1996, relation: third-party}\n"
                               "claims:\n  - {side: for, reason: Speed, text: It is fast., source: 1}\n"
                               "  - {side: against, reason: People, text: Few know it., source: 2}\n";

} // namespace

/// Every test has a case with two claims in a shown view.
class TestExplainEvidence : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void explainsUnderThePointer();
    void explainsAClaimWhenClicked();
    void explainsTheCase();
    void tabLeadsToTheWords();
    void closesByKeys_data();
    void closesByKeys();
    void staysOnTheScreen();
    void nothingToExplain();

private:
    EvidencePanel *panel() const { return m_view->findChild<EvidencePanel *>(); }
    QString panelText() const;
    /// The middle of the link of a claim, or of the case for 0, in the viewport.
    QPoint placeOf(int claim) const;

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<CaseView> m_view;
};

void TestExplainEvidence::init()
{
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->write(u"cases/a.md"_s, caseText("A case", frontMatter, "Words.\n"));
    m_session = std::make_unique<CorpusSession>();
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    m_view = std::make_unique<CaseView>();
    m_view->resize(900, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    const Corpus &corpus = m_session->corpus();
    ShownCase shown;
    shown.study = corpus.find(u"a"_s);
    QVERIFY(shown.study);
    shown.document = readDocument(corpus.layout(), shown.study->path).value_or(Document());
    shown.schema = corpus.schema();
    shown.layout = corpus.layout();
    shown.today = corpus.today();
    m_view->showCase(shown);
    m_view->setFocus();
}

void TestExplainEvidence::cleanup()
{
    QToolTip::hideText();
    m_view.reset();
    m_session.reset();
    m_folder.reset();
}

QString TestExplainEvidence::panelText() const
{
    QStringList lines;
    for (const QLabel *label : panel()->findChildren<QLabel *>())
        lines.append(label->text());
    return lines.join(u'\n');
}

QPoint TestExplainEvidence::placeOf(int claim) const
{
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref() != evidenceLink(claim))
                continue;
            QTextCursor cursor(m_view->document());
            cursor.setPosition(it.fragment().position() + 2);
            return m_view->cursorRect(cursor).center();
        }
    }
    return {};
}

void TestExplainEvidence::explainsUnderThePointer()
{
    for (const auto &[claim, expected] : {std::pair(0, u"1995"_s), std::pair(1, u"1995"_s), std::pair(2, u"1996"_s)}) {
        const QPoint place = placeOf(claim);
        QVERIFY(!place.isNull());
        QHelpEvent event(QEvent::ToolTip, place, m_view->viewport()->mapToGlobal(place));
        QApplication::sendEvent(m_view->viewport(), &event);
        QVERIFY2(QToolTip::text().contains(u"It was told in "_s + expected), qPrintable(QToolTip::text()));
    }
}

void TestExplainEvidence::explainsAClaimWhenClicked()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, placeOf(2));
    QVERIFY(panel());
    QVERIFY(panel()->isVisible());
    const QString text = panelText();
    for (const QString &expected : {u"Reported, old"_s, u"Few know it."_s, u"It was told in 1996"_s, u"\u22122"_s})
        QVERIFY2(text.contains(expected), qPrintable(expected));
    QVERIFY(!text.contains(u"It is fast."_s));
    QVERIFY(panel()->accessibleName().contains(u"Reported, old"_s));
    QVERIFY(panel()->accessibleDescription().contains(u"1996"_s));
}

void TestExplainEvidence::explainsTheCase()
{
    m_view->explainEvidence();
    QVERIFY(panel());
    const QString text = panelText();
    for (const QString &expected : {u"First-hand, old"_s, u"A case"_s, u"first-hand 1, reported 1"_s, u"Measured"_s,
                                    u"Told by those who did it."_s})
        QVERIFY2(text.contains(expected), qPrintable(expected));
}

void TestExplainEvidence::tabLeadsToTheWords()
{
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_view->textCursor().selectedText(), u"First-hand, old"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(m_view->textCursor().selectedText(), u"first-hand, old"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(panel());
    QVERIFY(panelText().contains(u"It is fast."_s));
}

void TestExplainEvidence::closesByKeys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Escape") << Qt::Key_Escape;
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Space") << Qt::Key_Space;
}

void TestExplainEvidence::closesByKeys()
{
    QFETCH(Qt::Key, key);
    m_view->explainEvidence();
    QVERIFY(panel());
    QTest::keyClick(panel(), Qt::Key_A);
    QVERIFY(panel()->isVisible());
    QTest::keyClick(panel(), key);
    QTRY_VERIFY(!panel());
    QTRY_VERIFY(m_view->hasFocus());
}

void TestExplainEvidence::staysOnTheScreen()
{
    const QRect screen = m_view->screen()->availableGeometry();
    for (const QRect &place : {QRect(screen.bottomRight(), QSize(1, 1)), QRect(screen.topLeft(), QSize(1, 1))}) {
        auto *panel =
            new EvidencePanel({u"about"_s, u"Measured"_s, {{u"x"_s, u"-1"_s, u"Because."_s}}, true}, m_view.get());
        panel->popUp(place);
        QVERIFY(screen.contains(panel->geometry()));
        QVERIFY(panel->height() >= panel->minimumSizeHint().height());
        panel->close();
    }
}

void TestExplainEvidence::nothingToExplain()
{
    QVERIFY(m_view->hasEvidence());
    m_view->explainEvidence(3);
    QVERIFY(!panel());
    m_view->showNothing(u"Nothing."_s);
    QVERIFY(!m_view->hasEvidence());
    m_view->explainEvidence();
    QVERIFY(!panel());
}

CASEBOOK_GUI_TEST(TestExplainEvidence)
#include "tst_explainevidence.moc"
