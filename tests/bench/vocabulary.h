#pragma once

#include <QByteArray>

#include <array>

namespace casebook::bench {

// The values that generated cases draw from, the frequent ones first.
inline constexpr std::array decisions{"migrating", "adopting", "decided-against"};
inline constexpr std::array languages{"C++",     "C",      "Go",         "Python", "Java", "Ruby",   "TypeScript",
                                      "C#",      "Scala",  "JavaScript", "Elixir", "PHP",  "Kotlin", "Swift",
                                      "Haskell", "Erlang", "Zig",        "OCaml",  "Ada",  "Perl"};
inline constexpr std::array industries{"cloud",          "developer-tools", "finance",  "applications",
                                       "communications", "platforms",       "games",    "automotive",
                                       "browsers",       "health",          "research", "design"};
inline constexpr std::array stages{"production", "in-progress", "prototype", "abandoned", "hypothetical"};
inline constexpr std::array sides{"for", "against"};
inline constexpr std::array reasons{"memory-safety",
                                    "latency",
                                    "throughput",
                                    "resources",
                                    "correctness",
                                    "concurrency",
                                    "security",
                                    "productivity",
                                    "learning",
                                    "compile-times",
                                    "maturity",
                                    "tooling",
                                    "people",
                                    "interoperability",
                                    "maintainability",
                                    "deployment",
                                    "garbage-collection",
                                    "portability",
                                    "shared-code",
                                    "expressiveness",
                                    "diagnostics",
                                    "change",
                                    "porting"};
inline constexpr std::array sourceKinds{"engineering-blog", "talk",    "vendor-blog", "discussion",
                                        "article",          "podcast", "news",        "paper"};
inline constexpr std::array relations{"first-party", "third-party"};
inline constexpr std::array tags{"backend", "cli",    "embedded", "web",   "data",    "async",
                                 "wasm",    "ffi",    "cache",    "proxy", "parser",  "graphics",
                                 "storage", "mobile", "kernel",   "team",  "rewrite", "library"};
inline constexpr std::array units{"ms", "MB", "TPS", "s", "µs", "GB", "percent", "requests/s"};

/// Which fields are facets.
enum class FacetFields {
    Usual, ///< eight, as in the bundled corpus
    Many,  ///< twenty, some of them with thousands of values
};

/// A corpus.yaml with the fields, roles and groups that a corpus of decisions has, and the values above as
/// vocabularies.
QByteArray corpusDescription(FacetFields facets = FacetFields::Usual);

} // namespace casebook::bench
