#pragma once

#include <QString>
#include <QStringView>

namespace casebook {

// What characters are to words that are compared (core/provenance/textwords.h).

/// The code point at `at`; half a pair stands for itself.
char32_t codeAt(QStringView text, qsizetype at);
/// UTF-16 units of a code point.
qsizetype sizeOf(char32_t code);

/// Soft hyphens, joiners, marks of direction and of byte order: they are not seen.
bool isUnseen(char32_t code);
bool isApostrophe(char32_t code);
/// Of those that stand within a word; longer dashes stand between sentences.
bool isDash(char32_t code);
/// Letters, and numbers that are no digits.
bool isLetter(char32_t code);
/// A sign that changes what is said: of currency, of mathematics, "%", "#".
bool isSign(char32_t code);

/// A word in the form in which it is compared: compatibility forms and case make no difference, marks do.
QString foldedWord(QStringView word);
/// The beginning of a folded word that its forms share: without the endings that English puts to it, and cut after some
/// letters. Rough, and harmless in other languages.
QStringView stemOf(QStringView word);

} // namespace casebook
