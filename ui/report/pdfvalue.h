#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace casebook {

/// A value of a PDF (PDF 32000, 7.3), taken apart: what libqpdf's handles are, but without a file behind it, so that it
/// is gone when it is no longer needed.
struct PdfValue {
    enum class Kind { Null, Plain, Name, String, Reference, Array, Dictionary };

    /// Reads one value. Where the text is none, std::runtime_error is thrown.
    static PdfValue parse(const QByteArray &text);

    bool is(Kind one) const { return kind == one; }
    /// The value of a dictionary's key, which has its slash; a null where there is none.
    const PdfValue &at(const QByteArray &key) const;
    /// Sets it, at the end where there was none.
    void set(const QByteArray &key, PdfValue value);
    void remove(const QByteArray &key);
    /// 0 where it is no number.
    double number() const { return text.toDouble(); }

    static PdfValue plain(const QByteArray &text) { return {Kind::Plain, text}; }
    static PdfValue name(const QByteArray &text) { return {Kind::Name, text}; }

    Kind kind = Kind::Null;
    QByteArray text;                  ///< as written; a string's bytes
    int reference = 0;                ///< the number of the object that it stands for
    QByteArrayList keys = {};         ///< of a dictionary
    std::vector<PdfValue> items = {}; ///< of an array; of a dictionary, by the places of their keys
};

/// Bytes as a string in PDF syntax.
QByteArray pdfString(const QByteArray &bytes);
/// A text as one: in ASCII where that is enough, else in UTF-16.
QByteArray pdfText(const QString &text);
/// A number as short as a hundredth of a point allows.
QByteArray pdfNumber(double number);

} // namespace casebook
