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

#include <cstdio>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int cases = 40;
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

/// What showing each of the cases takes, by Qt alone and by us. CASEBOOK_BENCH_EACH tells what each takes.
struct Shown {
    Samples floor;
    Samples ours;
};

Shown showEach(Pane &pane, const CorpusHead &head)
{
    Shown shown;
    for (int i = 0; i < cases; ++i) {
        const QByteArray bytes = caseTextOfSize(1, i, cases, caseSize);
        Stopwatch clock;
        showPlain(bytes);
        shown.floor.add(clock.milliseconds());

        const QString path = u"cases/shown-%1.md"_s.arg(i);
        const CaseStudyPtr study = caseFromDocument(head.layout, head.schema, path, Document::parse(bytes));
        QCoreApplication::processEvents();                                   // what the last one left behind
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // which an event loop would do
        const double before = busyMilliseconds();
        clock.restart();
        pane.showCase({study, Document::parse(bytes), study->problems, head.schema, head.layout, Qt::darkCyan, {}});
        pane.waitForPaint();
        const double time = clock.milliseconds();
        shown.ours.add(time);
        if (qEnvironmentVariableIsSet("CASEBOOK_BENCH_EACH"))
            std::fprintf(stderr, "%7.2f ms %7.2f ms busy  %s\n", time, busyMilliseconds() - before,
                         qUtf8Printable(study->title));
    }
    return shown;
}

} // namespace

Result<Readings> showCases(const QString &folder)
{
    const Result<CorpusHead> head = readHead(folder);
    if (!head)
        return head.error();
    Pane pane;
    const Shown first = showEach(pane, *head); // loads the fonts of each script and style when it is first met
    const Shown shown = showEach(pane, *head);
    return Readings{{u"ms"_s, shown.ours.median()},
                    {u"worst"_s, shown.ours.worst()},
                    {u"first"_s, first.ours.worst()},
                    {u"floor"_s, shown.floor.median()}};
}

} // namespace casebook::bench
