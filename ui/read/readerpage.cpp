#include "ui/read/readerpage.h"

#include "ui/edit/findbar.h"
#include "ui/read/matchbar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolBar>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 18;

QToolBar *slimBar(QWidget *parent)
{
    auto *bar = new QToolBar(parent);
    bar->setIconSize(QSize(iconSize, iconSize));
    bar->setMovable(false);
    return bar;
}

} // namespace

ReaderPage::ReaderPage(QWidget *parent)
    : QWidget(parent), m_left(slimBar(this)), m_right(slimBar(this)), m_matchBar(new MatchBar(this)), m_view(new CaseView(this)), m_findBar(new FindBar(this))
{
    m_right->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_findBar->hide();
    auto *bars = new QHBoxLayout;
    bars->setContentsMargins(4, 2, 4, 2);
    bars->addWidget(m_left);
    bars->addStretch(1);
    bars->addWidget(m_matchBar);
    bars->addWidget(m_right);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bars);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_findBar);

    connect(m_findBar, &FindBar::textEdited, this, [this](const QString &text) { find(text, false, false); });
    connect(m_findBar, &FindBar::findRequested, this, [this](const QString &text, bool backward) { find(text, backward, true); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_view->clearFindMarks();
        m_view->setFocus();
    });
    connect(m_view, &CaseView::matchesChanged, this, [this] {
        const MatchMarks &matches = m_view->matches();
        m_matchBar->showMatches(m_view->hasCase() && !matches.sought().isEmpty(), matches.current(), matches.count());
    });
}

void ReaderPage::addBarAction(QAction *action, bool right)
{
    (right ? m_right : m_left)->addAction(action);
}

void ReaderPage::addPanel(QWidget *panel)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_view) + 1, panel);
}

void ReaderPage::showFindBar()
{
    m_findBar->start(m_view->textCursor().selectedText());
}

bool ReaderPage::findAgain(bool backward)
{
    if (!m_findBar->isVisible() || m_findBar->text().isEmpty())
        return false;
    find(m_findBar->text(), backward, true);
    return true;
}

void ReaderPage::setMatchActions(QAction *previous, QAction *next)
{
    m_matchBar->setActions(previous, next);
}

void ReaderPage::find(const QString &text, bool backward, bool again)
{
    m_findBar->showResult(m_view->find(text, backward, again));
}

} // namespace casebook
