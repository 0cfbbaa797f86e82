#include "ui/ask/nothingfound.h"

#include "ui/browse/browser.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTried = 12;   // conditions; a query of more is better thought over as a whole
constexpr qsizetype longestTerm = 40; // characters on a button

/// A query of one condition in words.
QString wordsFor(const QueryTerm &term, const Schema &schema)
{
    Query query;
    query.terms = {term};
    const QString words = describeQuery(query, schema);
    return words.size() <= longestTerm ? words : words.left(longestTerm - 1) + u'…';
}

} // namespace

NothingFound::NothingFound(Browser &browser, QWidget *parent)
    : QWidget(parent),
      m_browser(browser),
      m_text(new QLabel(this)),
      m_advice(new QLabel(this)),
      m_buttons(new QVBoxLayout)
{
    m_text->setObjectName(u"treeMessage"_s);
    m_advice->setObjectName(u"treeAdvice"_s);
    for (QLabel *label : {m_text, m_advice}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    layout->addWidget(m_advice);
    layout->addLayout(m_buttons);
    layout->addStretch(2);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NothingFound::tryNext);
}

void NothingFound::forgetButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void NothingFound::addButton(const QString &text, const QString &name, const std::function<void()> &run)
{
    QString label = text;
    auto *button = new QPushButton(label.replace(u'&', u"&&"_s), this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, run);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    button->show(); // at once, so that keys reach it
}

void NothingFound::showAnswer()
{
    m_timer.stop();
    ++m_round;
    forgetButtons();
    m_advice->hide();
    if (m_browser.result().matches() > 0)
        return;
    if (!m_browser.isAnswered())
        m_text->setText(tr("Searching…"));
    else if (m_browser.result().total == 0)
        showEmptyCorpus();
    else
        showNoMatch();
}

void NothingFound::showEmptyCorpus()
{
    if (m_browser.session().isLoading()) {
        m_text->setText(tr("Loading…"));
        return;
    }
    m_text->setText(tr("This folder holds no Markdown files yet.\nMake a new case, or open another folder."));
    addButton(tr("New case…"), u"newFromEmpty"_s, [this] { emit newRequested(); });
    addButton(tr("Open another folder…"), u"openFromEmpty"_s, [this] { emit openRequested(); });
}

void NothingFound::showNoMatch()
{
    m_text->setText(tr("No case matches."));
    m_query = m_browser.query();
    m_tried = 0;
    m_helpful = 0;
    if (m_query.terms.size() > 1)
        m_timer.start(0);
    else
        finish();
}

void NothingFound::tryNext()
{
    Query rest = m_query;
    const QueryTerm term = rest.terms.takeAt(m_tried++);
    m_browser.countOf(rest, this, [this, rest, term, round = m_round](int count) {
        if (round == m_round)
            offer(rest, term, count);
    });
}

void NothingFound::offer(const Query &rest, const QueryTerm &term, int count)
{
    const Schema &schema = m_browser.corpus().schema();
    if (count > 0) {
        const QString cases = tr("%Ln case(s)", nullptr, count);
        addButton(tr("%1: %2 without it").arg(wordsFor(term, schema), cases), u"dropTerm"_s,
                  [this, rest] { m_browser.setQuery(rest); });
        ++m_helpful;
    }
    if (m_tried < std::min(m_query.terms.size(), mostTried))
        m_timer.start(0);
    else
        finish();
}

void NothingFound::finish()
{
    const bool several = m_query.terms.size() > 1;
    m_advice->setVisible(several);
    m_advice->setText(m_helpful > 0 ? tr("Drop one condition:")
                                    : tr("Dropping a single condition does not help: several find nothing together."));
    addButton(tr("Clear search and filters"), u"clearFromEmpty"_s, [this] { emit clearRequested(); });
}

} // namespace casebook
