#include "ui/report/pdfcharacters.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <array>
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

void mendCharacterMaps(QPDF &pdf)
{
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/ToUnicode").isStream())
            continue;
        QPDFObjectHandle stream = object.getKey("/ToUnicode");
        const std::shared_ptr<Buffer> data = stream.getStreamData();
        const QByteArray map(reinterpret_cast<const char *>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
        if (const QByteArray mended = mendedCharacterMap(map); mended != map)
            stream.replaceStreamData(mended.toStdString(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

} // namespace casebook
