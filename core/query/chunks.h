#pragma once

#include <QtConcurrent>

#include <algorithm>
#include <vector>

namespace casebook {

inline constexpr int chunkSize = 4096;

/// Cases that one task looks at: the positions from `begin` to before `end`.
struct Chunk {
    int begin;
    int end;
};

/// Does some work for all positions from `begin` to before `end`, `chunkSize` at a time, on all cores. Returns when it
/// is done. The work must only write what belongs to its own chunk.
template<typename Work>
void forEachChunk(int begin, int end, Work work)
{
    if (end - begin <= chunkSize) {
        if (begin < end)
            work(Chunk{begin, end});
        return;
    }
    std::vector<Chunk> chunks;
    for (; begin < end; begin += chunkSize)
        chunks.push_back({begin, std::min(begin + chunkSize, end)});
    QtConcurrent::blockingMap(chunks, [&](const Chunk &chunk) { work(chunk); });
}

} // namespace casebook
