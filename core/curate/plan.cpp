#include "core/curate/plan.h"

#include "core/store/corpuspath.h"

namespace casebook {

PlanOutcome carryOut(const QString &root, const Plan &plan, const FileProgress &progress, SystemCalls &calls)
{
    PlanOutcome outcome;
    outcome.undo.name = plan.name;
    int total = 0;
    for (const PlannedFile &file : plan.files)
        total += file.chosen ? 1 : 0;
    int reached = 0;
    for (const PlannedFile &file : plan.files) {
        if (!file.chosen)
            continue;
        Result<FileStep> done = performStep(root, file.step, calls);
        if (done) {
            outcome.undo.steps.prepend(std::move(*done));
            ++outcome.done;
        } else {
            outcome.leftOut.append({file.step.path, done.error().message});
            if (file.needed)
                break;
        }
        if (progress && !progress(++reached, total) && reached < total) {
            outcome.cancelled = true;
            break;
        }
    }
    if (plan.nameOf)
        outcome.undo.name = plan.nameOf(outcome.done);
    return outcome;
}

PlannedFile plannedWrite(const QString &path, const FileContent &content, const QByteArray &after)
{
    PlannedFile file;
    file.step = {FileStep::Kind::Write, path, {}, content.hash, after};
    file.before = content.bytes;
    file.after = after;
    return file;
}

void addWrite(Plan &plan, const QString &path, const FileContent &content, const Result<QByteArray> &after)
{
    if (!after)
        plan.leftOut.append({path, after.error().message});
    else if (*after == content.bytes)
        plan.same.append(path);
    else
        plan.files.append(plannedWrite(path, content, *after));
}

Plan planTrash(const QString &root, const QStringList &paths, const FileProgress &progress)
{
    Plan plan;
    for (const QString &path : paths) {
        PlannedFile file;
        file.step = {FileStep::Kind::Trash, path, {}, {}, {}};
        if (const Result<QString> absolute = corpusPath(root, path)) {
            // The bytes themselves are not kept: the trash has them.
            if (const Result<FileContent> content = readFile(*absolute))
                file.step.expected = content->hash;
        }
        plan.files.append(std::move(file));
        if (progress && !progress(static_cast<int>(plan.files.size()), static_cast<int>(paths.size()))) {
            plan.cancelled = true;
            break;
        }
    }
    return plan;
}

} // namespace casebook
