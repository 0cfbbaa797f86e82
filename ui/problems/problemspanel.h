#pragma once

#include "core/corpus/corpus.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QTreeView;
QT_END_NAMESPACE

namespace casebook {

class ProblemsModel;

/// The list of all problems of the corpus; a click goes to the place.
class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    void setProblems(const QList<FileProblem> &problems);
    /// Those of one file.
    Problems problemsOf(const QString &path) const;

signals:
    /// To `path`, at a line and column from 1, or 0 where the problem is the file as such.
    void placeRequested(const QString &path, int line, int column);

private:
    ProblemsModel *m_model;
    QTreeView *m_view;
    QLabel *m_empty;
};

} // namespace casebook
