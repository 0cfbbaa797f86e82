#include "ui/report/pdfvalue.h"

#include <QString>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <stdexcept>

namespace casebook {

namespace {

using Token = QPDFTokenizer::Token;
using TokenType = QPDFTokenizer::token_type_e;

constexpr int deepest = 50; // arrays in arrays: Qt's have three

[[noreturn]] void fail()
{
    throw std::runtime_error("an object cannot be read");
}

/// Puts the words that libqpdf finds in a text together.
class Parser {
public:
    explicit Parser(const QByteArray &text)
        : m_input(std::make_shared<BufferInputSource>("briefing", text.toStdString()))
    {
        m_words.allowEOF();
    }

    /// All values up to a closing bracket, or to the end.
    std::vector<PdfValue> valuesTo(TokenType end, int depth = 0)
    {
        if (depth > deepest)
            fail();
        std::vector<PdfValue> values;
        for (;;) {
            const Token word = m_words.readToken(m_input, "briefing", true);
            if (word.getType() == end)
                return values;
            if (word.getType() == QPDFTokenizer::tt_word && word.getValue() == "R")
                makeReference(values);
            else
                values.push_back(valueOf(word, depth));
        }
    }

private:
    PdfValue valueOf(const Token &word, int depth)
    {
        const QByteArray text = QByteArray::fromStdString(word.getValue());
        switch (word.getType()) {
        case QPDFTokenizer::tt_array_open: {
            PdfValue array{PdfValue::Kind::Array, {}};
            array.items = valuesTo(QPDFTokenizer::tt_array_close, depth + 1);
            return array;
        }
        case QPDFTokenizer::tt_dict_open:
            return dictionaryOf(valuesTo(QPDFTokenizer::tt_dict_close, depth + 1));
        case QPDFTokenizer::tt_name:
            return PdfValue::name(QByteArray::fromStdString(word.getRawValue()));
        case QPDFTokenizer::tt_string:
            return {PdfValue::Kind::String, text};
        case QPDFTokenizer::tt_null:
            return {};
        case QPDFTokenizer::tt_integer:
        case QPDFTokenizer::tt_real:
        case QPDFTokenizer::tt_bool:
            return PdfValue::plain(text);
        default:
            fail();
        }
    }

    static PdfValue dictionaryOf(std::vector<PdfValue> values)
    {
        PdfValue dictionary{PdfValue::Kind::Dictionary, {}};
        if (values.size() % 2 != 0)
            fail();
        for (std::size_t i = 0; i < values.size(); i += 2) {
            if (!values[i].is(PdfValue::Kind::Name))
                fail();
            dictionary.set(values[i].text, std::move(values[i + 1]));
        }
        return dictionary;
    }

    // "12 0 R": the two numbers have been read as such.
    static void makeReference(std::vector<PdfValue> &values)
    {
        if (values.size() < 2)
            fail();
        values.pop_back();
        PdfValue &number = values.back();
        number.kind = PdfValue::Kind::Reference;
        number.reference = number.text.toInt();
    }

    std::shared_ptr<InputSource> m_input;
    QPDFTokenizer m_words;
};

} // namespace

PdfValue PdfValue::parse(const QByteArray &text)
{
    std::vector<PdfValue> values = Parser(text).valuesTo(QPDFTokenizer::tt_eof);
    if (values.size() != 1)
        fail();
    return std::move(values.front());
}

const PdfValue &PdfValue::at(const QByteArray &key) const
{
    static const PdfValue none;
    const qsizetype place = keys.indexOf(key);
    return place < 0 ? none : items.at(static_cast<std::size_t>(place));
}

void PdfValue::set(const QByteArray &key, PdfValue value)
{
    const qsizetype place = keys.indexOf(key);
    if (place >= 0) {
        items.at(static_cast<std::size_t>(place)) = std::move(value);
        return;
    }
    keys.append(key);
    items.push_back(std::move(value));
}

void PdfValue::remove(const QByteArray &key)
{
    const qsizetype place = keys.indexOf(key);
    if (place < 0)
        return;
    keys.removeAt(place);
    items.erase(items.begin() + place);
}

QByteArray pdfString(const QByteArray &bytes)
{
    return QByteArray::fromStdString(QPDFObjectHandle::newString(bytes.toStdString()).unparse());
}

QByteArray pdfText(const QString &text)
{
    return QByteArray::fromStdString(QPDFObjectHandle::newUnicodeString(text.toStdString()).unparse());
}

QByteArray pdfNumber(double number)
{
    QByteArray text = QByteArray::number(number, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

} // namespace casebook
