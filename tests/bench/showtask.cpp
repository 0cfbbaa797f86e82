#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/markdown/html.h"
#include "core/markdown/parser.h"
#include "tests/bench/casetext.h"
#include "tests/bench/tasks.h"
#include "ui/read/caseview.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextDocument>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int warmUps = 5; // the first text loads fonts
constexpr int repetitions = 40;
constexpr int caseSize = 4096;
constexpr QSize paneSize(760, 900); // what a reader has on a screen

/// The reader's pane, which knows when it has been painted.
class Pane : public CaseView {
public:
    Pane()
    {
        resize(paneSize);
        show();
        waitForPaint();
    }

    void waitForPaint()
    {
        m_painted = false;
        viewport()->update();
        while (!m_painted)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        CaseView::paintEvent(event);
        m_painted = true;
    }

private:
    bool m_painted = false;
};

/// What Qt alone takes for the same text.
void showPlain(const QByteArray &bytes)
{
    QTextDocument plain;
    plain.setTextWidth(paneSize.width());
    plain.setHtml(toSafeHtml(parseMarkdown(bytes)));
    QImage image(paneSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    plain.drawContents(&painter, image.rect());
}

} // namespace

Result<Readings> showCases(const QString &folder)
{
    const Result<CorpusHead> head = readHead(folder);
    if (!head)
        return head.error();
    Pane pane;
    Samples floor;
    Samples ours;
    for (int i = -warmUps; i < repetitions; ++i) {
        const QByteArray bytes = caseTextOfSize(1, i + warmUps, repetitions + warmUps, caseSize);
        Stopwatch clock;
        showPlain(bytes);
        if (i >= 0)
            floor.add(clock.milliseconds());

        const QString path = u"cases/shown-%1.md"_s.arg(i + warmUps);
        const CaseStudyPtr study = caseFromDocument(head->layout, head->schema, path, Document::parse(bytes));
        QCoreApplication::processEvents(); // what the last one left behind
        clock.restart();
        pane.showCase({study, Document::parse(bytes), study->problems, head->schema, head->layout, Qt::darkCyan, {}});
        pane.waitForPaint();
        if (i >= 0)
            ours.add(clock.milliseconds());
    }
    return Readings{{u"ms"_s, ours.median()}, {u"worst"_s, ours.worst()}, {u"floor"_s, floor.median()}};
}

} // namespace casebook::bench
