#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/markdown/html.h"
#include "core/markdown/parser.h"
#include "tests/bench/casetext.h"
#include "tests/bench/tasks.h"
#include "ui/typeset/casetypesetter.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTextDocument>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int warmUps = 5; // the first text loads fonts
constexpr int repetitions = 40;
constexpr int caseSize = 4096;

/// A pane of the size that a reader has on a screen.
class Pane {
public:
    Pane() : m_image(760, 900, QImage::Format_ARGB32_Premultiplied) {}

    /// Lays the document out and paints its first page.
    void show(QTextDocument &document)
    {
        document.setTextWidth(m_image.width());
        m_image.fill(Qt::white);
        QPainter painter(&m_image);
        document.drawContents(&painter, m_image.rect());
    }

private:
    QImage m_image;
};

} // namespace

Result<Readings> showCases(const QString &folder)
{
    const Result<CorpusHead> head = readHead(folder);
    if (!head)
        return head.error();
    const TypeStyle style = TypeStyle::fromPalette(QGuiApplication::palette());
    const CaseTypesetter typesetter(head->schema, style);
    Pane pane;
    Samples floor;
    Samples ours;
    for (int i = -warmUps; i < repetitions; ++i) {
        const QByteArray bytes = caseTextOfSize(1, i + warmUps, repetitions + warmUps, caseSize);
        Stopwatch clock;
        QTextDocument plain;
        plain.setHtml(toSafeHtml(parseMarkdown(bytes)));
        pane.show(plain);
        if (i >= 0)
            floor.add(clock.milliseconds());

        const Document file = Document::parse(bytes);
        const CaseStudyPtr study = caseFromDocument(head->layout, head->schema, u"cases/shown.md"_s, file);
        clock.restart();
        QTextDocument document;
        prepareDocument(&document, style, style.em);
        typesetter.append(QTextCursor(&document), *study, parseMarkdown(Document::parse(bytes).bodyText()),
                          study->problems);
        pane.show(document);
        if (i >= 0)
            ours.add(clock.milliseconds());
    }
    return Readings{{u"ms"_s, ours.median()}, {u"worst"_s, ours.worst()}, {u"floor"_s, floor.median()}};
}

} // namespace casebook::bench
