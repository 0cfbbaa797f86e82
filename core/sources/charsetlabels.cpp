#include "core/sources/charsetlabels.h"

#include <QHash>
#include <QStringList>

#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Row {
    Charset charset;
    const char *labels; ///< besides its name, blanks between them
};

// Where browsers take an old name for a charset that holds more, so do we: the pages mean it.
constexpr std::array<Row, 35> table{{
    {{u"UTF-8", nullptr}, "utf8 unicode-1-1-utf-8 x-unicode20utf8 us-utf-8"},
    {{u"UTF-16LE", nullptr}, "utf-16 ucs-2 iso-10646-ucs-2 unicode csunicode unicodefeff"},
    {{u"UTF-16BE", nullptr}, "unicodefffe"},
    {{u"windows-1252", nullptr},
     "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1 latin-1 l1 cp819 "
     "ibm819 cp1252 x-cp1252 iso-ir-100 csisolatin1"},
    {{u"windows-1250", "CP1250"}, "cp1250 x-cp1250"},
    {{u"windows-1251", "CP1251"}, "cp1251 x-cp1251"},
    {{u"windows-1253", "CP1253"}, "cp1253 x-cp1253"},
    {{u"windows-1254", "CP1254"}, "cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5"},
    {{u"windows-1255", "CP1255"}, "cp1255 x-cp1255"},
    {{u"windows-1256", "CP1256"}, "cp1256 x-cp1256"},
    {{u"windows-1257", "CP1257"}, "cp1257 x-cp1257"},
    {{u"windows-1258", "CP1258"}, "cp1258 x-cp1258"},
    {{u"windows-874", "CP874"}, "tis-620 iso-8859-11 dos-874"},
    {{u"ISO-8859-2", "ISO-8859-2"}, "iso8859-2 iso_8859-2 latin2 l2"},
    {{u"ISO-8859-3", "ISO-8859-3"}, "iso8859-3 latin3 l3"},
    {{u"ISO-8859-4", "ISO-8859-4"}, "iso8859-4 latin4 l4"},
    {{u"ISO-8859-5", "ISO-8859-5"}, "iso8859-5 cyrillic"},
    {{u"ISO-8859-6", "ISO-8859-6"}, "iso8859-6 arabic asmo-708"},
    {{u"ISO-8859-7", "ISO-8859-7"}, "iso8859-7 greek elot_928"},
    {{u"ISO-8859-8", "ISO-8859-8"}, "iso8859-8 hebrew visual iso-8859-8-i"},
    {{u"ISO-8859-10", "ISO-8859-10"}, "iso8859-10 latin6 l6"},
    {{u"ISO-8859-13", "ISO-8859-13"}, "iso8859-13"},
    {{u"ISO-8859-14", "ISO-8859-14"}, "iso8859-14"},
    {{u"ISO-8859-15", "ISO-8859-15"}, "iso8859-15 iso_8859-15 latin9 l9"},
    {{u"ISO-8859-16", "ISO-8859-16"}, "iso8859-16"},
    {{u"KOI8-R", "KOI8-R"}, "koi8 koi koi8_r"},
    {{u"KOI8-U", "KOI8-U"}, "koi8-ru"},
    {{u"IBM866", "CP866"}, "866 cp866"},
    {{u"macintosh", "MACINTOSH"}, "mac x-mac-roman"},
    {{u"Shift_JIS", "CP932"}, "shift-jis sjis x-sjis ms_kanji ms932 windows-31j cp932 csshiftjis"},
    {{u"EUC-JP", "EUC-JP-MS"}, "eucjp x-euc-jp"},
    {{u"ISO-2022-JP", "ISO-2022-JP"}, "csiso2022jp"},
    {{u"GB18030", "GB18030"}, "gb2312 gb_2312-80 gbk x-gbk cp936 chinese iso-ir-58 euc-cn hz-gb-2312"},
    {{u"Big5", "BIG5-HKSCS"}, "big5-hkscs cn-big5 x-x-big5 csbig5"},
    {{u"EUC-KR", "UHC"}, "euckr uhc cp949 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 windows-949"},
}};

QHash<QString, const Charset *> makeLabels()
{
    QHash<QString, const Charset *> labels;
    for (const Row &row : table) {
        labels.insert(QString::fromUtf16(row.charset.name).toLower(), &row.charset);
        const QStringList names = QString::fromLatin1(row.labels).split(u' ');
        for (const QString &label : names)
            labels.insert(label, &row.charset);
    }
    return labels;
}

} // namespace

const Charset *charsetOf(QStringView label)
{
    static const QHash<QString, const Charset *> labels = makeLabels();
    return labels.value(label.trimmed().toString().toLower());
}

} // namespace casebook
