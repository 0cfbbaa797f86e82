#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace casebook {

class Actions;
class Browser;
class CasePane;
class CaseTreeModel;
class CaseTreeView;
class FilterPanel;
class NeighbourBanner;
class NothingFound;
class QueryBar;
class QueryField;

/// The window's middle while a corpus is open: query field, filter panel, tree, and the case.
class CorpusPage : public QWidget {
    Q_OBJECT

public:
    CorpusPage(Browser &browser, const Actions &actions, QWidget *parent = nullptr);

    QueryField *queryField() const;
    FilterPanel *filters() const { return m_filters; }
    CaseTreeView *tree() const { return m_tree; }
    CasePane *pane() const { return m_pane; }
    NeighbourBanner *neighbours() const { return m_neighbours; }

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

private:
    QWidget *makeHeader(const Actions &actions);
    QWidget *makeTreeColumn();
    void showEmptyState();

    Browser &m_browser;
    QueryBar *m_query;
    FilterPanel *m_filters;
    CaseTreeModel *m_model;
    CaseTreeView *m_tree;
    NothingFound *m_empty; ///< in the tree's place where nothing is found
    CasePane *m_pane;
    NeighbourBanner *m_neighbours;
    QSplitter *m_splitter;
};

} // namespace casebook
