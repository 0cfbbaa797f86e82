#pragma once

#include <QByteArrayView>

namespace casebook {

/// How often a word stands in English prose of any kind, as a share of all its words: of the common ones as Zipf's law
/// gives it by their rank, of all others one that is lower than that of any common one. A measure that asks how telling
/// a word is needs it where a corpus is too small to tell that "used" and "like" say nothing. `word`: folded, of three
/// letters or more. Any thread.
double shareInProse(QByteArrayView word);

/// What shareInProse() answers for a word that is not common; so it does for words of another language.
double shareOfUncommonWord();

} // namespace casebook
