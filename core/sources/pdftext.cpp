#include "core/sources/pdftext.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>
#include <QStandardPaths>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;                   // ms
constexpr qsizetype mostOutput = 16 * 1024 * 1024; // bytes of text

QString tr(const char *text)
{
    return QCoreApplication::translate("ReadableText", text);
}

Error cannotRead()
{
    return Error{tr("The text of this PDF cannot be taken out: it may be damaged or locked. Open it with another "
                    "program.")};
}

// Hands the bytes over and takes the text as it comes, so that neither side waits for the other.
Result<QByteArray> runOver(QProcess &process, const QByteArray &bytes)
{
    const QDeadlineTimer deadline(patience);
    process.write(bytes);
    process.closeWriteChannel();
    QByteArray text;
    while (process.state() != QProcess::NotRunning && !deadline.hasExpired() && text.size() < mostOutput) {
        process.waitForReadyRead(static_cast<int>(std::min<qint64>(deadline.remainingTime(), 200)));
        text += process.readAllStandardOutput();
        if (process.state() != QProcess::NotRunning && process.bytesAvailable() == 0)
            process.waitForFinished(1);
    }
    text += process.readAllStandardOutput();
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        if (text.size() < mostOutput)
            return Error{tr("Taking the text out of this PDF took too long. Open it with another program.")};
        return text;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return cannotRead();
    return text;
}

void addParagraph(QStringList &lines, MarkdownNode &document)
{
    const QString text = lines.join(u' ').simplified();
    lines.clear();
    if (text.isEmpty())
        return;
    MarkdownNode paragraph{.kind = MarkdownKind::Paragraph};
    paragraph.children.push_back({.kind = MarkdownKind::Text, .text = text});
    document.children.push_back(std::move(paragraph));
}

} // namespace

MarkdownNode paragraphsOf(const QString &text)
{
    MarkdownNode document;
    QStringList lines;
    const QStringList all = QString(text).replace(u'\f', u"\n\n"_s).split(u'\n');
    for (const QString &line : all) {
        if (line.trimmed().isEmpty())
            addParagraph(lines, document);
        else
            lines.append(line);
    }
    addParagraph(lines, document);
    return document;
}

Result<ReadableText> readPdf(const QByteArray &bytes)
{
    const QString program = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (program.isEmpty()) {
        return Error{tr("Reading a PDF here takes the program pdftotext: install poppler-utils. Or open the PDF with "
                        "another program.")};
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, {u"-q"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s, u"-"_s});
    if (!process.waitForStarted(patience))
        return cannotRead();
    const Result<QByteArray> text = runOver(process, bytes);
    if (!text)
        return text.error();
    ReadableText readable{{}, paragraphsOf(QString::fromUtf8(*text))};
    if (readable.document.children.empty())
        return Error{tr("There is no text in this PDF: its pages may be pictures. Open it with another program.")};
    return readable;
}

} // namespace casebook
