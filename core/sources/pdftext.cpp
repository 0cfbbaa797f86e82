#include "core/sources/pdftext.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>
#include <QStandardPaths>

#include <sys/resource.h>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;                   // ms
constexpr int lookEvery = 50;                      // ms, whether it is to stop
constexpr qsizetype mostOutput = 16 * 1024 * 1024; // bytes of text
constexpr rlim_t mostMemory = rlim_t(2) << 30;     // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("ReadableText", text);
}

Error cannotRead()
{
    return Error{tr("The text of this PDF cannot be taken out: it may be damaged or locked. Open it with another "
                    "program.")};
}

// In the new process, before it becomes the other program: nothing but system calls may be used here.
void limitMemory()
{
    const rlimit limit{mostMemory, mostMemory};
    ::setrlimit(RLIMIT_AS, &limit);
}

// Hands the bytes over and takes the text as it comes, so that neither side waits for the other.
Result<QByteArray> runOver(QProcess &process, const QByteArray &bytes, const std::stop_token &stop)
{
    const QDeadlineTimer deadline(patience);
    process.write(bytes);
    process.closeWriteChannel();
    QByteArray text;
    while (process.state() != QProcess::NotRunning && !deadline.hasExpired() && text.size() < mostOutput
           && !stop.stop_requested()) {
        process.waitForReadyRead(static_cast<int>(std::min<qint64>(deadline.remainingTime(), lookEvery)));
        text += process.readAllStandardOutput();
        if (process.state() != QProcess::NotRunning && process.bytesAvailable() == 0)
            process.waitForFinished(1);
    }
    text += process.readAllStandardOutput();
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        if (stop.stop_requested())
            return Error{tr("Reading this PDF was stopped.")};
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

Result<ReadableText> readPdf(const QByteArray &bytes, const std::stop_token &stop)
{
    const QString program = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (program.isEmpty()) {
        return Error{tr("Reading a PDF here takes the program pdftotext: install poppler-utils. Or open the PDF with "
                        "another program.")};
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier(limitMemory);
    process.start(program, {u"-q"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s, u"-"_s});
    if (!process.waitForStarted(patience))
        return cannotRead();
    const Result<QByteArray> text = runOver(process, bytes, stop);
    if (!text)
        return text.error();
    ReadableText readable{{}, paragraphsOf(QString::fromUtf8(*text))};
    if (readable.document.children.empty())
        return Error{tr("There is no text in this PDF: its pages may be pictures. Open it with another program.")};
    return readable;
}

} // namespace casebook
