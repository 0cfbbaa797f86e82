#include "tests/core/document/awkwarddocument.h"

#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// clang-format off
constexpr std::array scalars{
    "Go", "C++", "two words", "2020", "-5", "0.5", "1e3", "true", "null", "~", "2024-07-04", "it's", "say \"x\"", "a:b",
    "x#y", "https://example.org/a?b=c#d", "\xC3\xA4 \xE2\x86\x92 b", "\xE6\x9D\xB1\xE4\xBA\xAC", "<a>", "50 %",
    "\"\"", "''", "\"x\"", "'x'", "\" a \"", "\"a: b # c\"", "'it''s'", "\"say \\\"x\\\"\"", "\"\\u00e4\\n\"", "'- x'",
    "\"2020\"", "'no'", "\"[a, b]\"", "'# no comment'", "\"---\"", "!!str 2020", "!!str \"x\"", "!mine x", "!!int '3'"
};
constexpr std::array flowScalars{
    "Go", "C++", "2020", "0.5", "null", "it's", "a:b", "\"a, b\"", "'[x]'", "\"2020\"", "two words", "\"a: b\"", "~",
    "\xC3\xA4", "https://example.org/a", "\"say \\\"x\\\"\"", "'it''s'"
};
constexpr std::array comments{"", "", "", "", " # why", "  # a: b", " #", "   # - \"x\"", " # \xC3\xA4"};
constexpr std::array between{"", "", "", "", "\n", "# alone\n", "\n# - a\n\n", "#\n", "  # indented: x\n"};
constexpr std::array words{"one", "two", "three:four", "\xC3\xA9t\xC3\xA9", "(x)", "y.", "#z", "-", "\"q\"", "it's"};
constexpr std::array texts{
    "Go", "", "no", "2020", "0x10", "- a", "a: b", "a #b", "# c", "[x]", "{x}", "*x", "&x", "!x", "%x", "@x", "`x`",
    " a", "a ", "it's", "say \"x\"", "back\\slash", "tab\tin", "one\ntwo", "one\n\ntwo\n", "\nstarts", "ends\n\n",
    "\xC3\xA4 \xE2\x86\x92 \xE6\x9D\xB1", "\xF0\x9F\x98\x80", "a, b", "x?", "null", "~", "true", "---", "...", "--- x",
    "key:", "2024-07-04", "12:30", "1_000", "?", "? x", "-", "'", "\"", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF",
    "  two spaces\n   three", "trailing \nblank", "https://example.org/?a=b:c#d", "<<", "=", "a  b", "\x1B[0m", "|", ">"
};
// clang-format on

class Writer {
public:
    explicit Writer(bench::Random &random) : m_random(random), m_break(random.chance(25) ? "\r\n" : "\n") {}

    AwkwardDocument write()
    {
        if (m_random.chance(10))
            m_out += "\xEF\xBB\xBF";
        m_out += "---" + m_break;
        const int count = m_random.between(1, 7);
        for (int i = 0; i < count; ++i) {
            writeBetween();
            writeBlock(i);
        }
        writeBetween();
        m_out += (m_random.chance(10) ? "..." : "---") + m_break;
        if (m_random.chance(80))
            m_out += ended("\n# Body\n\n- a: b\n---\nend");
        m_result.bytes = m_out;
        return std::move(m_result);
    }

private:
    /// With the file's line ends.
    QByteArray ended(QByteArray text) const { return text.replace("\n", m_break); }

    QByteArray blanks(qsizetype count) const { return QByteArray(count, ' '); }

    void writeBetween()
    {
        // Behind a text below | or > an indented comment would be a line of it, be it when what is between goes.
        const QByteArray text = m_random.pick(between);
        m_out += ended(m_isText && text.startsWith(' ') ? text.trimmed() + "\n" : text);
    }

    void writeBlock(int number)
    {
        AwkwardDocument::Block block;
        block.key = "key" + QByteArray::number(number);
        block.lines.begin = m_out.size();
        m_anchored = false;
        const bool quoted = m_random.chance(10);
        m_out += (quoted ? "\"" + block.key + "\"" : block.key) + ":" + ended(value(0, true)) + m_break;
        block.lines.end = m_out.size();
        block.hasAnchor = m_anchored;
        m_result.blocks.push_back(block);
    }

    /// What stands behind a key's colon at `indent`, all lines of it but the last line's end.
    QByteArray value(qsizetype indent, bool isTop)
    {
        switch (m_random.below(isTop ? 14 : 9)) {
        case 0:
            return m_random.pick(comments);
        case 1:
            return manyLines(indent);
        case 2:
            return blockText(indent);
        case 3:
            return " " + flowList(indent, 0) + m_random.pick(comments);
        case 4:
            return " " + flowMap(indent, 0) + m_random.pick(comments);
        case 5:
            return m_random.pick(comments) + ("\n" + blockList(indent));
        case 6:
            return m_random.pick(comments) + ("\n" + blockMap(indent + m_random.between(1, 4)));
        case 13:
            return isTop ? anchored() : scalar();
        default:
            return scalar();
        }
    }

    QByteArray scalar()
    {
        const QByteArray gap =
            m_random.chance(10) ? QByteArray("\t") : blanks(m_random.chance(70) ? 1 : m_random.between(2, 6));
        return gap + m_random.pick(scalars) + m_random.pick(comments);
    }

    QByteArray anchored()
    {
        m_anchored = true;
        if (!m_hasAnchor) {
            m_hasAnchor = true;
            return m_random.chance(50) ? QByteArray(" &a x") : QByteArray(" &a\n  in: 1\n  more: [y]");
        }
        return m_random.chance(50) ? QByteArray(" *a # again") : QByteArray("\n  - *a\n  - other");
    }

    QByteArray line(qsizetype length)
    {
        QByteArray text = "start";
        for (qsizetype i = 0; i < length; ++i)
            text += " " + QByteArray(m_random.pick(words));
        return text.replace(" #", " .").replace(": ", ", ");
    }

    QByteArray manyLines(qsizetype indent)
    {
        const int style = m_random.below(3);
        const QByteArray mark = style == 0 ? "" : style == 1 ? "\"" : "'";
        QByteArray text;
        for (int i = m_random.between(1, 3); i >= 0; --i) {
            text += line(3).replace("\"", "").replace("'", "");
            if (i > 0)
                text += (m_random.chance(20) ? "\n\n" : "\n") + blanks(indent + m_random.between(1, 4));
        }
        const QByteArray gap = m_random.chance(30) ? "\n" + blanks(indent + 2) : QByteArray(" ");
        return gap + mark + text + mark + m_random.pick(comments);
    }

    QByteArray blockText(qsizetype indent)
    {
        m_isText = true;
        const qsizetype column = indent + m_random.between(1, 4);
        QByteArray text = m_random.chance(50) ? " |" : " >";
        text += m_random.pick(std::array{"", "-", "+"});
        text += m_random.chance(20) ? " # told" : "";
        for (int i = m_random.between(1, 3); i > 0; --i)
            text += (m_random.chance(25) ? "\n\n" : "\n") + blanks(column) + line(3)
                + (m_random.chance(10) ? " # text" : "");
        return text + (m_random.chance(20) ? "\n" : "");
    }

    QByteArray flowScalar(qsizetype indent, int depth)
    {
        if (depth < 2 && m_random.chance(10))
            return flowList(indent, depth + 1);
        if (depth < 2 && m_random.chance(10))
            return flowMap(indent, depth + 1);
        return m_random.pick(flowScalars);
    }

    /// Entries between brackets, on one line or on many.
    QByteArray inBrackets(const QByteArrayList &entries, const char *brackets, qsizetype indent)
    {
        const bool many = !entries.isEmpty() && m_random.chance(20);
        const QByteArray pad = many ? "\n" + blanks(indent + 2) : m_random.chance(20) ? QByteArray(" ") : QByteArray();
        QByteArray text(1, brackets[0]);
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const bool last = i + 1 == entries.size();
            text += (i == 0 ? pad : many ? "\n" + blanks(indent + 2) : QByteArray(" ")) + entries[i];
            text += !last || m_random.chance(10) ? "," : "";
            text += many && m_random.chance(30) ? " # entry" : "";
        }
        text += many ? "\n" + blanks(indent + 1) : pad;
        return text + brackets[1];
    }

    QByteArray flowList(qsizetype indent, int depth)
    {
        QByteArrayList entries;
        for (int i = m_random.below(4); i > 0; --i)
            entries.append(flowScalar(indent, depth));
        return inBrackets(entries, "[]", indent);
    }

    QByteArray flowMap(qsizetype indent, int depth)
    {
        QByteArrayList entries;
        for (int i = m_random.below(4); i > 0; --i) {
            const QByteArray key = (m_random.chance(10) ? "\"p" : "p") + QByteArray::number(i);
            const QByteArray name = key.startsWith('"') ? QByteArray(key + "\"") : key;
            entries.append(name + ": " + (m_random.chance(15) ? QByteArray() : flowScalar(indent, depth)));
        }
        return inBrackets(entries, "{}", indent);
    }

    QByteArray blockList(qsizetype indent)
    {
        const qsizetype column = indent + m_random.pick(std::array{0, 2, 2, 4});
        QByteArrayList lines;
        for (int i = m_random.between(1, 4); i > 0; --i) {
            const QByteArray dash = blanks(column) + "-";
            if (m_random.chance(15))
                lines.append(blanks(m_isText ? column : m_random.between(0, 5)) + "# about an item");
            if (m_random.chance(40))
                lines.append(dash + " " + blockMap(column + 2).sliced(column + 2));
            else if (m_random.chance(10))
                lines.append(dash + m_random.pick(comments));
            else if (m_random.chance(20))
                lines.append(dash + " " + flowMap(column, 1) + m_random.pick(comments));
            else
                lines.append(dash + scalar());
        }
        return lines.join('\n');
    }

    QByteArray blockMap(qsizetype column)
    {
        QByteArrayList lines;
        const int count = m_random.between(1, 3);
        for (int i = 0; i < count; ++i) {
            if (i > 0 && m_random.chance(15))
                lines.append(blanks(column) + "# about a part");
            lines.append(blanks(column) + "part" + QByteArray::number(i) + ":" + value(column, false));
        }
        return lines.join('\n');
    }

    bench::Random &m_random;
    QByteArray m_break;
    QByteArray m_out;
    bool m_isText = false; ///< a text in lines stands in the block
    bool m_anchored = false;
    bool m_hasAnchor = false;
    AwkwardDocument m_result;
};

} // namespace

AwkwardDocument awkwardDocument(bench::Random &random)
{
    return Writer(random).write();
}

Value awkwardValue(bench::Random &random, int depth)
{
    switch (random.below(depth > 0 ? 9 : 7)) {
    case 0:
        return static_cast<qint64>(random.between(-5, 3000));
    case 1:
        return random.pick(std::array{0.5, -3.25, 1e20, 7.0});
    case 2:
        return random.chance(50) ? Value(random.chance(50)) : Value();
    case 7: {
        Value::List list;
        for (int i = random.below(4); i > 0; --i)
            list.push_back(awkwardValue(random, depth - 1));
        return list;
    }
    case 8: {
        Value::Map map;
        for (int i = random.below(4); i > 0; --i)
            map.emplace_back(u"part%1"_s.arg(i), awkwardValue(random, depth - 1));
        return map;
    }
    default:
        return QString::fromUtf8(random.pick(texts));
    }
}

} // namespace casebook
