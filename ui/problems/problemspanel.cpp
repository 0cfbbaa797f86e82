#include "ui/problems/problemspanel.h"

#include "ui/problems/problemsmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace casebook {

ProblemsPanel::ProblemsPanel(QWidget *parent)
    : QWidget(parent), m_model(new ProblemsModel(this)), m_view(new QTreeView(this)),
      m_empty(new QLabel(tr("No problems: every file can be read and fits the corpus's description."), this))
{
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Problems"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ProblemsModel::FileColumn, QHeaderView::Interactive);
    m_view->header()->resizeSection(ProblemsModel::FileColumn, m_view->fontMetrics().averageCharWidth() * 40);
    m_view->header()->resizeSection(ProblemsModel::PlaceColumn, m_view->fontMetrics().averageCharWidth() * 12);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    layout->addWidget(m_empty);
    const auto go = [this](const QModelIndex &index) {
        const FileProblem &problem = m_model->problems().at(index.row());
        emit placeRequested(problem.path, problem.problem.line, problem.problem.column);
    };
    connect(m_view, &QTreeView::clicked, this, go);
    connect(m_view, &QTreeView::activated, this, go);
    setProblems({});
}

void ProblemsPanel::setProblems(const QList<FileProblem> &problems)
{
    m_model->setProblems(problems);
    m_view->setVisible(!problems.isEmpty());
    m_empty->setVisible(problems.isEmpty());
}

Problems ProblemsPanel::problemsOf(const QString &path) const
{
    Problems problems;
    for (const FileProblem &one : m_model->problems()) {
        if (one.path == path)
            problems.append(one.problem);
    }
    return problems;
}

} // namespace casebook
