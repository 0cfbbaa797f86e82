#include "tests/bench/prose.h"

#include <QStringBuilder>

#include <array>

namespace casebook::bench {

namespace {

// The most frequent first: pickSkewed() draws from the front.
constexpr std::array commonWords{"the",          "and",         "of",           "to",          "a",
                                 "in",           "that",        "is",           "it",          "was",
                                 "for",          "with",        "as",           "on",          "by",
                                 "which",        "not",         "had",          "this",        "team",
                                 "service",      "code",        "rust",         "memory",      "from",
                                 "were",         "at",          "one",          "time",        "more",
                                 "an",           "than",        "are",          "be",          "but",
                                 "has",          "its",         "they",         "after",       "new",
                                 "every",        "where",       "when",         "could",       "only",
                                 "first",        "old",         "same",         "over",        "less",
                                 "latency",      "rewrite",     "language",     "compiler",    "request",
                                 "requests",     "server",      "thread",       "threads",     "library",
                                 "people",       "month",       "months",       "year",        "cache",
                                 "engineers",    "production",  "before",       "without",     "through",
                                 "between",      "because",     "garbage",      "collector",   "collection",
                                 "allocation",   "borrow",      "checker",      "ownership",   "lifetime",
                                 "async",        "runtime",     "throughput",   "processor",   "cores",
                                 "machine",      "machines",    "cost",         "costs",       "smaller",
                                 "faster",       "slower",      "stable",       "release",     "releases",
                                 "bugs",         "crash",       "crashes",      "faults",      "safety",
                                 "security",     "review",      "tests",        "benchmark",   "measured",
                                 "numbers",      "percentile",  "tail",         "load",        "traffic",
                                 "network",      "storage",     "database",     "index",       "queue",
                                 "stream",       "parser",      "protocol",     "interface",   "bindings",
                                 "boundary",     "module",      "modules",      "package",     "packages",
                                 "build",        "builds",      "times",        "tooling",     "editor",
                                 "debugger",     "learning",    "curve",        "training",    "hiring",
                                 "maintenance",  "prototype",   "migration",    "gradual",     "piece",
                                 "wholesale",    "decision",    "reasons",      "evidence",    "alternative",
                                 "alternatives", "kept",        "dropped",      "replaced",    "wrapped",
                                 "ported",       "rewritten",   "deployed",     "shipped",     "tried",
                                 "chose",        "found",       "expected",     "surprised",   "predictable",
                                 "remaining",    "platform",    "platforms",    "browser",     "desktop",
                                 "mobile",       "firmware",    "kernel",       "driver",      "hardware",
                                 "image",        "video",       "audio",        "message",     "messages",
                                 "channel",      "session",     "sessions",     "account",     "payment",
                                 "payments",     "ledger",      "order",        "orders",      "search",
                                 "query",        "queries",     "document",     "documents",   "editorial",
                                 "customer",     "customers",   "region",       "regions",     "cluster",
                                 "container",    "containers",  "scheduler",    "worker",      "workers",
                                 "pipeline",     "pipelines",   "analysis",     "metrics",     "trace",
                                 "tracing",      "logging",     "failure",      "failures",    "recovery",
                                 "backup",       "encryption",  "signature",    "certificate", "identity",
                                 "permission",   "policy",      "standard",     "standards",   "ecosystem",
                                 "maturity",     "immature",    "unfinished",   "nightly",     "macro",
                                 "macros",       "generics",    "trait",        "traits",      "enum",
                                 "pattern",      "patterns",    "error",        "errors",      "handling",
                                 "panic",        "unsafe",      "pointer",      "pointers",    "race",
                                 "races",        "lock",        "locks",        "concurrency", "parallel",
                                 "simulation",   "rendering",   "layout",       "font",        "fonts",
                                 "vector",       "matrix",      "compression",  "iteration",   "gameplay",
                                 "designer",     "designers",   "experiment",   "experiments", "refactoring",
                                 "velocity",     "abandoned",   "regret",       "confidence",  "documentation",
                                 "community",    "contributor", "contributors", "governance",  "licence",
                                 "audit"};

constexpr std::array beyondAscii{"naïve",     "façade",      "Zürich",        "größer", "10 µs", "Malmö",  "résumé",
                                 "São Paulo", "coöperative", "Łódź",          "Straße", "Київ",  "日本語", "Ørsted",
                                 "±3 %",      "½",           "“good enough”", "café",   "exposé"};

constexpr std::array syllables{"bal", "cor", "den", "fal", "gri", "hol", "jas", "kel", "lum",
                               "mer", "nor", "pan", "qui", "ros", "sel", "tam", "urb", "vek",
                               "wil", "xan", "yor", "zed", "bri", "cla", "dro", "fen"};

QByteArray capitalized(QByteArray text)
{
    if (!text.isEmpty() && text.front() >= 'a' && text.front() <= 'z')
        text[0] = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace

QByteArray Prose::rareWord()
{
    QByteArray word;
    for (int i = m_random.between(2, 3); i > 0; --i)
        word += m_random.pick(syllables);
    return word;
}

QByteArray Prose::word()
{
    const int kind = m_random.below(100);
    if (kind < 6)
        return rareWord();
    if (kind < 8)
        return m_random.pick(beyondAscii);
    return m_random.pickSkewed(commonWords);
}

QByteArray Prose::sentence(int count)
{
    QByteArray text = capitalized(word());
    for (int i = 1; i < count; ++i) {
        if (m_random.chance(7))
            text += m_random.chance(15) ? " —" : ",";
        text += ' ' + word();
    }
    return text + '.';
}

QByteArray Prose::words(int count, char between)
{
    QByteArray text = word();
    for (int i = 1; i < count; ++i)
        text += between + word();
    return text;
}

// One draw a statement: the order in which an expression's parts are evaluated is the compiler's choice.
QByteArray Prose::markedSentence(int count)
{
    QByteArray text = sentence(count);
    text.chop(1);
    switch (m_random.below(12)) {
    case 0:
        text += " **" + words(2, ' ') + "**";
        break;
    case 1:
        text += " `" + rareWord() + "()`";
        break;
    case 2:
        text += " [" + words(2, ' ') + "](https://";
        text += rareWord() + ".example/";
        text += rareWord() + ')';
        break;
    case 3:
        text += " *" + word() + '*';
        break;
    default:
        break;
    }
    return text + '.';
}

QByteArray Prose::paragraph(int bytes, const QByteArray &prefix)
{
    QByteArray text = markedSentence(m_random.between(8, 20));
    while (text.size() < bytes)
        text += ' ' + markedSentence(m_random.between(6, 22));
    return wrapped(text, 110, prefix);
}

QByteArray wrapped(const QByteArray &text, int width, const QByteArray &prefix)
{
    QByteArray lines;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.size();
        if (end - begin > width) {
            end = text.lastIndexOf(' ', begin + width);
            if (end <= begin)
                end = text.indexOf(' ', begin + width);
            if (end < 0)
                end = text.size();
        }
        lines += prefix + text.mid(begin, end - begin) + '\n';
        begin = end + 1;
    }
    return lines;
}

} // namespace casebook::bench
