#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <vector>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace casebook {

/// Writes a PDF object by object, and keeps of each no more than its place.
///
/// A stream is written at once; what is none waits in a group, which becomes an object stream (PDF 32000, 7.5.7). All
/// texts are PDF syntax. The same calls give the same bytes. Of one thread. std::runtime_error is thrown where a file
/// gets too large for its own table.
class PdfObjects {
public:
    /// The device must be open for writing and outlive this. What it refuses is told by isWritten().
    explicit PdfObjects(QIODevice &device);

    /// The number of an object that is to be written, once, before finish().
    int reserve();
    void add(int number, const QByteArray &object);
    int add(const QByteArray &object);
    /// `entries` are those of the stream's dictionary but for its length; `data` is as they say.
    void addStream(int number, const QByteArray &entries, const QByteArray &data);
    /// Compresses `data`, which the entries say nothing of.
    void addPlainStream(int number, const QByteArray &entries, const QByteArray &data);
    /// Writes the table of all objects; nothing can be added then.
    void finish(int root, int info);

    bool isWritten() const { return m_written; }

private:
    /// A row of that table (7.5.8).
    struct Place {
        quint8 kind = 0;
        quint32 first = 0;
        quint16 second = 0;
    };

    void put(const QByteArray &bytes);
    void writeGroup();
    QByteArray table() const;

    QIODevice &m_device;
    QCryptographicHash m_hash{QCryptographicHash::Md5};
    std::vector<Place> m_places; ///< by number; of 0 there is no object
    qint64 m_offset = 0;
    std::vector<int> m_group; ///< the numbers of the objects that wait
    QByteArray m_groupHead;
    QByteArray m_groupBody;
    bool m_written = true;
};

/// " 12 0 R" without the blank.
QByteArray pdfReference(int number);

} // namespace casebook
