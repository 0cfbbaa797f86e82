#include "ui/edit/syntax.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr qsizetype longestScan = 8000;
constexpr int modeBits = 4;
constexpr int depthBits = 6;
constexpr int largestDepth = (1 << depthBits) - 1;
constexpr int largestValue = 0xffff;

bool isFence(QStringView line, QStringView fence)
{
    return line.startsWith(fence) && line.sliced(fence.size()).trimmed().isEmpty();
}

SyntaxState closed(SyntaxSpans &spans, QStringView line, SyntaxState::Mode next)
{
    spans.append({0, line.size(), SyntaxKind::Fence});
    return {.mode = next};
}

} // namespace

int SyntaxState::toInt() const
{
    return mode | (tilde ? 1 << modeBits : 0) | std::min(depth, largestDepth) << (modeBits + 1)
        | std::min(value, largestValue) << (modeBits + 1 + depthBits);
}

SyntaxState SyntaxState::fromInt(int packed)
{
    if (packed < 0)
        return {};
    return {.mode = static_cast<Mode>(packed & ((1 << modeBits) - 1)),
            .value = packed >> (modeBits + 1 + depthBits),
            .depth = packed >> (modeBits + 1) & largestDepth,
            .tilde = (packed >> modeBits & 1) != 0};
}

SyntaxState scanLine(QStringView line, SyntaxState before, SyntaxSpans &spans)
{
    line.truncate(std::min(line.size(), longestScan));
    switch (before.mode) {
    case SyntaxState::Start:
        if (isFence(line, u"---"))
            return closed(spans, line, SyntaxState::Yaml);
        if (isFence(line, u"+++"))
            return closed(spans, line, SyntaxState::Toml);
        return scanMarkdown(line, {.mode = SyntaxState::Markdown}, spans);
    case SyntaxState::Toml: // shown, but not read: no colours that would say otherwise
        return isFence(line, u"+++") ? closed(spans, line, SyntaxState::Markdown) : before;
    case SyntaxState::Yaml:
    case SyntaxState::YamlDoubleQuoted:
    case SyntaxState::YamlSingleQuoted:
    case SyntaxState::YamlBlock:
        return isFence(line, u"---") || isFence(line, u"...") ? closed(spans, line, SyntaxState::Markdown)
                                                              : scanYaml(line, before, spans);
    case SyntaxState::Markdown:
    case SyntaxState::CodeBlock:
        return scanMarkdown(line, before, spans);
    }
    return before;
}

} // namespace casebook
