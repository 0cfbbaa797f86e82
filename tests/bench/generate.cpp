#include "tests/bench/generator.h"

#include <QCoreApplication>

#include <cstdio>

// casebook-generate DIR N [SEED [FACETS]]: makes a corpus of N cases in DIR, which must be empty or not there yet. More than
// eight FACETS make twenty.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    bool countRead = false;
    bool seedRead = true;
    bool facetsRead = true;
    const int cases = arguments.value(2).toInt(&countRead);
    const quint64 seed = arguments.size() > 3 ? arguments.at(3).toULongLong(&seedRead) : 1;
    const int facets = arguments.size() > 4 ? arguments.at(4).toInt(&facetsRead) : 8;
    if (arguments.size() < 3 || arguments.size() > 5 || !countRead || cases < 0 || !seedRead || !facetsRead) {
        std::fputs("usage: casebook-generate DIR N [SEED [FACETS]]\n", stderr);
        return 2;
    }
    const auto corpus = casebook::bench::generateCorpus(
        arguments.at(1), cases, seed,
        facets > 8 ? casebook::bench::FacetFields::Many : casebook::bench::FacetFields::Usual);
    if (!corpus) {
        std::fprintf(stderr, "casebook-generate: %s\n", qUtf8Printable(corpus.error().message));
        return 3;
    }
    std::fprintf(stderr, "%d cases, %lld bytes\n", corpus->cases, static_cast<long long>(corpus->bytes));
    return 0;
}
