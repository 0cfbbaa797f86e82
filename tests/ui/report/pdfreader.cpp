#include "tests/ui/report/pdfreader.h"

#include <QProcess>
#include <QStandardPaths>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList onePage(int page)
{
    const QString number = QString::number(page + 1);
    return {u"-f"_s, number, u"-l"_s, number};
}

} // namespace

PdfReader::PdfReader(const QString &path) : m_path(path)
{
    m_pdf.processFile(path.toLocal8Bit().constData());
    m_pages = m_pdf.getAllPages();
}

QSizeF PdfReader::pageSize(int page)
{
    const QPDFObjectHandle::Rectangle box =
        m_pages.at(static_cast<size_t>(page)).getKey("/MediaBox").getArrayAsRectangle();
    return {box.urx - box.llx, box.ury - box.lly};
}

int PdfReader::pageOf(QPDFObjectHandle destination)
{
    if (!destination.isArray())
        return -1;
    for (size_t page = 0; page < m_pages.size(); ++page) {
        if (m_pages[page].getObjGen() == destination.getArrayItem(0).getObjGen())
            return static_cast<int>(page);
    }
    return -1;
}

QList<PdfReader::Link> PdfReader::links()
{
    QList<Link> links;
    for (int page = 0; page < pages(); ++page) {
        QPDFObjectHandle annotations = m_pages.at(static_cast<size_t>(page)).getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle link = annotations.getArrayItem(i);
            if (link.hasKey("/Dest"))
                links.append({page, {}, pageOf(link.getKey("/Dest"))});
            else
                links.append({page, QByteArray::fromStdString(link.getKey("/A").getKey("/URI").getStringValue()), -1});
        }
    }
    return links;
}

void PdfReader::readOutline(QPDFObjectHandle parent, int level, QList<OutlineItem> &items)
{
    for (QPDFObjectHandle item = parent.getKey("/First"); item.isDictionary(); item = item.getKey("/Next")) {
        items.append(
            {QString::fromStdString(item.getKey("/Title").getUTF8Value()), level, pageOf(item.getKey("/Dest"))});
        readOutline(item, level + 1, items);
    }
}

QList<PdfReader::OutlineItem> PdfReader::outline()
{
    QList<OutlineItem> items;
    readOutline(m_pdf.getRoot().getKey("/Outlines"), 0, items);
    return items;
}

QString PdfReader::info(const char *key)
{
    return QString::fromStdString(m_pdf.getTrailer().getKey("/Info").getKey(key).getUTF8Value());
}

QString PdfReader::language()
{
    return QString::fromStdString(m_pdf.getRoot().getKey("/Lang").getUTF8Value());
}

bool PdfReader::readsWords()
{
    return !QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty();
}

QString PdfReader::words(int page) const
{
    return run(u"pdftotext"_s, onePage(page) + QStringList{u"-layout"_s, m_path, u"-"_s});
}

QString PdfReader::runningWords(int page) const
{
    return run(u"pdftotext"_s, onePage(page) + QStringList{m_path, u"-"_s}).simplified();
}

} // namespace casebook
