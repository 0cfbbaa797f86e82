#include "tests/bench/tasks.h"

namespace casebook::bench {

const std::vector<Task> &allTasks()
{
    static const std::vector<Task> tasks{
        {"bytes", readBytes, false}, {"load", loadAtOnce, false},      {"steps", loadInSteps, false},
        {"tree", useTree, true},     {"panel", useTreeAndPanel, true}, {"save", saveEdits, false},
        {"show", showCases, true},   {"pdf", printBriefing, true}, {"palette", usePalette, false},
    };
    return tasks;
}

} // namespace casebook::bench
