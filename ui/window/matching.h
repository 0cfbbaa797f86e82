#pragma once

#include <QObject>

namespace casebook {

class Actions;
class Browser;
class CasePane;
class CaseTreeView;
class SourceMatches;

/// Marks what the query asks for in whatever shows a case, and leads from one match to the next, from case to case.
class Matching : public QObject {
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Window {
        const Actions &actions;
        CaseTreeView &tree;
        CasePane &pane;
    };

    Matching(Browser &browser, const Window &window, QObject *parent);

signals:
    /// Something to tell: that the search has gone on from the other end, or that what was found is not shown.
    void message(const QString &text);
    /// A case is to be read.
    void caseRequested(const QString &id);

private:
    void takeSought();
    void step(int by);
    void stepInSource(int by);
    void stepThroughCases(int by);

    Browser &m_browser;
    Window m_window;
    SourceMatches *m_source;
};

} // namespace casebook
