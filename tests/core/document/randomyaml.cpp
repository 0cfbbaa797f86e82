#include "randomyaml.h"

#include <QStringBuilder>

#include <array>

namespace casebook {

namespace {

// clang-format off
constexpr std::array plainTexts{
    "Go", "C++", "C#", "2020", "-5", "0.5", "1e3", "2024-07-04", "true", "null", "~", "Null", "NULL", "nULL",
    "nullable", "~x", "in [1] it", "two words", "a - b", "a, b", "it's", "50 %", "say \"x\"", "a & b * c", "x#y",
    "a:b", "12:30", "\xC3\xA4", "<a>", "\xE2\x82\xAC", "x? y! z|", "<<", ".", "=", "+1", "\xC2\xA0", "(a)", "a  b",
    "https://example.org/a?b=c#d", "$5", "^", "a\\nb", "x}", "-1-2", "a/b;c", "\xF0\x9F\x98\x80 x", "x {y}"
};
constexpr std::array flowTexts{
    "Go", "C++", "C#", "2020", "-5", "null", "~", "two words", "it's", "a:b", "https://example.org/a", "\xC3\xA4 b",
    "x#y"
};
constexpr std::array quotedTexts{
    "\"\"", "''", "\"x\"", "'x'", "\" a \"", "'  '", "\"a: b\"", "'a #b'", "'- x'", "\"it's\"", "'say \"x\"'",
    "\"[a, b]\"", "'\\n'", "\"null\"", "'~'", "\"\xE2\x82\xAC\"", "'---'", "\"a, b\"", "'{'", "\"#\""
};
constexpr std::array oddTexts{
    "--", "-a", "- a", "? a", "?a", ":a", ": a", ": ", "a: b", "a :b", "a : b", "a:", "a #b", "#a", "@x", "`x`", "%x",
    "&x a", "*x", "!x", "!!str 1", "! a", "|", ">-", "|\n  x", "\"a\\nb\"", "'it''s'", "\"a", "'a", "\"a\" b", "'a'#b",
    "\"a\"#b", "\"a\": b", "'a':", "...", "---", "--- a", "-", "- - a", "a\tb", "\ta", "a\t", "[", "]", "}", ",",
    "[a]b", "[a] #b", "[a]#b", "[a] b", "[[a]]", "[a, [b]]", "[a: b]", "[a:]", "[a,]", "[,a]", "[,]", "[a,,b]",
    "[a b]", "[a #b]", "[a?b]", "[?a]", "[-]", "[- a]", "[-a]", "[-,a]", "[a", "{a}", "{a: }", "{a:}", "{a:b}",
    "{a: b: c}", "{a: ,}", "{,}", "{a: b,}", "{\"a\": b}", "{\"a\":b}", "{a: [b]}", "{a b: c}", "{a: b, a: c}",
    "{a: #}", "a\n  b", "a\n b", "a\nb", "\"a\n  b\"", "a\r", "a\rb", "\xC2\x85", "a\xC2\x85", "\xE2\x80\xA8",
    "a\xE2\x80\xA9", "\xEF\xBB\xBF", "a\xEF\xBB\xBFz", "a\x7Fz", "a\x01z", "\x04", "\xFF", "\xC3", "a\xE2\x80",
    "{null: a}", "{~: a}", "{a: null}", "[null, ~]", "{a: ~}", "{ }", "[ ]", "{a:  , b: }", "{a: null b}", "~ #",
    "null #x", "null: a", "\"\" #", "{x}y"
};
constexpr std::array oddLines{
    "---", "...", "--- a", "%YAML 1.2", "? a", ": a", "\"q\": a", "'q' : a", "- a", "a", "\t", "\ta: b", "*x : a",
    "&x a: b", "!x a: b", "null: a", "~: a", "2a: b", "a b: c", "a : b", "a:b", "[a]: b", "{a: b}: c", "<<: a", "@: a",
    "]", "  # c", "#", "\xEF\xBB\xBF", "key: a", "\xC3\xA4: b", "_a: b", "a.b: c", "key:", "\"\"", "|", "k: |\n  a\n b"
};
constexpr std::array pieces{
    "a", "b", "null", "~", "key", "a: ", "key:", "- ", "-", "- a: ", ":", ": ", " ", "  ", "\n", "\n", "\n", "\n  ",
    "\n    ", "\n- ", "\n  - ", "\na: ", "\nb:", "\n  a: ", "\n  b:", "#", " # c", "\n# c\n", "\n  #", "[", "]", "{",
    "}", ",", ", ", "'", "\"", "?", "? ", "\r\n", "\r", "\t", "!", "&x ", "*x", "|", ">", "%", "@", "---", "...", "\\",
    "\xC3\xA4", "\xC2\x85", "[a, b]", "{a: b}", "\"a\"", "'b'", "1", "-1", "\n\n"
};
// clang-format on

class Writer {
public:
    Writer(bench::Random &random, int oddity)
        : m_random(random), m_oddity(oddity), m_lineEnd(random.chance(25) ? "\r\n" : "\n")
    {
    }

    QByteArray write()
    {
        while (m_random.chance(15))
            fillLine(0);
        writeMap(0, 1, 0);
        if (m_random.chance(10) && (!m_endsInText || isOdd()))
            m_text.chop(m_text.endsWith("\r\n") ? 2 : 1);
        return m_text;
    }

private:
    bool isOdd() { return m_random.chance(m_oddity); }

    QByteArray blanks(int least = 0) { return QByteArray(least + (m_random.chance(10) ? m_random.below(4) : 0), ' '); }

    void fillLine(int indent)
    {
        if (m_random.chance(40))
            m_text += QByteArray(m_random.chance(50) ? indent : m_random.below(7), ' ') + "# note: [1";
        else
            m_text += blanks();
        m_text += m_lineEnd;
    }

    /// Ends a line, with a comment at times, and empty lines and lines of comment after it.
    void endLine(int indent)
    {
        m_endsInText = false;
        m_text += blanks();
        if (m_random.chance(12))
            m_text += m_random.chance(95) || m_oddity == 0 ? " # so" : "# so";
        m_text += m_lineEnd;
        while (m_random.chance(12))
            fillLine(indent);
        if (isOdd())
            m_text +=
                QByteArray(m_random.chance(70) ? indent : m_random.below(5), ' ') + m_random.pick(oddLines) + m_lineEnd;
    }

    QByteArray key(int index)
    {
        static constexpr std::array names{"title", "from", "to-do", "a_b", "Y2", "n", "no", "nulls", "true"};
        const QByteArray name = m_random.pick(names);
        return isOdd() ? name : name + QByteArray::number(index);
    }

    QByteArray flowScalar() { return m_random.chance(70) ? m_random.pick(flowTexts) : m_random.pick(quotedTexts); }

    QByteArray flow()
    {
        const bool map = m_random.chance(40);
        QByteArray text = (map ? "{" : "[") + blanks();
        for (int i = 0, count = m_random.below(4); i < count; ++i) {
            if (i > 0)
                text += blanks() + ',' + blanks(m_random.chance(80) ? 1 : 0);
            if (map)
                text += key(i) + ": ";
            if (isOdd())
                text += m_random.pick(oddTexts);
            else if (!map || m_random.chance(80))
                text += flowScalar();
        }
        return text + blanks() + (map ? '}' : ']');
    }

    QByteArray inlineValue()
    {
        if (isOdd())
            return m_random.pick(oddTexts);
        const int kind = m_random.below(10);
        if (kind >= 7)
            return flow();
        return kind < 5 ? m_random.pick(plainTexts) : m_random.pick(quotedTexts);
    }

    /// The lines below `|` or `>`, and what is wrong with some of them.
    void writeBlockText(int indent)
    {
        static constexpr std::array marks{">-", ">", "|", "|-"};
        static constexpr std::array lines{"one", "two words", "- x", "a: b", "[a", "\"a", "\xC3\xA4", "a # b", "---"};
        static constexpr std::array oddTextLines{"", " ", "# a", "a ", "  a", "#", "     a"};
        static constexpr std::array oddMarks{">+", "|2", "| # so", ">- ", ">--"};
        m_text += blanks(1) + (isOdd() ? m_random.pick(oddMarks) : m_random.pick(marks)) + m_lineEnd;
        const int inner = deeper(indent);
        for (int i = isOdd() ? 0 : m_random.between(1, 3); i > 0; --i) {
            m_text += QByteArray(inner - (isOdd() ? 1 : 0), ' ');
            m_text += (isOdd() ? m_random.pick(oddTextLines) : m_random.pick(lines)) + m_lineEnd;
        }
        while (isOdd())
            fillLine(indent);
        if (m_random.chance(10))
            m_text += QByteArray(indent, ' ') + "# note" + m_lineEnd;
        m_endsInText = true;
    }

    int deeper(int indent) { return indent + (m_random.chance(80) ? 2 : m_random.between(1, 5)) - (isOdd() ? 1 : 0); }

    /// The rest of a line after a key's colon or a dash, and the lines below that belong to it.
    void writeRest(int indent, int depth, bool ofKey)
    {
        const int kind = m_random.below(11);
        if (kind == 10) {
            writeBlockText(indent);
            return;
        }
        if (kind < 6 || depth > 4) {
            m_text += blanks(1) + inlineValue();
            endLine(indent);
            return;
        }
        endLine(indent);
        if (kind == 6)
            return;
        const int inner = deeper(indent);
        if (kind == 7)
            writeMap(inner, depth + 1, inner);
        else
            writeList(ofKey && m_random.chance(40) ? indent : inner, depth + 1);
    }

    /// The first key goes `gap` blanks further to the right.
    void writeMap(int indent, int depth, int gap)
    {
        for (int i = 0, count = m_random.between(1, 5); i < count; ++i) {
            m_text += QByteArray(i == 0 ? gap : indent + (isOdd() ? m_random.between(-1, 1) : 0), ' ');
            m_text += key(i) + (isOdd() ? " :" : ":");
            writeRest(indent, depth, true);
        }
    }

    void writeList(int indent, int depth)
    {
        for (int i = 0, count = m_random.between(1, 4); i < count; ++i) {
            m_text += QByteArray(indent + (isOdd() ? 1 : 0), ' ') + '-';
            if (m_random.chance(40) && depth < 5) {
                const int gap = m_random.chance(80) ? 1 : m_random.between(1, 4);
                writeMap(indent + 1 + gap, depth + 1, gap);
            } else {
                writeRest(indent, depth, false);
            }
        }
    }

    bench::Random &m_random;
    int m_oddity;
    QByteArray m_lineEnd;
    QByteArray m_text;
    bool m_endsInText = false; ///< as text below `|` or `>`
};

} // namespace

QByteArray randomFrontMatter(bench::Random &random, int oddity)
{
    return Writer(random, oddity).write();
}

QByteArray randomPieces(bench::Random &random)
{
    QByteArray text = random.chance(80) ? "a: " : "";
    for (int i = random.between(1, 12); i > 0; --i)
        text += random.pick(pieces);
    return text;
}

QByteArray mutated(QByteArray yaml, bench::Random &random)
{
    static constexpr QByteArrayView telling(" \n\r\t:-#,[]{}'\"?!&*|>%@`~\\\0a\x04\x7F\x85\xA8\xC2\xEF\xFF", 35);
    const int at = random.below(static_cast<int>(yaml.size()));
    const char byte = random.chance(60) ? telling[random.below(35)] : static_cast<char>(random.below(256));
    switch (random.below(4)) {
    case 0:
        yaml[at] = static_cast<char>(yaml[at] ^ (1 << random.below(8)));
        break;
    case 1:
        yaml[at] = byte;
        break;
    case 2:
        yaml.insert(at, byte);
        break;
    default:
        yaml.remove(at, 1);
        break;
    }
    return yaml;
}

} // namespace casebook
