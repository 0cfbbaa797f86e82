#include "ui/window/corpuspage.h"

#include "ui/ask/nothingfound.h"
#include "ui/ask/querybar.h"
#include "ui/browse/arrangementbar.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/filterpanel.h"
#include "ui/browse/queryfield.h"
#include "ui/recover/neighbourbanner.h"
#include "ui/theme/flatbutton.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QFrame *line(QFrame::Shape shape, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(shape);
    frame->setFrameShadow(QFrame::Sunken);
    return frame;
}

} // namespace

CorpusPage::CorpusPage(Browser &browser, const Actions &actions, QWidget *parent)
    : QWidget(parent), m_browser(browser), m_query(new QueryBar(browser, this)), m_filters(new FilterPanel(browser)),
      m_model(new CaseTreeModel(browser, this)), m_tree(new CaseTreeView), m_empty(new NothingFound(browser)), m_pane(new CasePane(browser)), m_neighbours(new NeighbourBanner(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_tree->setCaseModel(m_model);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_filters);
    m_splitter->addWidget(makeTreeColumn());
    m_splitter->addWidget(m_pane);
    // In characters, so that it fits any font.
    const int unit = fontMetrics().averageCharWidth();
    m_filters->setMinimumWidth(unit * 22);
    m_pane->setMinimumWidth(unit * 50);
    m_splitter->setSizes({unit * 32, unit * 52, unit * 110});
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader(actions));
    layout->addWidget(line(QFrame::HLine, this));
    layout->addWidget(m_neighbours);
    layout->addWidget(m_splitter, 1);

    connect(m_query->field(), &QueryField::leaveRequested, this, [this] {
        m_tree->setFocus();
        m_browser.whenAnswered([this] {
            if (m_tree->currentId().isEmpty())
                m_tree->step(1);
        });
    });
    connect(&browser, &Browser::delayed, m_tree, &CaseTreeView::setPale);
    connect(m_empty, &NothingFound::clearRequested, actions.clearSearch, &QAction::trigger);
    connect(m_empty, &NothingFound::openRequested, actions.open, &QAction::trigger);
    connect(m_empty, &NothingFound::newRequested, actions.newCase, &QAction::trigger);
    connect(&browser, &Browser::resultChanged, this, &CorpusPage::showEmptyState);
    showEmptyState();
}

QWidget *CorpusPage::makeHeader(const Actions &actions)
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addWidget(m_query, 1);
    layout->addSpacing(8);
    layout->addWidget(flatButton(actions.newCase, header), 0, Qt::AlignTop);
    layout->addWidget(flatButton(actions.exportPdf, header), 0, Qt::AlignTop);
    return header;
}

QWidget *CorpusPage::makeTreeColumn()
{
    auto *column = new QWidget;
    column->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new ArrangementBar(m_browser, column));
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);
    return column;
}

QueryField *CorpusPage::queryField() const
{
    return m_query->field();
}

void CorpusPage::showEmptyState()
{
    const bool found = m_browser.result().matches() > 0;
    m_empty->showAnswer();
    m_empty->setVisible(!found);
    m_tree->setVisible(found);
}

QByteArray CorpusPage::saveState() const
{
    return m_splitter->saveState();
}

void CorpusPage::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
    m_splitter->setHandleWidth(1);
}

} // namespace casebook
