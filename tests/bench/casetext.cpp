#include "tests/bench/casetext.h"

#include "tests/bench/casename.h"
#include "tests/bench/prose.h"
#include "tests/bench/vocabulary.h"

#include <QStringBuilder>

namespace casebook::bench {

namespace {

/// Writes one case. One draw a statement, so that every compiler draws in the same order.
class CaseWriter {
public:
    CaseWriter(quint64 seed, int index, int count)
        : m_seed(seed),
          m_index(index),
          m_count(count),
          m_name(caseName(seed, index, count)),
          m_random(seed, static_cast<quint64>(index) * 2 + 1),
          m_prose(m_random)
    {
    }

    QByteArray write(int size)
    {
        writeFrontMatter();
        writeBody(size > 0 ? size - static_cast<int>(m_text.size()) : bodySize());
        return m_text;
    }

private:
    void add(const char *key, const QByteArray &value) { m_text += QByteArray(key) + ": " + value + '\n'; }
    void addPart(const char *key, const QByteArray &value)
    {
        m_text += "    ";
        add(key, value);
    }

    /// Most bodies are short, and a few are long.
    int bodySize()
    {
        const int usual = 260 + m_random.skewed(2200);
        return m_random.chance(4) ? usual + m_random.between(1000, 4500) : usual;
    }

    template<typename List>
    QByteArray listOf(const List &values, int most)
    {
        QByteArray text = "[";
        for (int i = m_random.skewed(most); i >= 0; --i) {
            const QByteArray value = m_random.pickSkewed(values);
            if (!text.contains(value))
                text += (text.size() > 1 ? ", " : "") + value;
        }
        return text + ']';
    }

    void writeFrontMatter()
    {
        const QByteArray decision = m_random.pickSkewed(decisions);
        m_year = 2013 + m_random.below(12);
        m_sources = 1 + m_random.skewed(4);
        m_text += "---\n";
        add("title", m_name.title);
        add("organization", m_name.organization);
        add("decision", decision);
        if (decision != "adopting")
            add("from", listOf(languages, 3));
        add("to", "[Rust]");
        add("year", QByteArray::number(m_year));
        add("industry", m_random.pickSkewed(industries));
        add("stage", m_random.pickSkewed(stages));
        if (m_random.chance(30))
            writeEffort();
        writeClaims(decision == "decided-against");
        writeFigures();
        writeSources();
        writeRelated();
        add("tags", listOf(tags, 5));
        add("reviewed", reviewDate());
        m_text += "---\n";
    }

    void writeEffort()
    {
        const int people = m_random.between(1, 20);
        const int months = m_random.between(1, 30);
        add("effort",
            "{people: " + QByteArray::number(people) + ", months: " + QByteArray::number(months) + ", lines: }");
    }

    void writeClaims(bool mostlyAgainst)
    {
        m_text += "claims:\n";
        for (int i = m_random.skewed(9); i >= 0; --i) {
            const bool against = m_random.chance(mostlyAgainst ? 80 : 25);
            add("  - side", sides[against ? 1 : 0]);
            addPart("reason", m_random.pickSkewed(reasons));
            const QByteArray claim = m_prose.sentence(m_random.between(9, 24));
            switch (m_random.below(20)) {
            case 0:
                m_text += "    text: >-\n" + wrapped(claim, 90, "      ");
                break;
            case 1:
                addPart("text", "\"In short: " + claim + '"');
                break;
            default:
                addPart("text", claim);
            }
            addPart("source", QByteArray::number(m_random.between(1, m_sources)));
        }
    }

    void writeFigures()
    {
        const int figures = m_random.skewed(4);
        if (figures > 0)
            m_text += "figures:\n";
        for (int i = 0; i < figures; ++i) {
            const QByteArray what = m_prose.words(m_random.between(2, 4), ' ');
            const int before = m_random.between(2, 9000);
            const int after = m_random.between(1, before);
            const QByteArray unit = m_random.pickSkewed(units);
            m_text += "  - {what: \"" + what + "\", before: " + QByteArray::number(before)
                + ", after: " + QByteArray::number(after) + ", unit: " + unit
                + ", source: " + QByteArray::number(m_random.between(1, m_sources)) + "}\n";
        }
    }

    void writeSources()
    {
        m_text += "sources:\n";
        for (int i = 0; i < m_sources; ++i) {
            QByteArray title = m_prose.sentence(m_random.between(4, 11));
            title.chop(1);
            add("  - title", title);
            const QByteArray page = m_prose.words(1, '-').toPercentEncoding();
            addPart("url", "https://www.example.org/engineering/" + QByteArray::number(m_index) + '/' + page);
            addPart("year", QByteArray::number(m_year + m_random.below(2)));
            addPart("kind", m_random.pickSkewed(sourceKinds));
            addPart("relation", relations[m_random.chance(75) ? 0 : 1]);
        }
    }

    void writeRelated()
    {
        QByteArray list;
        for (int i = m_random.skewed(5); i > 0 && m_count > 1; --i) {
            const int other = (m_index + 1 + m_random.below(m_count - 1)) % m_count;
            const QByteArray id = caseName(m_seed, other, m_count).id;
            if (!list.contains(id))
                list += (list.isEmpty() ? "" : ", ") + id;
        }
        if (!list.isEmpty())
            add("related", '[' + list + ']');
    }

    QByteArray reviewDate()
    {
        const int year = m_random.between(2023, 2025);
        const int month = m_random.between(1, 12);
        const int day = m_random.between(1, 28);
        const auto two = [](int number) { return QByteArray::number(number).rightJustified(2, '0'); };
        const QByteArray date = QByteArray::number(year) + '-' + two(month) + '-' + two(day);
        return m_random.chance(15) ? QByteArray(date + "   # all sources read again") : date;
    }

    void writeBody(int size)
    {
        const qsizetype end = m_text.size() + size;
        for (const char *heading : {"What", "Why", "Lessons"}) {
            const qsizetype part = std::max<qsizetype>((end - m_text.size()) / (heading[0] == 'L' ? 1 : 2), 60);
            m_text += QByteArray("\n## ") + heading + "\n\n";
            writePart(m_text.size() + part);
        }
    }

    void writePart(qsizetype end)
    {
        m_text += m_prose.paragraph(m_random.between(60, 260));
        while (m_text.size() + 60 < end) {
            m_text += '\n';
            switch (m_random.below(12)) {
            case 0:
                m_text += m_prose.paragraph(m_random.between(60, 200), "> ");
                break;
            case 1:
            case 2:
                for (int i = m_random.between(2, 5); i > 0; --i)
                    m_text += "- " + m_prose.markedSentence(m_random.between(5, 12)) + '\n';
                break;
            case 3:
                m_text += "### " + m_prose.words(m_random.between(2, 4), ' ') + "\n\n";
                m_text += m_prose.paragraph(80);
                break;
            case 4:
                m_text += "```rust\nlet " + m_prose.words(2, '_') + " = read()?;\n```\n";
                break;
            default:
                m_text += m_prose.paragraph(
                    static_cast<int>(std::min<qsizetype>(end - m_text.size(), m_random.between(150, 600))));
            }
        }
    }

    quint64 m_seed;
    int m_index;
    int m_count;
    CaseName m_name;
    Random m_random;
    Prose m_prose;
    QByteArray m_text;
    int m_year = 0;
    int m_sources = 1;
};

} // namespace

QByteArray caseText(quint64 seed, int index, int count)
{
    return CaseWriter(seed, index, count).write(0);
}

QByteArray caseTextOfSize(quint64 seed, int index, int count, int bytes)
{
    return CaseWriter(seed, index, count).write(bytes);
}

} // namespace casebook::bench
