#include "tests/bench/casename.h"

#include "tests/bench/random.h"

#include <QStringBuilder>

#include <array>

namespace casebook::bench {

namespace {

constexpr std::array qualities{
    "incremental", "regional", "nightly",  "shared",    "streaming", "offline",  "embedded", "internal",
    "public",      "central",  "legacy",   "mobile",    "secure",    "adaptive", "batch",    "online",
    "parallel",    "remote",   "portable", "partial",   "durable",   "signed",   "layered",  "typed",
    "compact",     "dynamic",  "external", "federated", "guarded",   "hosted",   "inline",   "journaled",
    "keyed",       "local",    "managed",  "native",    "ordered",   "pooled",   "quick",    "reactive",
    "sparse",      "tiered",   "unified",  "versioned", "warm",      "zoned",    "audited",  "buffered"};
constexpr std::array things{"ledger",  "image",    "message",  "order",   "session", "metrics",   "font",    "video",
                            "search",  "payment",  "policy",   "route",   "sensor",  "account",   "package", "log",
                            "trace",   "document", "identity", "archive", "booking", "catalogue", "claim",   "device",
                            "editor",  "feed",     "game",     "health",  "invoice", "journal",   "key",     "layout",
                            "map",     "network",  "object",   "parcel",  "queue",   "report",    "signal",  "ticket",
                            "update",  "vehicle",  "weather",  "x-ray",   "yield",   "zone",      "backup",  "cache",
                            "dataset", "event",    "file",     "graph",   "host",    "issue",     "job",     "kernel",
                            "label",   "market",   "node",     "offer",   "photo",   "quota",     "release", "stream"};
constexpr std::array kinds{"service", "index",   "parser", "store",    "gateway",  "pipeline", "engine",   "scheduler",
                           "proxy",   "agent",   "client", "driver",   "compiler", "checker",  "renderer", "encoder",
                           "decoder", "router",  "broker", "importer", "exporter", "viewer",   "planner",  "monitor",
                           "indexer", "builder", "linter", "resolver", "loader",   "balancer", "sampler",  "tracker",
                           "watcher", "mapper",  "merger", "packer",   "signer",   "solver",   "tester",   "tuner"};
constexpr std::array firstParts{"Nor", "Vel", "Kor", "Bri", "Tal", "Mer", "Sol", "Aqu", "Fen",
                                "Gal", "Hal", "Ist", "Jun", "Lar", "Mon", "Oss", "Pel", "Qua",
                                "Rin", "Sev", "Tor", "Ulm", "Var", "Wes", "Zan", "Ård"};
constexpr std::array lastParts{"vek",  "ora",  "ium",   "eta",  "lan",   "dis",  "mont", "wick", "holm",
                               "grid", "cast", "line",  "form", "gate",  "ware", "soft", "byte", "loop",
                               "mark", "port", "stead", "vale", "worth", "yard", "zen"};
constexpr std::array suffixes{"", "", "", " Systems", " Labs", " Software", " Group", " Cloud", " Games", " Research"};

// Walks through all combinations once before one comes again: odd, and no multiple of 3 or 5.
constexpr int stride = 77'317;
constexpr int combinations = static_cast<int>(qualities.size() * things.size() * kinds.size());
static_assert(combinations == 122'880);

QByteArray titleAt(int index)
{
    const int mixed = static_cast<int>(qint64(index) * stride % combinations);
    const auto at = [](const auto &list, int number) {
        return QByteArray(list[static_cast<std::size_t>(number) % list.size()]);
    };
    const int thing = mixed / static_cast<int>(qualities.size());
    QByteArray title =
        at(qualities, mixed) + ' ' + at(things, thing) + ' ' + at(kinds, thing / static_cast<int>(things.size()));
    title[0] = static_cast<char>(title.front() - 'a' + 'A');
    if (index >= combinations)
        title += ' ' + QByteArray::number(index / combinations + 1);
    return title;
}

QByteArray slug(QByteArray text)
{
    text = text.toLower();
    text.replace(QByteArray("Å"), "a");
    text.replace(QByteArray("å"), "a");
    text.replace(' ', '-');
    return text;
}

} // namespace

CaseName caseName(quint64 seed, int index, int count)
{
    Random random(seed, static_cast<quint64>(index) * 2);
    CaseName name;
    name.title = titleAt(index);
    name.organization = random.pickSkewed(firstParts);
    name.organization += random.pickSkewed(lastParts);
    name.organization += random.pick(suffixes);
    name.id = slug(name.organization) + '-' + slug(name.title);
    if (count > mostInOneFolder)
        name.id.prepend(QByteArray::number(index / 1000).rightJustified(3, '0') + '/');
    return name;
}

} // namespace casebook::bench
