#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QTextBlockFormat>
#include <QTextCharFormat>

namespace casebook {

/// How text looks: fonts, colours and measures. A value; every typesetter takes one.
///
/// Lengths are in the document's units, which are pixels at `dotsPerInch`: a document that is painted elsewhere (a PDF)
/// needs a device of that resolution.
struct TypeStyle {
    QFont body;
    QFont heading; ///< in the size of the body
    QFont mono;    ///< in a size that goes with the body
    qreal em = 16; ///< the size of the body's type
    qreal dotsPerInch = 96;
    qreal leading = 1.5; ///< from line to line of running text, in sizes of its type
    qreal gaps = 1;      ///< how large the space between paragraphs and the like is, compared with the usual
    bool paper = false;

    QColor page;
    QColor text;
    QColor muted;
    QColor link;
    QColor rule;     ///< thin lines between rows and around boxes
    QColor codeTint; ///< behind code, and behind the heads of tables
    QColor quoteTint;
    QColor quoteRule;
    QColor forTone; ///< claims for, and what else speaks in favour
    QColor againstTone;
    QColor warning;
    QColor warningTint;

    /// For a screen: light or dark as the palette is. `zoom` scales everything, 1 being a comfortable size for reading.
    static TypeStyle fromPalette(const QPalette &palette, qreal zoom = 1);
    /// For paper: black on white, at the resolution that Qt's layout has by itself. `points` is the size of the body.
    static TypeStyle forPrint(qreal points = 10);

    /// A measure of about 70 characters: the width at which text reads best.
    qreal comfortableWidth() const { return 36 * em; }

    QTextCharFormat bodyFormat() const;
    /// `level` from 1 (a title) to 6.
    QTextCharFormat headingFormat(int level) const;
    QTextCharFormat mutedFormat() const;
    /// In front of a list of like things: small, bold, in a tone.
    QTextCharFormat labelFormat(const QColor &tone) const;

    /// A paragraph in `font`, with the space between lines that it needs. Ragged right.
    QTextBlockFormat blockFormat(const QFont &font) const;
    /// The space that blockFormat() leaves below the last line of a paragraph of body text.
    qreal lineSurplus() const;

    /// `tone` itself where it can be read on this page, else nearer to the colour of the text.
    QColor readable(const QColor &tone) const;
    /// `over` laid on the page with a strength from 0 to 1.
    QColor onPage(const QColor &over, qreal strength) const;
};

} // namespace casebook
