#include "ui/curate/planrunner.h"

#include "ui/curate/filework.h"

#include <optional>

namespace casebook {

PlanRunner::PlanRunner(QObject *parent) : QObject(parent), m_work(new FileWork(this))
{
    connect(m_work, &FileWork::progress, this, &PlanRunner::progress);
    connect(m_work, &FileWork::runningChanged, this, &PlanRunner::runningChanged);
}

void PlanRunner::setRoot(const QString &root)
{
    if (root == m_root)
        return;
    m_root = root;
    m_history.clear();
    emit historyChanged();
}

bool PlanRunner::isRunning() const
{
    return m_work->isRunning();
}

QString PlanRunner::nameOf(Way way) const
{
    const Operation *next = m_history.next(way);
    return next ? next->name : QString();
}

void PlanRunner::cancel()
{
    m_work->cancel();
}

void PlanRunner::run(const Plan &plan, std::function<void(const PlanOutcome &)> done)
{
    if (isRunning()) {
        emit refused();
        return;
    }
    const auto outcome = std::make_shared<PlanOutcome>();
    m_work->start(
        [outcome, plan, root = m_root](const FileProgress &progress) { *outcome = carryOut(root, plan, progress); },
        [this, outcome, root = m_root, done = std::move(done)] {
            if (root == m_root)
                finish(*outcome);
            done(*outcome);
        });
}

void PlanRunner::finish(const PlanOutcome &outcome)
{
    if (outcome.undo.steps.isEmpty())
        return;
    m_history.add(outcome.undo);
    emit historyChanged();
    emit changed(outcome.undo.steps);
}

void PlanRunner::perform(Way way)
{
    const Operation *next = m_history.next(way);
    if (!next)
        return;
    if (isRunning()) {
        emit refused();
        return;
    }
    const auto result = std::make_shared<std::optional<Result<Operation>>>();
    m_work->start([result, operation = *next, root = m_root](
                      const FileProgress &progress) { *result = performOperation(root, operation, progress); },
                  [this, way, result, name = next->name, root = m_root] {
                      if (root == m_root)
                          finish(way, name, std::move(**result));
                  });
}

void PlanRunner::finish(Way way, const QString &name, Result<Operation> result)
{
    if (!result) {
        emit failed(way, name, result.error().message);
        return;
    }
    const QList<FileStep> inverse = result->steps;
    m_history.moved(way, std::move(*result));
    emit historyChanged();
    emit changed(inverse);
    emit performed(way, name);
}

} // namespace casebook
