#include "ui/report/pdffonts.h"

#include <algorithm>
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

/// The name of a font as that of a part of it.
PdfValue partName(const PdfValue &name, const QByteArray &tag)
{
    return PdfValue::name('/' + tag + '+' + name.text.mid(1));
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

int PdfFonts::numberOf(int source)
{
    if (std::find(m_fonts.begin(), m_fonts.end(), source) == m_fonts.end())
        m_fonts.push_back(source);
    return m_copy.numberOfOwn(source);
}

int PdfFonts::write(int firstTag)
{
    int tag = firstTag;
    for (const int font : m_fonts)
        write(font, subsetTag(tag++));
    return tag;
}

// A font of Qt's is a composite one with one descendant, which has the descriptor (PDF 32000, 9.7.6 and 9.9).
void PdfFonts::write(int source, const QByteArray &tag)
{
    PdfValue font = m_source.read(source).value;
    const PdfValue descendants = m_source.resolved(font.at("/DescendantFonts"));
    if (descendants.items.size() == 1) {
        const PdfValue descendant = m_source.resolved(descendants.items.front());
        font.set("/BaseFont", partName(descendant.at("/BaseFont"), tag));
        const QByteArray reference = pdfReference(writeDescendant(descendant, tag));
        font.set("/DescendantFonts", PdfValue::plain("[ " + reference + " ]"));
    }
    if (const PdfValue map = font.at("/ToUnicode"); map.is(PdfValue::Kind::Reference))
        font.set("/ToUnicode", PdfValue::plain(pdfReference(writeCharacterMap(map))));
    m_target.add(m_copy.numberOfOwn(source), m_copy.text(font));
}

int PdfFonts::writeDescendant(const PdfValue &descendant, const QByteArray &tag)
{
    const PdfValue name = partName(descendant.at("/BaseFont"), tag);
    PdfValue part = descendant;
    part.set("/BaseFont", name);
    if (PdfValue descriptor = m_source.resolved(part.at("/FontDescriptor"));
        descriptor.is(PdfValue::Kind::Dictionary)) {
        descriptor.set("/FontName", name);
        part.set("/FontDescriptor", PdfValue::plain(pdfReference(m_target.add(m_copy.text(descriptor)))));
    }
    return m_target.add(m_copy.text(part));
}

int PdfFonts::writeCharacterMap(const PdfValue &map)
{
    const int number = m_target.reserve();
    const PdfSource::Object stream = m_source.read(map.reference);
    // Qt does not compress it.
    m_target.addPlainStream(number, {}, mendedCharacterMap(m_source.data(stream)));
    return number;
}

} // namespace casebook
