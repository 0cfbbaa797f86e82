#include "ui/edit/difference/differencepanel.h"

#include "ui/edit/difference/differencemodel.h"
#include "ui/edit/difference/differenceview.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QFontDatabase>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QStackedLayout>
#include <QToolButton>
#include <QtConcurrentRun>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

// Bytes of both versions that are compared at once, without a person seeing that it takes time.
constexpr qsizetype mostAtOnce = 256 * 1024;

constexpr QLatin1String layoutKey("difference/sideBySide");

} // namespace

DifferencePanel::DifferencePanel(QWidget *parent)
    : QWidget(parent),
      m_model(new DifferenceModel(this)),
      m_view(new DifferenceView(m_model, this)),
      m_summary(new QLabel(this)),
      m_message(new QLabel(this)),
      m_oldTitle(new QLabel(this)),
      m_newTitle(new QLabel(this)),
      m_pages(new QStackedLayout)
{
    setObjectName(u"differencePanel"_s);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_message->setObjectName(u"differenceMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setFocusPolicy(Qt::StrongFocus);
    m_message->setMargin(fontMetrics().height());
    m_message->setBackgroundRole(QPalette::Base);
    m_message->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeTitles());
    column->addLayout(m_pages, 1);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_message);
    connect(m_view, &DifferenceView::lineActivated, this, &DifferencePanel::lineActivated);
    action(u"sideBySide")->setChecked(QSettings().value(layoutKey, false).toBool());
    clear();
}

QAction *DifferencePanel::addAction(const QString &name, const QString &text, const QString &iconName,
                                    const QKeySequence &key)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(action);
    addBarAction(action);
    return action;
}

QWidget *DifferencePanel::makeBar()
{
    auto *bar = new QWidget(this);
    m_bar = new QHBoxLayout(bar);
    const int margin = fontMetrics().height() / 4;
    m_bar->setContentsMargins(3 * margin, margin, margin, margin);
    m_bar->setSpacing(margin);
    m_summary->setObjectName(u"differenceSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_bar->addWidget(m_summary, 1);
    QAction *previous = addAction(u"previousDifference"_s, tr("Previous Difference"), u"previous"_s,
                                  QKeySequence(Qt::SHIFT | Qt::Key_F8));
    QAction *next = addAction(u"nextDifference"_s, tr("Next Difference"), u"next"_s, QKeySequence(Qt::Key_F8));
    QAction *sideBySide = addAction(u"sideBySide"_s, tr("&Side by Side"), u"side-by-side"_s, {});
    sideBySide->setCheckable(true);
    connect(previous, &QAction::triggered, this, [this] { m_view->step(-1); });
    connect(next, &QAction::triggered, this, [this] { m_view->step(1); });
    connect(sideBySide, &QAction::toggled, this, &DifferencePanel::rememberLayout);
    return bar;
}

QWidget *DifferencePanel::makeTitles()
{
    m_titles = new QWidget(this);
    auto *row = new QHBoxLayout(m_titles);
    const int margin = fontMetrics().height() / 4;
    row->setContentsMargins(3 * margin, 0, margin, margin);
    for (QLabel *title : {m_oldTitle, m_newTitle}) {
        title->setTextFormat(Qt::PlainText);
        row->addWidget(title);
    }
    row->addStretch(0);
    return m_titles;
}

void DifferencePanel::addBarAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    const bool isArrow = action->objectName().endsWith(u"Difference");
    button->setToolButtonStyle(isArrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(action->text().remove(u'&'));
    m_bar->addWidget(button);
}

QAction *DifferencePanel::action(QStringView name) const
{
    return findChild<QAction *>(name.toString(), Qt::FindDirectChildrenOnly);
}

void DifferencePanel::setTitles(const QString &oldTitle, const QString &newTitle)
{
    m_oldTitle->setText(u"− "_s + oldTitle);
    m_newTitle->setText(u"+ "_s + newTitle);
    showState();
}

DifferenceLayout DifferencePanel::layoutKind() const
{
    return m_model->layout();
}

void DifferencePanel::setLayoutKind(DifferenceLayout layout)
{
    action(u"sideBySide")->setChecked(layout == DifferenceLayout::SideBySide);
}

void DifferencePanel::rememberLayout()
{
    const bool isSideBySide = action(u"sideBySide")->isChecked();
    const int hunk = m_view->currentHunk();
    m_model->setLayout(isSideBySide ? DifferenceLayout::SideBySide : DifferenceLayout::Unified);
    if (hunk >= 0)
        m_view->goToHunk(hunk); // as near as can be to what was looked at
    QSettings().setValue(layoutKey, isSideBySide);
    showState();
}

void DifferencePanel::compare(const QByteArray &oldBytes, const QByteArray &newBytes)
{
    if (m_isComparing && oldBytes == m_oldBytes && newBytes == m_newBytes)
        return;
    m_oldBytes = oldBytes;
    m_newBytes = newBytes;
    m_isComparing = true;
    ++m_round;
    if (oldBytes.size() + newBytes.size() <= mostAtOnce)
        showDifference(TextDifference(oldBytes, newBytes));
    else
        compareInBackground();
}

void DifferencePanel::compareInBackground()
{
    if (m_model->difference().hunks().isEmpty())
        m_message->setText(tr("Comparing…"));
    auto *watcher = new QFutureWatcher<TextDifference>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, round = m_round] {
        watcher->deleteLater();
        if (round == m_round)
            showDifference(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([from = m_oldBytes, to = m_newBytes] { return TextDifference(from, to); }));
    showState();
}

void DifferencePanel::showDifference(const TextDifference &difference)
{
    m_message->setText(tr("Nothing differs."));
    m_model->setDifference(difference);
    if (!difference.hunks().isEmpty())
        m_view->goToHunk(0);
    showState();
}

void DifferencePanel::showMessage(const QString &message)
{
    ++m_round;
    m_isComparing = false;
    m_message->setText(message);
    m_model->setDifference({});
    showState();
}

void DifferencePanel::clear()
{
    showMessage({});
}

QString DifferencePanel::summary() const
{
    const LineHunks &hunks = m_model->difference().hunks();
    if (hunks.isEmpty())
        return {};
    return tr("%1 in %2")
        .arg(tr("%Ln line(s) changed", nullptr, changedLines(hunks)),
             tr("%Ln place(s)", nullptr, static_cast<int>(hunks.size())));
}

void DifferencePanel::showState()
{
    const bool differs = !m_model->difference().hunks().isEmpty();
    m_summary->setText(summary());
    m_titles->setVisible(differs && m_oldTitle->text().size() > 2);
    // Side by side each stands above its half.
    const bool isSideBySide = layoutKind() == DifferenceLayout::SideBySide;
    auto *row = static_cast<QHBoxLayout *>(m_titles->layout());
    row->setSpacing(isSideBySide ? 0 : fontMetrics().height());
    for (int i = 0; i < 3; ++i)
        row->setStretch(i, isSideBySide == (i < 2) ? 1 : 0);
    for (QLabel *title : {m_oldTitle, m_newTitle})
        title->setSizePolicy(isSideBySide ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    action(u"nextDifference")->setEnabled(differs);
    action(u"previousDifference")->setEnabled(differs);
    // Where nothing differs the message takes the keys: else they would go to whatever is next in the window.
    const bool hadFocus = m_view->hasFocus() || m_message->hasFocus();
    m_pages->setCurrentIndex(differs ? 0 : 1);
    setFocusProxy(m_pages->currentWidget());
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

} // namespace casebook
