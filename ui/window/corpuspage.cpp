#include "ui/window/corpuspage.h"

#include "ui/browse/arrangementbar.h"
#include "ui/browse/browser.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/filterpanel.h"
#include "ui/browse/queryfield.h"
#include "ui/recover/neighbourbanner.h"
#include "ui/window/actions.h"
#include "ui/window/casepane.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QToolButton *headerButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QFrame *line(QFrame::Shape shape, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(shape);
    frame->setFrameShadow(QFrame::Sunken);
    return frame;
}

} // namespace

CorpusPage::CorpusPage(Browser &browser, const Actions &actions, QWidget *parent)
    : QWidget(parent), m_browser(browser), m_query(new QueryField(browser, this)), m_filters(new FilterPanel(browser)),
      m_model(new CaseTreeModel(browser, this)), m_tree(new CaseTreeView), m_empty(new QWidget), m_emptyText(new QLabel), m_emptyButton(new QPushButton), m_pane(new CasePane(browser)), m_neighbours(new NeighbourBanner(this)),
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

    connect(m_query, &QueryField::leaveRequested, this, [this] {
        if (m_tree->currentId().isEmpty())
            m_tree->step(1);
        m_tree->setFocus();
    });
    connect(m_emptyButton, &QPushButton::clicked, this, [this, open = actions.open, clear = actions.clearSearch] {
        (m_browser.result().total == 0 ? open : clear)->trigger();
    });
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
    layout->addWidget(headerButton(actions.newCase, header));
    layout->addWidget(headerButton(actions.exportPdf, header));
    return header;
}

QWidget *CorpusPage::makeEmptyState()
{
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setObjectName(u"treeMessage"_s);
    auto *layout = new QVBoxLayout(m_empty);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addWidget(m_emptyText);
    layout->addSpacing(12);
    layout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return m_empty;
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
    layout->addWidget(makeEmptyState(), 1);
    return column;
}

void CorpusPage::showEmptyState()
{
    const SearchResult &result = m_browser.result();
    const bool loading = m_browser.session().isLoading();
    if (result.total == 0)
        m_emptyText->setText(loading ? tr("Loading…") : tr("This folder holds no Markdown files yet.\nMake a new case, or open another folder."));
    else
        m_emptyText->setText(tr("No case matches.\nDrop a filter or a word."));
    m_emptyButton->setText(result.total == 0 ? tr("Open another folder…") : tr("Clear search and filters"));
    m_emptyButton->setVisible(!loading);
    m_empty->setVisible(result.matches() == 0);
    m_tree->setVisible(result.matches() > 0);
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
