#include "core/markdown/parser.h"
#include "ui/edit/source/scrollsync.h"
#include "ui/edit/sourceeditor.h"
#include "ui/typeset/casetypesetter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextEdit>
#include <QWheelEvent>

using namespace casebook;
using namespace Qt::StringLiterals;

/// Each test has a source of 20 lines of front matter and 100 paragraphs, and the typeset body beside it.
class TestScrollSync : public QObject {
    Q_OBJECT

private slots:
    void init();
    void followsTheSource();
    void followsThePreview();
    void reachesTheEnds();
    void showsTheTopWhileInTheFrontMatter();
    void showsWhatIsBeingWritten();
    void keepsStillWhenThePreviewIsTypesetAnew();

private:
    void typeset() const;
    void settle() const { QCoreApplication::processEvents(); }
    void wheel(QWidget *view, int steps) const;
    QScrollBar *source() const { return m_source->verticalScrollBar(); }
    QScrollBar *preview() const { return m_preview->verticalScrollBar(); }
    /// The number of the paragraph in the middle of the preview, and of the source.
    int previewParagraph() const;
    int sourceParagraph() const;

    std::unique_ptr<QWidget> m_window;
    SourceEditor *m_source = nullptr;
    QTextEdit *m_preview = nullptr;
    std::unique_ptr<ScrollSync> m_sync;
};

void TestScrollSync::init()
{
    m_sync.reset();
    m_window = std::make_unique<QWidget>();
    m_source = new SourceEditor(m_window.get());
    m_preview = new QTextEdit(m_window.get());
    m_preview->setReadOnly(true);
    auto *row = new QHBoxLayout(m_window.get());
    row->addWidget(m_source);
    row->addWidget(m_preview);
    QString text = u"---\n"_s + u"a: 1\n"_s.repeated(18) + u"---\n"_s;
    for (int i = 0; i < 100; ++i)
        text += u"Paragraph %1\n\n"_s.arg(i);
    m_source->setContents(text);
    m_window->resize(800, 500);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    typeset();
    m_sync = std::make_unique<ScrollSync>(m_source, m_preview);
    m_sync->previewShown();
    settle();
}

void TestScrollSync::typeset() const
{
    auto *document = new QTextDocument(m_preview);
    const TypeStyle style = TypeStyle::fromPalette(m_preview->palette());
    prepareDocument(document, style, style.em);
    document->setTextWidth(m_preview->viewport()->width());
    const QString body = m_source->toPlainText().section(u"---\n"_s, 2);
    TextFlow flow(QTextCursor(document), style);
    for (int i = 0; i < 5; ++i) { // what stands above a case's body
        flow.beginParagraph(10);
        flow.text(u"Above"_s, style.bodyFormat());
    }
    MarkdownTypesetter(flow, {}).append(parseMarkdown(body.toUtf8()));
    flow.finish();
    m_preview->setDocument(document);
}

void TestScrollSync::wheel(QWidget *view, int steps) const
{
    for (int i = 0; i < std::abs(steps); ++i) {
        const QPointF place(20, 20);
        QWheelEvent event(place, view->mapToGlobal(place), {}, QPoint(0, steps > 0 ? -120 : 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view, &event);
    }
    settle();
}

int TestScrollSync::previewParagraph() const
{
    const QPoint middle(5, m_preview->viewport()->height() / 2);
    return m_preview->cursorForPosition(middle).block().text().section(u' ', 1).toInt();
}

int TestScrollSync::sourceParagraph() const
{
    QTextBlock line = m_source->cursorForPosition(QPoint(5, m_source->viewport()->height() / 2)).block();
    if (line.text().isEmpty())
        line = line.previous();
    return line.text().section(u' ', 1).toInt();
}

void TestScrollSync::followsTheSource()
{
    wheel(m_source->viewport(), 30);
    QVERIFY(source()->value() > 0);
    QVERIFY2(std::abs(previewParagraph() - sourceParagraph()) <= 3,
             qPrintable(u"%1 %2"_s.arg(previewParagraph()).arg(sourceParagraph())));
    const int place = source()->value();
    settle();
    QCOMPARE(source()->value(), place); // who leads is not moved
}

void TestScrollSync::followsThePreview()
{
    wheel(m_preview->viewport(), 15);
    QVERIFY(preview()->value() > 0);
    QVERIFY(source()->value() > 0);
    QVERIFY2(std::abs(previewParagraph() - sourceParagraph()) <= 3,
             qPrintable(u"%1 %2"_s.arg(previewParagraph()).arg(sourceParagraph())));
    const int place = preview()->value();
    settle();
    QCOMPARE(preview()->value(), place);
}

void TestScrollSync::reachesTheEnds()
{
    wheel(m_source->viewport(), 200);
    QCOMPARE(source()->value(), source()->maximum());
    QVERIFY(preview()->value() > preview()->maximum() * 9 / 10);
    wheel(m_source->viewport(), -200);
    QCOMPARE(preview()->value(), 0);
    wheel(m_preview->viewport(), 200);
    QCOMPARE(preview()->value(), preview()->maximum());
    QCOMPARE(source()->value(), source()->maximum());
    wheel(m_preview->viewport(), -200);
    QCOMPARE(source()->value(), 0);
}

void TestScrollSync::showsTheTopWhileInTheFrontMatter()
{
    wheel(m_source->viewport(), 60);
    QVERIFY(preview()->value() > 0);
    m_source->goTo(19, 1);
    settle();
    QCOMPARE(preview()->value(), 0);
    QTest::keyClick(m_source, Qt::Key_X);
    settle();
    QCOMPARE(preview()->value(), 0);
}

void TestScrollSync::showsWhatIsBeingWritten()
{
    m_source->goTo(151, 1);
    settle();
    const int paragraph = m_source->textCursor().block().text().section(u' ', 1).toInt();
    const QTextCursor top = m_preview->cursorForPosition(QPoint(5, 2));
    const QTextCursor bottom = m_preview->cursorForPosition(QPoint(5, m_preview->viewport()->height() - 2));
    QVERIFY(paragraph > 10);
    QVERIFY(top.block().text().section(u' ', 1).toInt() <= paragraph);
    QVERIFY(bottom.block().text().section(u' ', 1).toInt() >= paragraph);
}

void TestScrollSync::keepsStillWhenThePreviewIsTypesetAnew()
{
    wheel(m_source->viewport(), 40);
    const int sourcePlace = source()->value();
    const int paragraph = previewParagraph();
    typeset();
    m_sync->previewShown();
    settle();
    QCOMPARE(source()->value(), sourcePlace);
    QCOMPARE(previewParagraph(), paragraph);
}

QTEST_MAIN(TestScrollSync)
#include "tst_scrollsync.moc"
