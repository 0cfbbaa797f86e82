#pragma once

#include "tests/bench/random.h"

#include <QByteArray>

namespace casebook::bench {

/// Made-up English, UTF-8: common words often, rare ones seldom, some with letters beyond ASCII.
class Prose {
public:
    explicit Prose(Random &random) : m_random(random) {}

    /// Lower case, without punctuation.
    QByteArray word();
    QByteArray words(int count, char between);
    /// `count` words, the first with a capital, with commas and a full stop. Fit to be a plain YAML scalar.
    QByteArray sentence(int count);
    /// The same with emphasis, code and links now and then, as Markdown.
    QByteArray markedSentence(int count);
    /// Sentences of at least `bytes` bytes together, wrapped at 110, each line behind `prefix`. Ends with a line feed.
    QByteArray paragraph(int bytes, const QByteArray &prefix = {});

private:
    QByteArray rareWord();

    Random &m_random;
};

/// Breaks text at blanks so that lines stay within `width` bytes where they can, and puts `prefix` before each line.
QByteArray wrapped(const QByteArray &text, int width, const QByteArray &prefix);

} // namespace casebook::bench
