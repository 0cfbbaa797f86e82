#include "ui/report/pdffonts.h"

#include <qpdf/Buffer.hh>

#include <array>
#include <set>
#include <utility>

namespace casebook {

namespace {

// What Qt writes, and what the glyph stands for; UTF-16, as such maps have it.
constexpr std::array<std::pair<const char *, const char *>, 9> replacements{{
    {"<0009>", "<0020>"},         // the glyph of a space serves for a tab too
    {"<00AD>", "<002D>"},         // that of a hyphen for a soft hyphen
    {"<FB00>", "<00660066>"},     // ff
    {"<FB01>", "<00660069>"},     // fi
    {"<FB02>", "<0066006C>"},     // fl
    {"<FB03>", "<006600660069>"}, // ffi
    {"<FB04>", "<00660066006C>"}, // ffl
    {"<FB05>", "<00730074>"},     // st
    {"<FB06>", "<00730074>"},
}};

// Qt numbers the parts of fonts in an order that changes from run to run, and libqpdf sorts by these numbers: each part
// is made anew, in an order that does not change.
QPDFObjectHandle renewed(QPDF &pdf, QPDFObjectHandle part)
{
    QPDFObjectHandle copy = part;
    if (part.isStream()) {
        copy = part.copyStream();
    } else if (part.isArray()) {
        copy = QPDFObjectHandle::newArray();
        for (QPDFObjectHandle item : part.getArrayAsVector())
            copy.appendItem(renewed(pdf, item));
    } else if (part.isDictionary()) {
        copy = QPDFObjectHandle::newDictionary();
        for (const auto &[key, value] : part.getDictAsMap())
            copy.replaceKey(key, renewed(pdf, value));
    }
    return part.isIndirect() && !part.isStream() ? pdf.makeIndirectObject(copy) : copy;
}

void renewParts(QPDF &pdf, QPDFObjectHandle font)
{
    for (const char *part : {"/DescendantFonts", "/ToUnicode"}) {
        if (font.hasKey(part))
            font.replaceKey(part, renewed(pdf, font.getKey(part)));
    }
}

void mendCharacters(QPDFObjectHandle font)
{
    QPDFObjectHandle stream = font.getKey("/ToUnicode");
    if (!stream.isStream())
        return;
    const std::shared_ptr<Buffer> data = stream.getStreamData();
    const QByteArray map(reinterpret_cast<const char *>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
    if (const QByteArray mended = mendedCharacterMap(map); mended != map)
        stream.replaceStreamData(mended.toStdString(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

// A font of Qt's is a composite one with one descendant, which has the descriptor (PDF 32000, 9.7.6 and 9.9).
void markAsSubset(QPDFObjectHandle font, const QByteArray &tag)
{
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() != 1)
        return;
    QPDFObjectHandle descendant = descendants.getArrayItem(0);
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    if (!descendant.getKey("/BaseFont").isName() || !descriptor.isDictionary())
        return;
    const std::string plain = descendant.getKey("/BaseFont").getName().substr(1);
    const QPDFObjectHandle name = QPDFObjectHandle::newName('/' + tag.toStdString() + '+' + plain);
    font.replaceKey("/BaseFont", name);
    descendant.replaceKey("/BaseFont", name);
    descriptor.replaceKey("/FontName", name);
}

} // namespace

QByteArray mendedCharacterMap(QByteArray map)
{
    // The lists in brackets alone: elsewhere a number may be the first of a range.
    qsizetype open = map.indexOf('[');
    while (open >= 0) {
        const qsizetype close = map.indexOf(']', open);
        if (close < 0)
            break;
        QByteArray list = map.mid(open, close - open);
        for (const auto &[written, meant] : replacements)
            list.replace(written, meant);
        map.replace(open, close - open, list);
        open = map.indexOf('[', open + list.size());
    }
    return map;
}

QByteArray subsetTag(int number)
{
    QByteArray tag(6, 'A');
    for (qsizetype i = tag.size() - 1; i >= 0; --i) {
        tag[i] = static_cast<char>('A' + number % 26);
        number /= 26;
    }
    return tag;
}

void mendFonts(QPDF &pdf, const std::vector<QPDFObjectHandle> &pages)
{
    std::set<QPDFObjGen> seen;
    for (const QPDFObjectHandle &page : pages) {
        for (auto &[name, font] : QPDFObjectHandle(page).getKey("/Resources").getKey("/Font").getDictAsMap()) {
            if (!seen.insert(font.getObjGen()).second)
                continue;
            renewParts(pdf, font);
            mendCharacters(font);
            markAsSubset(font, subsetTag(static_cast<int>(seen.size()) - 1));
        }
    }
}

} // namespace casebook
