#pragma once

#include "ui/report/pdfvalue.h"

#include <QByteArray>

#include <vector>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace casebook {

/// Reads a PDF as Qt writes it, with a table of all its objects at the end, object by object.
///
/// libqpdf would keep all of them in memory, ten times the size of the file. Where the file is not as it should be,
/// std::runtime_error is thrown. Of one thread.
class PdfSource {
public:
    struct Object {
        PdfValue value;   ///< of a stream its dictionary
        qint64 data = -1; ///< where a stream's bytes begin; -1: it is none
        qint64 size = 0;

        bool isStream() const { return data >= 0; }
    };

    /// The device must be open for reading, at any place, and outlive this.
    explicit PdfSource(QIODevice &device);

    Object read(int number);
    /// What a value stands for where it is the number of another object, which must not be a stream.
    PdfValue resolved(const PdfValue &value);
    /// A stream's bytes as they are stored.
    QByteArray data(const Object &stream);
    /// The numbers of the pages' objects, in order.
    std::vector<int> pages();

private:
    QByteArray bytes(qint64 offset, qint64 size);
    void readTable();
    /// Where the object that begins at an offset ends.
    qint64 endOf(qint64 offset) const;

    QIODevice &m_device;
    std::vector<qint64> m_offsets; ///< by number; 0: there is no such object
    std::vector<qint64> m_sorted;  ///< the same and that of the table
    int m_root = 0;
};

} // namespace casebook
