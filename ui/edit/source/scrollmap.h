#pragma once

#include <vector>

namespace casebook {

/// Where lines of a source are in what was typeset of them. Between the places that are known all is even.
class ScrollMap {
public:
    /// The typeset text begins at a height of 0, where the source does.
    ScrollMap() : m_places{{0, 0}} {}

    /// Adds a place below those that are there; one that is not further in both is left out. The line is counted from
    /// 0.
    void add(double line, double height);

    /// Past the last place: that.
    double heightOf(double line) const;
    double lineAt(double height) const;

private:
    struct Place {
        double line;
        double height;
    };
    static double between(double from, double to, double share) { return from + (to - from) * share; }

    std::vector<Place> m_places; ///< ascending in both
};

} // namespace casebook
