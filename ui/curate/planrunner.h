#pragma once

#include "core/curate/plan.h"

#include <QObject>

#include <functional>

namespace casebook {

class FileWork;

/// Carries plans out, takes them back and does them again, off the GUI thread, for one corpus at a time. One thing at a
/// time: what is asked for meanwhile is not done, and refused() says so.
class PlanRunner : public QObject {
    Q_OBJECT

public:
    using Way = OperationHistory::Way;

    explicit PlanRunner(QObject *parent = nullptr);

    /// Another folder: nothing can be taken back any more.
    void setRoot(const QString &root);

    bool isRunning() const;
    /// `done` is told what has become of the plan.
    void run(const Plan &plan, std::function<void(const PlanOutcome &)> done);
    /// Undoes or does again what is next.
    void perform(Way way);
    /// What is next, for people; "" where there is nothing.
    QString nameOf(Way way) const;
    void cancel();

signals:
    void progress(int done, int total);
    void runningChanged(bool running);
    void historyChanged();
    /// Files have changed: these steps would undo it.
    void changed(const QList<casebook::FileStep> &inverse);
    /// Something was undone, or done again.
    void performed(casebook::OperationHistory::Way way, const QString &name);
    /// It could not be; nothing has changed.
    void failed(casebook::OperationHistory::Way way, const QString &name, const QString &message);
    /// Something else is under way.
    void refused();

private:
    void finish(const PlanOutcome &outcome);
    void finish(Way way, const QString &name, Result<Operation> result);

    QString m_root;
    OperationHistory m_history;
    FileWork *m_work;
};

} // namespace casebook
