#include "ui/edit/difference/changecounter.h"

#include "core/difference/linedifference.h"

#include <QFutureWatcher>
#include <QTextDocument>
#include <QTimer>
#include <QtConcurrentRun>

namespace casebook {

namespace {

constexpr int delay = 200;                  // milliseconds after the last edit
constexpr qsizetype mostAtOnce = 64 * 1024; // characters of both texts

int countChanges(const QString &base, const QString &text)
{
    return changedLines(diffTexts(base, text));
}

} // namespace

ChangeCounter::ChangeCounter(const QTextDocument *document, QObject *parent)
    : QObject(parent), m_document(document), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(delay);
    connect(m_timer, &QTimer::timeout, this, &ChangeCounter::count);
    connect(document, &QTextDocument::contentsChanged, m_timer, qOverload<>(&QTimer::start));
    connect(document, &QTextDocument::modificationChanged, this, [this](bool modified) {
        if (!modified)
            count();
    });
}

void ChangeCounter::setBase(const QString &text)
{
    m_base = text;
    count();
}

void ChangeCounter::count()
{
    ++m_round;
    m_timer->stop();
    if (!m_document->isModified()) {
        setLines(0);
        return;
    }
    const QString text = m_document->toRawText();
    if (m_base.size() + text.size() <= mostAtOnce)
        setLines(countChanges(m_base, text));
    else
        countInBackground(text);
}

void ChangeCounter::countInBackground(const QString &text)
{
    auto *watcher = new QFutureWatcher<int>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, round = m_round] {
        watcher->deleteLater();
        if (round == m_round)
            setLines(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([base = m_base, text] { return countChanges(base, text); }));
}

void ChangeCounter::setLines(int lines)
{
    if (std::exchange(m_lines, lines) != lines)
        emit linesChanged(lines);
}

} // namespace casebook
