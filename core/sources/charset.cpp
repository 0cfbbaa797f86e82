#include "core/sources/charset.h"

#include "core/document/encoding.h"
#include "core/importers/mojibake.h"
#include "core/sources/charsetlabels.h"
#include "core/sources/pagecharset.h"

#include <QStringDecoder>

#include <array>
#include <cerrno>
#include <iconv.h>
#include <optional>
#include <uchardet.h>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype enoughToDetect = 256 * 1024; // bytes

QString byQt(const QByteArray &bytes, QStringDecoder::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringDecoder::Flag::ConvertInvalidToNull);
    QString text = decoder.decode(bytes);
    // What is NUL in the bytes and what is no character are alike: neither is text.
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return text;
}

/// A conversion of glibc's into UTF-16.
class Iconv {
public:
    explicit Iconv(const char *from) : m_converter(iconv_open("UTF-16LE", from)) {}
    ~Iconv()
    {
        if (isOpen())
            iconv_close(m_converter);
    }
    Q_DISABLE_COPY_MOVE(Iconv)

    bool isOpen() const { return m_converter != reinterpret_cast<iconv_t>(-1); }
    QString decode(QByteArray bytes);

private:
    iconv_t m_converter;
};

QString Iconv::decode(QByteArray bytes)
{
    QString text;
    std::array<char16_t, 16 * 1024> buffer;
    char *in = bytes.data();
    size_t left = static_cast<size_t>(bytes.size());
    bool isAtEnd = false;
    while (!isAtEnd) {
        char *out = reinterpret_cast<char *>(buffer.data());
        size_t room = sizeof buffer;
        isAtEnd = left == 0;
        const size_t done = iconv(m_converter, isAtEnd ? nullptr : &in, &left, &out, &room);
        const int error = done == static_cast<size_t>(-1) ? errno : 0;
        text += QStringView(buffer.data(), static_cast<qsizetype>((sizeof buffer - room) / sizeof(char16_t)));
        if (isAtEnd || error == 0 || error == E2BIG)
            continue;
        text += QChar(QChar::ReplacementCharacter);
        ++in; // what cannot be read
        --left;
    }
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return text;
}

QString read(const QByteArray &bytes, const Charset &charset)
{
    const QStringView name(charset.name);
    if (name == u"UTF-8")
        return byQt(bytes, QStringDecoder::Utf8);
    if (name == u"UTF-16LE")
        return byQt(bytes, QStringDecoder::Utf16LE);
    if (name == u"UTF-16BE")
        return byQt(bytes, QStringDecoder::Utf16BE);
    if (charset.iconv) {
        // A system may have left charsets out: then it is read as what no byte is wrong in.
        if (Iconv converter(charset.iconv); converter.isOpen())
            return converter.decode(bytes);
    }
    QString text = fromWindows1252(bytes);
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return text;
}

DecodedText decodedAs(const QByteArray &bytes, const Charset &charset, CharsetFrom from)
{
    const QString text = read(bytes, charset);
    return {text, QString::fromUtf16(charset.name), from, text.contains(QChar(QChar::ReplacementCharacter))};
}

std::optional<DecodedText> byMark(const QByteArray &bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return decodedAs(bytes.mid(3), *charsetOf(u"utf-8"), CharsetFrom::ByteOrderMark);
    if (bytes.startsWith("\xFE\xFF"))
        return decodedAs(bytes.mid(2), *charsetOf(u"utf-16be"), CharsetFrom::ByteOrderMark);
    if (bytes.startsWith("\xFF\xFE"))
        return decodedAs(bytes.mid(2), *charsetOf(u"utf-16le"), CharsetFrom::ByteOrderMark);
    return std::nullopt;
}

// What the page says can be read before its charset is known: so it is none of those in which that could not be.
const Charset *charsetByPage(const QByteArray &bytes)
{
    const Charset *charset = charsetOf(charsetInPage(bytes));
    return charset && QStringView(charset->name).startsWith(u"UTF-16") ? charsetOf(u"utf-8") : charset;
}

const Charset *detect(const QByteArray &bytes)
{
    const uchardet_t detector = uchardet_new();
    const QByteArray head = bytes.first(std::min(bytes.size(), enoughToDetect));
    uchardet_handle_data(detector, head.constData(), static_cast<size_t>(head.size()));
    uchardet_data_end(detector);
    const QString name = QString::fromLatin1(uchardet_get_charset(detector));
    uchardet_delete(detector);
    return charsetOf(name);
}

} // namespace

DecodedText decodeText(const QByteArray &bytes, const QString &declared)
{
    if (std::optional<DecodedText> marked = byMark(bytes))
        return *std::move(marked);
    std::optional<DecodedText> damaged; // the first that somebody said, if it fits badly
    const std::array<std::pair<const Charset *, CharsetFrom>, 2> said{
        {{charsetOf(declared), CharsetFrom::Header}, {charsetByPage(bytes), CharsetFrom::Page}}};
    for (const auto &[charset, from] : said) {
        if (!charset)
            continue;
        DecodedText text = decodedAs(bytes, *charset, from);
        if (!text.isDamaged)
            return text;
        if (!damaged)
            damaged = std::move(text);
    }
    if (findInvalidUtf8(bytes) < 0)
        return decodedAs(bytes, *charsetOf(u"utf-8"), CharsetFrom::Valid);
    if (damaged)
        return *std::move(damaged);
    if (const Charset *charset = detect(bytes)) {
        if (DecodedText text = decodedAs(bytes, *charset, CharsetFrom::Detection); !text.isDamaged)
            return text;
    }
    return decodedAs(bytes, *charsetOf(u"windows-1252"), CharsetFrom::LastResort);
}

QString charsetName(QStringView label)
{
    const Charset *charset = charsetOf(label);
    return charset ? QString::fromUtf16(charset->name) : QString();
}

} // namespace casebook
