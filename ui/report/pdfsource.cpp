#include "ui/report/pdfsource.h"

#include <QIODevice>

#include <algorithm>
#include <stdexcept>

namespace casebook {

namespace {

constexpr qint64 rowSize = 20;       // of the table of objects (PDF 32000, 7.5.4)
constexpr qint64 largestHead = 4096; // of a stream: its dictionary
constexpr QByteArrayView streamEnd = "endstream\nendobj\n";

[[noreturn]] void fail(const char *what)
{
    throw std::runtime_error(what);
}

/// The number after a word, as in "startxref 12".
qint64 numberAfter(const QByteArray &text, QByteArrayView word)
{
    const qsizetype start = text.lastIndexOf(word);
    if (start < 0)
        fail("a number is missing at the end of the file");
    return text.mid(start + word.size()).simplified().split(' ').first().toLongLong();
}

} // namespace

PdfSource::PdfSource(QIODevice &device) : m_device(device)
{
    readTable();
}

QByteArray PdfSource::bytes(qint64 offset, qint64 size)
{
    if (!m_device.seek(offset))
        fail("the file is too short");
    QByteArray read = m_device.read(size);
    if (read.size() != size)
        fail("the file cannot be read");
    return read;
}

void PdfSource::readTable()
{
    constexpr qint64 tail = 512; // the trailer is shorter
    const qint64 size = m_device.size();
    const QByteArray end = bytes(std::max<qint64>(0, size - tail), std::min(size, tail));
    const qint64 table = numberAfter(end, "startxref");
    m_root = static_cast<int>(numberAfter(end, "/Root"));
    // "xref", then "0 COUNT", then a row for each object.
    const QByteArray head = bytes(table, std::min<qint64>(64, size - table));
    const QByteArrayList lines = head.split('\n');
    if (lines.size() < 3 || lines.first() != "xref")
        fail("the table of objects is missing");
    const qint64 count = lines.at(1).split(' ').last().toLongLong();
    const QByteArray rows = bytes(table + lines.at(0).size() + lines.at(1).size() + 2, count * rowSize);
    for (qint64 row = 0; row < count; ++row) {
        const bool inUse = rows.at(row * rowSize + 17) == 'n';
        m_offsets.push_back(inUse ? rows.mid(row * rowSize, 10).toLongLong() : 0);
    }
    m_sorted = m_offsets;
    m_sorted.push_back(table);
    std::sort(m_sorted.begin(), m_sorted.end());
}

qint64 PdfSource::endOf(qint64 offset) const
{
    const auto next = std::upper_bound(m_sorted.begin(), m_sorted.end(), offset);
    if (next == m_sorted.end())
        fail("an object stands behind the table of objects");
    return *next;
}

PdfSource::Object PdfSource::read(int number)
{
    const qint64 offset =
        number > 0 && static_cast<size_t>(number) < m_offsets.size() ? m_offsets[static_cast<size_t>(number)] : 0;
    if (offset == 0)
        fail("an object is missing");
    const qint64 end = endOf(offset);
    QByteArray text = bytes(offset, std::min(end - offset, largestHead));
    const bool isWhole = text.size() == end - offset;
    const bool isStream =
        (isWhole ? text.right(streamEnd.size()) : bytes(end - streamEnd.size(), streamEnd.size())) == streamEnd;
    if (!isStream && !isWhole)
        text = bytes(offset, end - offset);
    const QByteArray opening = QByteArray::number(number) + " 0 obj\n";
    if (!text.startsWith(opening))
        fail("an object is not where it should be");
    if (!isStream)
        return {PdfValue::parse(text.mid(opening.size(), text.lastIndexOf("endobj") - opening.size()))};
    constexpr QByteArrayView word = "\nstream\n";
    const qsizetype start = text.indexOf(word);
    if (start < 0)
        fail("a stream does not begin");
    Object stream{PdfValue::parse(text.mid(opening.size(), start - opening.size())), offset + start + word.size()};
    stream.size = static_cast<qint64>(resolved(stream.value.at("/Length")).number());
    if (stream.size < 0 || stream.data + stream.size > end)
        fail("a stream does not end");
    return stream;
}

PdfValue PdfSource::resolved(const PdfValue &value)
{
    return value.is(PdfValue::Kind::Reference) ? read(value.reference).value : value;
}

QByteArray PdfSource::data(const Object &stream)
{
    return bytes(stream.data, stream.size);
}

std::vector<int> PdfSource::pages()
{
    const PdfValue tree = resolved(read(m_root).value.at("/Pages"));
    std::vector<int> numbers;
    for (const PdfValue &page : resolved(tree.at("/Kids")).items)
        numbers.push_back(page.reference);
    return numbers;
}

} // namespace casebook
