#include "core/curate/operation.h"

#include <QCoreApplication>

namespace casebook {

namespace {

constexpr std::size_t mostOperations = 100;
constexpr qsizetype mostBytes = 128 * 1024 * 1024;

QString translate(const char *text)
{
    return QCoreApplication::translate("Operation", text);
}

qsizetype sizeOf(const Operation &operation)
{
    qsizetype size = 0;
    for (const FileStep &step : operation.steps)
        size += step.bytes.size() + 200; // and what else a step holds, roughly
    return size;
}

/// Takes back what has been done; answers what could not be, as sentences.
QString takeBack(const QString &root, const QList<FileStep> &inverse, SystemCalls &calls)
{
    QString failures;
    for (const FileStep &step : inverse) {
        if (const Result<FileStep> back = performStep(root, step, calls); !back)
            failures += u' ' + back.error().message;
    }
    return failures;
}

} // namespace

Result<Operation> performOperation(const QString &root, const Operation &operation, const FileProgress &progress,
                                   SystemCalls &calls)
{
    ThoughtOfFiles files;
    for (const FileStep &step : operation.steps) {
        if (const Result<void> possible = checkStep(root, step, files); !possible)
            return possible.error();
    }
    Operation inverse{operation.name, {}};
    for (const FileStep &step : operation.steps) {
        Result<FileStep> done = performStep(root, step, calls);
        if (!done)
            return Error{done.error().message + takeBack(root, inverse.steps, calls)};
        inverse.steps.prepend(std::move(*done));
        const auto total = static_cast<int>(operation.steps.size());
        if (progress && !progress(static_cast<int>(inverse.steps.size()), total) && inverse.steps.size() < total)
            return Error{translate("Cancelled: nothing has changed.") + takeBack(root, inverse.steps, calls)};
    }
    return inverse;
}

void OperationHistory::add(Operation operation)
{
    m_redo.clear();
    m_undo.push_back(std::move(operation));
    forgetOldest();
}

const Operation *OperationHistory::next(Way way) const
{
    const std::deque<Operation> &from = way == Way::Undo ? m_undo : m_redo;
    return from.empty() ? nullptr : &from.back();
}

void OperationHistory::moved(Way way, Operation inverse)
{
    std::deque<Operation> &from = way == Way::Undo ? m_undo : m_redo;
    std::deque<Operation> &to = way == Way::Undo ? m_redo : m_undo;
    if (from.empty())
        return; // another corpus came meanwhile
    from.pop_back();
    to.push_back(std::move(inverse));
}

void OperationHistory::clear()
{
    m_undo.clear();
    m_redo.clear();
}

void OperationHistory::forgetOldest()
{
    qsizetype bytes = 0;
    for (const Operation &operation : m_undo)
        bytes += sizeOf(operation);
    while (m_undo.size() > 1 && (m_undo.size() > mostOperations || bytes > mostBytes)) {
        bytes -= sizeOf(m_undo.front());
        m_undo.pop_front();
    }
}

} // namespace casebook
