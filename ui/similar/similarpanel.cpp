#include "ui/similar/similarpanel.h"

#include "ui/browse/browser.h"
#include "ui/similar/similardelegate.h"
#include "ui/similar/similarsearch.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int visibleRows = 4;

QWidget *makeHeading(QWidget *panel, QToolButton *close)
{
    auto *heading = new QWidget(panel);
    auto *title = new QLabel(SimilarPanel::tr("Cases like this one"), heading);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(SimilarPanel::tr("Close (Esc)"));
    close->setAccessibleName(close->toolTip());
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(12, 4, 6, 2);
    row->addWidget(title, 1);
    row->addWidget(close);
    return heading;
}

} // namespace

SimilarPanel::SimilarPanel(Browser &browser, QWidget *parent)
    : QWidget(parent),
      m_browser(browser),
      m_search(new SimilarSearch(this)),
      m_list(new QListWidget(this)),
      m_message(new QLabel(this))
{
    setObjectName(u"similarPanel"_s);
    auto *close = new QToolButton(this);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    m_list->setObjectName(u"similarList"_s);
    m_list->setAccessibleName(tr("Cases like this one"));
    m_list->setItemDelegate(new SimilarDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(visibleRows * (2 * fontMetrics().height() + 8));
    m_message->setObjectName(u"similarMessage"_s);
    m_message->setContentsMargins(12, 4, 12, 12);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *widget : QList<QWidget *>{line, makeHeading(this, close), m_message, m_list})
        column->addWidget(widget);
    setFocusProxy(m_list);
    connect(close, &QToolButton::clicked, this, &SimilarPanel::closeRequested);
    connect(m_list, &QListWidget::itemClicked, this, &SimilarPanel::request);
    connect(m_list, &QListWidget::itemActivated, this, &SimilarPanel::request);
    connect(m_search, &SimilarSearch::found, this, &SimilarPanel::fill);
    const auto lookAgain = [this] {
        m_searchedId.clear();
        search();
    };
    connect(&browser.session(), &CorpusSession::loaded, this, lookAgain);
    connect(&browser.session(), &CorpusSession::changed, this, lookAgain);
    showMessage({});
}

void SimilarPanel::showFor(const QString &id)
{
    m_id = id;
    search();
}

void SimilarPanel::search()
{
    if (!isVisible() || m_id == m_searchedId)
        return;
    m_searchedId = m_id;
    if (m_id.isEmpty()) {
        m_search->cancel();
        showMessage(tr("Read a case to see those that are like it."));
        return;
    }
    // What stands there is about another case; a moment without it is better than a wrong one.
    showMessage(tr("Comparing…"));
    m_search->start(m_browser.corpus(), m_id);
}

void SimilarPanel::fill(const QList<SimilarCase> &cases)
{
    const Corpus &corpus = m_browser.corpus();
    m_list->clear();
    for (const SimilarCase &similar : cases) {
        const CaseStudyPtr study = corpus.find(similar.id);
        if (!study)
            continue; // gone meanwhile
        const QString organization = roleText(*study, corpus.schema(), role::organization);
        const QString reasons = reasonsLine(similar, corpus.schema());
        auto *item =
            new QListWidgetItem(organization.isEmpty() ? study->title : organization + u" · "_s + study->title, m_list);
        item->setData(SimilarDelegate::IdRole, similar.id);
        item->setData(SimilarDelegate::ReasonsRole, reasons);
        item->setData(Qt::AccessibleTextRole, QString(item->text() + u", "_s + reasons));
        item->setToolTip(item->text() + u'\n' + reasons);
    }
    if (m_list->count() == 0) {
        showMessage(tr("No other case has anything in common with this one."));
        return;
    }
    m_message->hide();
    m_list->setCurrentRow(0);
}

void SimilarPanel::showMessage(const QString &text)
{
    m_list->clear(); // it stays, since it may have the focus
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void SimilarPanel::request(const QListWidgetItem *item)
{
    if (item)
        emit caseRequested(item->data(SimilarDelegate::IdRole).toString());
}

void SimilarPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    search();
}

void SimilarPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace casebook
