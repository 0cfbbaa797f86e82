#include "ui/curate/planview.h"

#include "ui/edit/difference/filechangesview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSet>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

FileChange changeOf(const PlannedFile &file)
{
    switch (file.step.kind) {
    case FileStep::Kind::Write:
        return {file.step.path, file.step.path, file.before, file.after};
    case FileStep::Kind::Rename:
        return {file.step.path, file.step.other, file.before, file.after};
    case FileStep::Kind::Create:
    case FileStep::Kind::Restore:
        return {{}, file.step.path, {}, file.after};
    case FileStep::Kind::Trash:
        return {file.step.path, {}, file.before, {}};
    }
    return {};
}

QString keyOf(const FileChange &change)
{
    return change.oldPath + u'\n' + change.newPath;
}

QList<PlannedChange> changesOf(const Plan &plan)
{
    QList<PlannedChange> changes;
    for (const PlannedFile &file : plan.files)
        changes.append({changeOf(file), {}, file.needed});
    for (const LeftOutFile &file : plan.leftOut)
        changes.append({{file.path, file.path, {}, {}}, file.reason, false});
    return changes;
}

} // namespace

PlanView::PlanView(QWidget *parent)
    : QWidget(parent),
      m_changes(new FileChangesView(this)),
      m_summary(new QLabel(this)),
      m_progress(new QProgressBar(this))
{
    m_summary->setObjectName(u"planSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_progress->setAccessibleName(tr("Looking through the files"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_summary, 1);
    line->addWidget(m_progress);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_changes, 1);
    layout->addLayout(line);
    connect(m_changes, &FileChangesView::tickedCountChanged, this, [this](int count) {
        showSummary();
        emit chosenCountChanged(count);
    });
    m_progress->hide();
}

void PlanView::setPlan(const Plan &plan)
{
    m_plan = plan;
    m_progress->hide();
    m_changes->setEmptyText(plan.same.isEmpty() ? tr("Nothing changes.") : tr("Every file is like this already."));
    m_changes->setChanges(changesOf(plan));
}

Plan PlanView::chosenPlan() const
{
    QSet<QString> ticked;
    for (const FileChange &change : m_changes->tickedChanges())
        ticked.insert(keyOf(change));
    Plan plan = m_plan;
    for (PlannedFile &file : plan.files)
        file.chosen = file.needed || ticked.contains(keyOf(changeOf(file)));
    return plan;
}

int PlanView::chosenCount() const
{
    return m_changes->tickedCount();
}

void PlanView::showNothing(const QString &message)
{
    m_plan = {};
    m_progress->hide();
    m_changes->setEmptyText(message);
    m_changes->setChanges({});
    m_summary->clear();
}

void PlanView::showProgress(int done, int total)
{
    m_progress->setVisible(true);
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_summary->setText(tr("Looking through the files…"));
}

void PlanView::showSummary()
{
    QStringList parts;
    if (const auto same = static_cast<int>(m_plan.same.size()); same > 0)
        parts.append(tr("%Ln file(s) are like this already", nullptr, same));
    if (const auto leftOut = static_cast<int>(m_plan.leftOut.size()); leftOut > 0)
        parts.append(tr("%Ln file(s) cannot be changed", nullptr, leftOut));
    m_summary->setText(parts.join(u" · "_s));
}

} // namespace casebook
