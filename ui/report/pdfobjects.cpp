#include "ui/report/pdfobjects.h"

#include <QIODevice>

#include <limits>
#include <stdexcept>

namespace casebook {

namespace {

constexpr std::size_t groupSize = 100; // to read one object, a program unpacks so many

enum Kind : quint8 { Free = 0, Plain = 1, Grouped = 2 };

QByteArray compressed(const QByteArray &data)
{
    constexpr int qtsHead = 4; // the length, which zlib's format does not have
    return qCompress(data).mid(qtsHead);
}

void appendNumber(QByteArray &bytes, quint32 number, int size)
{
    while (size-- > 0)
        bytes.append(static_cast<char>(number >> (8 * size)));
}

} // namespace

QByteArray pdfReference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

PdfObjects::PdfObjects(QIODevice &device) : m_device(device), m_places{{Free, 0, 0xffff}}
{
    put("%PDF-1.5\n%\xbf\xf7\xa2\xfe\n"); // the second line shows that it is no text
}

void PdfObjects::put(const QByteArray &bytes)
{
    m_hash.addData(bytes);
    m_offset += bytes.size();
    if (m_offset > std::numeric_limits<quint32>::max())
        throw std::runtime_error("more than 4 GB of pages");
    m_written = m_written && m_device.write(bytes) == bytes.size();
}

int PdfObjects::reserve()
{
    m_places.push_back({});
    return static_cast<int>(m_places.size()) - 1;
}

void PdfObjects::add(int number, const QByteArray &object)
{
    m_groupHead += QByteArray::number(number) + ' ' + QByteArray::number(m_groupBody.size()) + ' ';
    m_groupBody += object + '\n';
    m_group.push_back(number);
    if (m_group.size() == groupSize)
        writeGroup();
}

int PdfObjects::add(const QByteArray &object)
{
    const int number = reserve();
    add(number, object);
    return number;
}

void PdfObjects::addStream(int number, const QByteArray &entries, const QByteArray &data)
{
    m_places[static_cast<std::size_t>(number)] = {Plain, static_cast<quint32>(m_offset), 0};
    put(QByteArray::number(number) + " 0 obj\n<< " + entries + " /Length " + QByteArray::number(data.size())
        + " >>\nstream\n");
    put(data);
    put("\nendstream\nendobj\n");
}

void PdfObjects::addPlainStream(int number, const QByteArray &entries, const QByteArray &data)
{
    addStream(number, entries + " /Filter /FlateDecode", compressed(data));
}

void PdfObjects::writeGroup()
{
    if (m_group.empty())
        return;
    const int number = reserve();
    quint16 index = 0;
    for (const int member : m_group)
        m_places[static_cast<std::size_t>(member)] = {Grouped, static_cast<quint32>(number), index++};
    addPlainStream(number,
                   "/Type /ObjStm /N " + QByteArray::number(m_group.size()) + " /First "
                       + QByteArray::number(m_groupHead.size()),
                   m_groupHead + m_groupBody);
    m_group.clear();
    m_groupHead.clear();
    m_groupBody.clear();
}

// Each row as its difference from the one above, which packs to a fraction of the size (PNG's filter "up").
QByteArray PdfObjects::table() const
{
    constexpr char up = 2;
    QByteArray bytes;
    QByteArray above(7, '\0');
    for (const Place &place : m_places) {
        QByteArray row;
        appendNumber(row, place.kind, 1);
        appendNumber(row, place.first, 4);
        appendNumber(row, place.second, 2);
        bytes.append(up);
        for (qsizetype i = 0; i < row.size(); ++i)
            bytes.append(static_cast<char>(row.at(i) - above.at(i)));
        above = row;
    }
    return bytes;
}

void PdfObjects::finish(int root, int info)
{
    writeGroup();
    const int number = reserve();
    const qint64 offset = m_offset;
    m_places[static_cast<std::size_t>(number)] = {Plain, static_cast<quint32>(offset), 0};
    const QByteArray id = '<' + m_hash.result().toHex() + '>';
    addPlainStream(number,
                   "/Type /XRef /Size " + QByteArray::number(m_places.size()) + " /W [ 1 4 2 ] /Root "
                       + pdfReference(root) + " /Info " + pdfReference(info) + " /ID [ " + id + ' ' + id
                       + " ] /DecodeParms << /Predictor 12 /Columns 7 >>",
                   table());
    put("startxref\n" + QByteArray::number(offset) + "\n%%EOF\n");
}

} // namespace casebook
