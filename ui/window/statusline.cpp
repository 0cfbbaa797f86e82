#include "ui/window/statusline.h"

#include "core/query/query.h"
#include "core/query/spelling.h"
#include "ui/browse/browser.h"
#include "ui/sources/networkindicator.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int messageTime = 6000; // ms
constexpr int offerTime = 20000;  // ms

/// A key of the line, at its end.
void setUp(QToolButton *button, const QString &name, const QString &iconName = {})
{
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
}

} // namespace

StatusLine::StatusLine(const Browser &browser, QWidget *parent)
    : QWidget(parent), m_browser(browser), m_text(new QLabel(this)), m_offer(new QToolButton(this)),
      m_changes(new QToolButton(this)), m_needs(new QToolButton(this)), m_problems(new QToolButton(this)),
      m_network(new NetworkIndicator(this)),
      m_progress(new QProgressBar(this)), m_cancel(new QToolButton(this)), m_messageTime(new QTimer(this))
{
    m_text->setObjectName(u"statusText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_text->setMinimumWidth(1); // a long filter must not widen the window
    m_offer->setObjectName(u"offerButton"_s);
    m_offer->setFocusPolicy(Qt::StrongFocus);
    m_offer->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_offer->hide();
    setUp(m_problems, u"problemsButton"_s);
    setUp(m_needs, u"needsButton"_s, u"needs-look"_s);
    setUp(m_changes, u"changesButton"_s, u"difference"_s);
    m_changes->setToolTip(tr("Not saved yet: show what has changed"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(160);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_cancel->setIcon(icon(u"close"_s));
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Stop"));
    m_cancel->setAccessibleName(m_cancel->toolTip());
    arrange();
    m_messageTime->setSingleShot(true);
    connect(m_messageTime, &QTimer::timeout, this, [this] {
        m_message.clear();
        m_offer->hide();
        showState();
    });
    connect(m_changes, &QToolButton::clicked, this, &StatusLine::changesRequested);
    connect(m_needs, &QToolButton::clicked, this, &StatusLine::needsRequested);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsRequested);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    connect(&browser, &Browser::resultChanged, this, &StatusLine::showState);
    connect(&browser, &Browser::delayed, this, [this](bool waiting) {
        m_delayed = waiting;
        showState();
    });
    setProgress(0, 0);
    setChangedLines(0);
    setProblems(0, 0);
    setNeeds(0, {});
    showState();
}

void StatusLine::arrange()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 14, 2);
    layout->setSpacing(10);
    layout->addWidget(m_text);
    layout->addWidget(m_offer);
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_changes);
    layout->addWidget(m_needs);
    layout->addWidget(m_problems);
    layout->addWidget(m_network);
}

void StatusLine::showMessage(const QString &message)
{
    m_message = message;
    m_offer->hide();
    m_messageTime->start(messageTime);
    showState();
}

void StatusLine::showOffer(const QString &message, QAction *offer)
{
    showMessage(message);
    m_offer->setDefaultAction(offer);
    m_offer->show();
    m_messageTime->start(offerTime);
}

void StatusLine::showAddress(const QString &address)
{
    m_address = address;
    showState();
}

void StatusLine::setProblems(int errors, int warnings)
{
    const bool any = errors + warnings > 0;
    m_problems->setIcon(any ? icon(errors > 0 ? u"error"_s : u"warning"_s) : icon(u"problems"_s));
    m_problems->setText(tr("%Ln problem(s)", nullptr, errors + warnings));
    m_problems->setToolTip(tr("%1, %2: show them").arg(tr("%Ln error(s)", nullptr, errors), tr("%Ln warning(s)", nullptr, warnings)));
    m_problems->setVisible(m_browser.session().isOpen());
}

void StatusLine::setNeeds(int cases, const QString &details)
{
    m_needs->setText(tr("%Ln to look at", nullptr, cases));
    m_needs->setToolTip(tr("Cases that need a look: show them") + (details.isEmpty() ? QString() : u"\n\n"_s + details));
    m_needs->setAccessibleDescription(details);
    m_needs->setVisible(cases > 0);
}

void StatusLine::setChangedLines(int lines)
{
    m_changes->setText(tr("%Ln line(s) changed", nullptr, lines));
    m_changes->setVisible(lines > 0);
}

void StatusLine::setProgress(int done, int found)
{
    m_progress->setVisible(found > 0);
    m_cancel->setVisible(found > 0);
    m_progress->setMaximum(found);
    m_progress->setValue(done);
}

void StatusLine::showState()
{
    if (!m_address.isEmpty()) {
        m_text->setText(m_address);
        return;
    }
    if (!m_message.isEmpty()) {
        m_text->setText(m_message);
        return;
    }
    if (!m_browser.session().isOpen()) {
        m_text->setText({});
        return;
    }
    if (m_delayed) {
        m_text->setText(tr("Searching…"));
        return;
    }
    const QLocale locale;
    const SearchResult &result = m_browser.result();
    QStringList parts{m_browser.answered().isEmpty()
                          ? tr("%Ln case(s)", nullptr, result.total)
                          : tr("%1 of %Ln case(s)", nullptr, result.total).arg(locale.toString(result.matches()))};
    const Query query = spelledAsIn(result.facets, m_browser.answered());
    if (const QString description = describeQuery(query, m_browser.corpus().schema()); !description.isEmpty())
        parts.append(description);
    parts.append(m_browser.corpus().schema().name);
    m_text->setText(parts.join(u"  ·  "_s));
    m_text->setToolTip(m_text->text());
}

} // namespace casebook
