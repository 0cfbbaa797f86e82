#include "ui/report/pdfgrey.h"

#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <string>
#include <vector>

namespace casebook {

namespace {

using Token = QPDFTokenizer::Token;

/// Rewrites the three numbers before an operator that sets a colour.
class GreyFilter : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const Token &token) override
    {
        m_tokens.push_back(token);
        if (token.getType() != QPDFTokenizer::tt_word)
            return;
        const std::string &operation = token.getValue();
        if (operation == "scn" || operation == "SCN" || operation == "rg" || operation == "RG" || operation == "sc"
            || operation == "SC")
            greyNumbers();
        flush();
    }

    void handleEOF() override { flush(); }

private:
    static bool isNumber(const Token &token)
    {
        return token.getType() == QPDFTokenizer::tt_real || token.getType() == QPDFTokenizer::tt_integer;
    }

    void greyNumbers()
    {
        std::vector<size_t> numbers;
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (isNumber(m_tokens[i]))
                numbers.push_back(i);
        }
        if (numbers.size() != 3)
            return;
        // By Qt: the C library's functions would read and write a comma where the user's language has one.
        const auto part = [&](size_t i) {
            return QByteArray::fromStdString(m_tokens[numbers[i]].getValue()).toDouble();
        };
        const double grey = 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
        const std::string text = QByteArray::number(grey, 'f', 4).toStdString();
        for (const size_t i : numbers)
            m_tokens[i] = Token(QPDFTokenizer::tt_real, text);
    }

    void flush()
    {
        for (const Token &token : m_tokens)
            writeToken(token);
        m_tokens.clear();
    }

    std::vector<Token> m_tokens;
};

} // namespace

QByteArray greyContents(const QByteArray &contents)
{
    QPDF pdf;
    pdf.emptyPDF();
    QPDFObjectHandle stream = pdf.newStream();
    stream.replaceStreamData(contents.toStdString(), QPDFObjectHandle::newName("/FlateDecode"),
                             QPDFObjectHandle::newNull());
    QByteArray grey;
    Pl_Function sink("briefing", nullptr, [&grey](const unsigned char *data, size_t size) {
        grey.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    });
    GreyFilter filter;
    stream.filterAsContents(&filter, &sink);
    return qCompress(grey).mid(4); // without the length that Qt puts in front
}

} // namespace casebook
