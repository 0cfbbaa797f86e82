#pragma once

#include "ui/report/pdfcopy.h"

#include <QByteArray>

#include <vector>

namespace casebook {

/// A character map by Qt, mended: it says "tab" for a space and names single characters for ligatures, so that a search
/// for "firm" would not find it, and copied text would hold what nobody wrote.
QByteArray mendedCharacterMap(QByteArray map);

/// The six letters that tell parts of a font that are embedded in one document apart: AAAAAA, AAAAAB, and so on.
QByteArray subsetTag(int number);

/// Copies the fonts of a PDF by Qt: with mended character maps, marked as the parts of fonts that they are, and
/// numbered in an order that is the same for every run, which Qt's is not.
class PdfFonts {
public:
    PdfFonts(PdfSource &source, PdfObjects &target, PdfCopy &copy) : m_source(source), m_target(target), m_copy(copy) {}

    /// The new number of a font, which is written later. It must be a composite one, as Qt's are.
    int numberOf(int source);
    /// Once, when all are known. Fonts of one document are tagged by numbers: from `firstTag` on. Answers the next.
    int write(int firstTag);

private:
    void write(int source, const QByteArray &tag);
    /// The new number of a descendant, made anew with another name.
    int writeDescendant(const PdfValue &descendant, const QByteArray &tag);
    int writeCharacterMap(const PdfValue &map);

    PdfSource &m_source;
    PdfObjects &m_target;
    PdfCopy &m_copy;
    std::vector<int> m_fonts; ///< by their numbers in the source, as they were met
};

} // namespace casebook
