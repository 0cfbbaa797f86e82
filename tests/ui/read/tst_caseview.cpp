#include "core/corpus/casereader.h"
#include "tests/ui/support/corpusfolder.h"
#include "tests/ui/support/guitest.h"
#include "ui/read/caseview.h"
#include "ui/theme/theme.h"

#include <QDesktopServices>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray body =
    "## What\n\nA needle in the text, and another Needle.\n\nSee https://example.org/page and [beta](beta.md).\n";

} // namespace

/// Every test has a case with all kinds of content in a shown view.
class TestCaseView : public QObject {
    Q_OBJECT

public slots:
    void open(const QUrl &url) { m_opened.append(url); }

private slots:
    void init();
    void cleanup();

    void showsACase();
    void showsNothing();
    void linksOfRelatedCases();
    void linksToProblems();
    void linksToTheDesktop();
    void linksWithinTheText();
    void links_data();
    void links();
    void namesTheAddressUnderThePointer();
    void finds();
    void findsNothing();
    void zooms();
    void zoomsByTheWheel();
    void fetchesNothing();
    void typesetsAnewWhenResized();
    void keepsItsPlace();
    void startsAnotherCaseAtTheTop();
    void limitsALongBody();
    void showsALongBodyWholeWhenAsked();
    void followsThePalette();
    void brokenFiles();

private:
    void show(const QString &id);
    QString text() const { return m_view->document()->toPlainText(); }
    /// Emits what a click on the first link whose address begins so does.
    bool clickLink(const QString &prefix);

    std::unique_ptr<CorpusFolder> m_folder;
    std::unique_ptr<CorpusSession> m_session;
    std::unique_ptr<CaseView> m_view;
    QList<QUrl> m_opened;
};

void TestCaseView::init()
{
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"https"_s, this, "open");
    m_folder = std::make_unique<CorpusFolder>();
    m_folder->writeSmall();
    QByteArray description = m_folder->read(u"corpus.yaml"_s);
    description +=
        "  claims: {type: records, fields: {side: {type: text}, reason: {type: text}, text: {type: text}, source: "
        "{type: number}}}\n  sources: {type: records, fields: {title: {type: text}, url: {type: url}}}\n";
    m_folder->write(u"corpus.yaml"_s, description);
    m_folder->write(
        u"cases/full.md"_s,
        caseText(
            "Full case",
            "organization: Acme\ndecision: migrating\nfrom: [Go]\nto: [Rust]\nyear: 2020\nrelated: [beta, nobody]\n"
            "claims:\n  - {side: for, reason: latency, text: It is faster now., source: 1}\n"
            "  - {side: against, reason: people, text: It is hard to hire., source: 1}\n"
            "sources:\n  - {title: The announcement, url: https://example.org/announcement}\n",
            body));
    m_session = std::make_unique<CorpusSession>();
    QVERIFY(openAndWait(*m_session, m_folder->root()));
    m_view = std::make_unique<CaseView>();
    m_view->resize(700, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    show(u"full"_s);
}

void TestCaseView::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"https"_s);
    m_view.reset();
    m_session.reset();
    m_folder.reset();
}

void TestCaseView::show(const QString &id)
{
    const Corpus &corpus = m_session->corpus();
    const CaseStudyPtr study = corpus.find(id);
    QVERIFY(study);
    ShownCase shown;
    shown.study = study;
    if (const Result<Document> document = readDocument(corpus.layout(), study->path))
        shown.document = *document;
    shown.problems = corpus.problemsOf(*study);
    shown.schema = corpus.schema();
    shown.layout = corpus.layout();
    shown.titleOf = [&corpus](const QString &other) {
        return corpus.find(other) ? corpus.find(other)->title : QString();
    };
    m_view->showCase(shown);
}

bool TestCaseView::clickLink(const QString &prefix)
{
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QString href = it.fragment().charFormat().anchorHref();
            if (href.isEmpty() || !href.startsWith(prefix))
                continue;
            emit m_view->anchorClicked(QUrl(href));
            return true;
        }
    }
    return false;
}

void TestCaseView::showsACase()
{
    for (const QString &part : {u"Full case"_s, u"Acme"_s, u"It is faster now."_s, u"It is hard to hire."_s,
                                u"The announcement"_s, u"Beta engine"_s, u"A needle in the text"_s})
        QVERIFY2(text().contains(part), qPrintable(part));
    QVERIFY(m_view->hasCase());
    QCOMPARE(m_view->currentId(), u"full"_s);
    QVERIFY(m_view->isReadOnly());
}

void TestCaseView::showsNothing()
{
    m_view->showNothing(u"Nothing here."_s);
    QCOMPARE(text().trimmed(), u"Nothing here."_s);
    QVERIFY(!m_view->hasCase());
    QCOMPARE(m_view->currentId(), QString());
}

void TestCaseView::linksOfRelatedCases()
{
    QSignalSpy requested(m_view.get(), &CaseView::caseRequested);
    QVERIFY(clickLink(u"casebook:case/beta"_s));
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"beta"_s);
    QVERIFY(!clickLink(u"casebook:case/nobody"_s));
    QCOMPARE(m_opened.size(), 0);
    QCOMPARE(m_view->currentId(), u"full"_s); // whoever listens shows it
}

void TestCaseView::linksToProblems()
{
    QSignalSpy requested(m_view.get(), &CaseView::lineRequested);
    QVERIFY(!m_view->shown().problems.isEmpty()); // "nobody" is no case
    QVERIFY(clickLink(u"casebook:problem/"_s));
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toInt(), m_view->shown().problems.first().line);
}

void TestCaseView::linksToTheDesktop()
{
    QVERIFY(clickLink(u"https://example.org/announcement"_s));
    QVERIFY(clickLink(u"https://example.org/page"_s));
    QCOMPARE(m_opened, (QList<QUrl>{QUrl(u"https://example.org/announcement"_s), QUrl(u"https://example.org/page"_s)}));
}

void TestCaseView::linksWithinTheText()
{
    m_folder->write(
        u"cases/tall.md"_s,
        caseText(
            "Tall",
            "claims:\n  - {side: for, text: Said so., source: 1}\nsources:\n  - {title: S, url: https://example.org}\n",
            QByteArray("Text\n\n").repeated(200)));
    QVERIFY(lookAndWait(*m_session));
    show(u"tall"_s);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QVERIFY(clickLink(u"#"_s));
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    QCOMPARE(m_opened.size(), 0);
}

void TestCaseView::links_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("a script") << u"javascript:alert(1)"_s;
    QTest::newRow("a relative path") << u"../../secret.md"_s;
    QTest::newRow("ours, but unknown") << u"casebook:other/x"_s;
}

void TestCaseView::links()
{
    QFETCH(QString, address);
    QDesktopServices::setUrlHandler(QUrl(address).scheme(), this, "open");
    QSignalSpy caseRequested(m_view.get(), &CaseView::caseRequested);
    QSignalSpy lineRequested(m_view.get(), &CaseView::lineRequested);
    const QString before = text();
    emit m_view->anchorClicked(QUrl(address));
    QDesktopServices::unsetUrlHandler(QUrl(address).scheme());
    QCOMPARE(m_opened.size(), 0);
    QCOMPARE(caseRequested.size() + lineRequested.size(), 0);
    QCOMPARE(text(), before);
}

void TestCaseView::namesTheAddressUnderThePointer()
{
    QSignalSpy hovered(m_view.get(), &CaseView::addressHovered);
    emit m_view->highlighted(QUrl(u"https://example.org/page"_s));
    emit m_view->highlighted(QUrl(u"casebook:case/beta"_s));
    emit m_view->highlighted(QUrl());
    QCOMPARE(hovered.size(), 3);
    QCOMPARE(hovered.at(0).first().toString(), u"https://example.org/page"_s);
    QCOMPARE(hovered.at(1).first().toString(), QString());
    QCOMPARE(hovered.at(2).first().toString(), QString());
}

void TestCaseView::finds()
{
    QCOMPARE(m_view->find(u"needle"_s, false, false), FindResult::Found);
    QCOMPARE(m_view->extraSelections().size(), 2);
    const int first = m_view->textCursor().selectionStart();
    QCOMPARE(m_view->textCursor().selectedText(), u"needle"_s);
    QCOMPARE(m_view->find(u"needles"_s, false, false), FindResult::NotFound);
    QCOMPARE(m_view->find(u"needle"_s, false, false), FindResult::Found);
    QCOMPARE(m_view->textCursor().selectionStart(), first);
    QCOMPARE(m_view->find(u"needle"_s, false, true), FindResult::Found);
    QVERIFY(m_view->textCursor().selectionStart() > first);
    QCOMPARE(m_view->find(u"needle"_s, false, true), FindResult::Wrapped);
    QCOMPARE(m_view->textCursor().selectionStart(), first);
    QCOMPARE(m_view->find(u"needle"_s, true, true), FindResult::Wrapped);
    QVERIFY(m_view->textCursor().selectionStart() > first);
    m_view->clearFindMarks();
    QCOMPARE(m_view->extraSelections().size(), 0);
}

void TestCaseView::findsNothing()
{
    QCOMPARE(m_view->find(u"haystack"_s, false, false), FindResult::NotFound);
    QCOMPARE(m_view->extraSelections().size(), 0);
    QCOMPARE(m_view->find(QString(), false, false), FindResult::NotFound);
    QCOMPARE(m_view->extraSelections().size(), 0);
}

void TestCaseView::zooms()
{
    QSignalSpy changed(m_view.get(), &CaseView::zoomChanged);
    const double height = m_view->document()->size().height();
    m_view->setZoom(2);
    QCOMPARE(m_view->zoom(), 2.0);
    QVERIFY(m_view->document()->size().height() > height);
    m_view->setZoom(100);
    QCOMPARE(m_view->zoom(), 3.0);
    m_view->setZoom(0.001);
    QCOMPARE(m_view->zoom(), 0.5);
    m_view->setZoom(0.5);
    QCOMPARE(changed.size(), 3);
}

void TestCaseView::zoomsByTheWheel()
{
    const QPoint center = m_view->viewport()->rect().center();
    const auto turn = [&](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(center, m_view->viewport()->mapToGlobal(center), {}, QPoint(0, 120), Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->viewport(), &event);
    };
    turn({});
    QCOMPARE(m_view->zoom(), 1.0);
    turn(Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 1.1);
}

void TestCaseView::fetchesNothing()
{
    m_folder->write(u"secret.txt"_s, "secret");
    for (const QUrl &url :
         {QUrl::fromLocalFile(m_folder->path(u"secret.txt"_s)), QUrl(u"https://example.org/image.png"_s)}) {
        const QVariant resource = m_view->loadResource(QTextDocument::ImageResource, url);
        QVERIFY(resource.isValid()); // or it would be asked for again and again
        QCOMPARE(resource.value<QImage>().size(), QSize(1, 1));
    }
    m_view->setSource(QUrl::fromLocalFile(m_folder->path(u"secret.txt"_s)));
    QVERIFY(!text().contains(u"secret"_s));
}

void TestCaseView::typesetsAnewWhenResized()
{
    const QTextDocument *before = m_view->document();
    const QString content = text();
    m_view->resize(400, 500);
    QTRY_VERIFY(m_view->document() != before);
    QCOMPARE(text(), content);
    QVERIFY(m_view->document()->size().width() <= m_view->viewport()->width());
}

void TestCaseView::keepsItsPlace()
{
    const QByteArray frontMatter = "decision: migrating\n";
    m_folder->write(u"cases/tall.md"_s, caseText("Tall", frontMatter, QByteArray("Text\n\n").repeated(200)));
    QVERIFY(lookAndWait(*m_session));
    show(u"tall"_s);
    m_view->verticalScrollBar()->setValue(400);
    m_folder->write(u"cases/tall.md"_s, caseText("Tall", frontMatter, QByteArray("Word\n\n").repeated(200)));
    QVERIFY(lookAndWait(*m_session));
    show(u"tall"_s);
    QVERIFY(text().contains(u"Word"_s));
    QCOMPARE(m_view->verticalScrollBar()->value(), 400);
}

void TestCaseView::startsAnotherCaseAtTheTop()
{
    for (const QString &name : {u"cases/tall.md"_s, u"cases/taller.md"_s})
        m_folder->write(name, caseText("T " + name.toUtf8(), {}, QByteArray("Text\n\n").repeated(200)));
    QVERIFY(lookAndWait(*m_session));
    show(u"tall"_s);
    m_view->verticalScrollBar()->setValue(400);
    show(u"taller"_s);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TestCaseView::limitsALongBody()
{
    m_folder->write(u"cases/long.md"_s,
                    caseText("Long", {}, QByteArray("Some words of text.\n\n").repeated(50'000) + "The end.\n"));
    QVERIFY(lookAndWait(*m_session));
    show(u"long"_s);
    QVERIFY(text().contains(u"Some words of text."_s));
    QVERIFY(!text().contains(u"The end."_s));
    QVERIFY(text().size() < 100'000);
}

void TestCaseView::showsALongBodyWholeWhenAsked()
{
    m_folder->write(u"cases/long.md"_s,
                    caseText("Long", {}, QByteArray("Some words of text.\n\n").repeated(4'000) + "The end.\n"));
    QVERIFY(lookAndWait(*m_session));
    show(u"long"_s);
    QVERIFY(!text().contains(u"The end."_s));
    QVERIFY(clickLink(u"casebook:whole"_s));
    QVERIFY(text().contains(u"The end."_s));
    QVERIFY(!clickLink(u"casebook:whole"_s));
}

void TestCaseView::followsThePalette()
{
    const auto colorOfText = [this] {
        QTextCursor cursor = m_view->document()->find(u"A needle"_s);
        return cursor.charFormat().foreground().color();
    };
    applyAppearance(*qApp, Appearance::Light);
    QTRY_VERIFY(colorOfText().lightness() < 100);
    applyAppearance(*qApp, Appearance::Dark);
    QTRY_VERIFY(colorOfText().lightness() > 150);
    QTRY_VERIFY(m_view->palette().color(QPalette::Window).lightness() < 100); // beside the text
    applyAppearance(*qApp, Appearance::Light);
    QTRY_VERIFY(colorOfText().lightness() < 100);
}

void TestCaseView::brokenFiles()
{
    m_folder->write(u"cases/broken.md"_s, "---\ntitle: [unclosed\n---\n\nThe body is there.\n");
    QVERIFY(lookAndWait(*m_session));
    show(u"broken"_s);
    QVERIFY(text().contains(u"The body is there."_s));
    QVERIFY(text().contains(m_view->shown().problems.first().message));
}

CASEBOOK_GUI_TEST(TestCaseView)
#include "tst_caseview.moc"
