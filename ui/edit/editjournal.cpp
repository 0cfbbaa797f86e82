#include "ui/edit/editjournal.h"

#include "core/store/journal.h"
#include "ui/edit/editsession.h"

#include <QTextDocument>

namespace casebook {

namespace {

constexpr int delay = 1000; // milliseconds after the first change; with the write, less than two seconds

} // namespace

EditJournal::EditJournal(EditSession &session, const QTextDocument &document) : m_session(session)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &EditJournal::keep);
    connect(&document, &QTextDocument::contentsChanged, this, &EditJournal::schedule);
    connect(&session, &EditSession::modifiedChanged, this, [this](bool modified) {
        if (modified)
            schedule();
        else
            drop();
    });
}

EditJournal::~EditJournal()
{
    m_timer.stop();
    m_pool.waitForDone();
    if (hasUnsaved())
        (void)journal()->write(unsaved()); // nobody is left to be told
}

bool EditJournal::hasUnsaved() const
{
    return m_session.isEditable() && m_session.isModified();
}

UnsavedText EditJournal::unsaved() const
{
    return {m_session.root(), m_session.name(), m_session.savedBytes(), m_session.currentBytes(),
            QDateTime::currentDateTimeUtc()};
}

std::shared_ptr<Journal> EditJournal::journal()
{
    if (!m_journal)
        m_journal = std::make_shared<Journal>(m_session.root());
    return m_journal;
}

// Not anew with each change: one who types without a pause has the text kept too.
void EditJournal::schedule()
{
    if (hasUnsaved() && !m_timer.isActive())
        m_timer.start();
}

void EditJournal::keep()
{
    if (!hasUnsaved())
        return;
    if (m_pool.activeThreadCount() > 0) { // a slow disk: the next write has what this one would have
        m_timer.start();
        return;
    }
    m_pool.start([this, journal = journal(), text = unsaved()] {
        const Result<void> kept = journal->write(text);
        QMetaObject::invokeMethod(
            this, [this, kept] { report(kept); }, Qt::QueuedConnection);
    });
}

Result<void> EditJournal::keepNow()
{
    m_timer.stop();
    m_pool.waitForDone();
    const Result<void> kept = hasUnsaved() ? journal()->write(unsaved()) : Result<void>();
    report(kept);
    return kept;
}

void EditJournal::drop()
{
    m_timer.stop();
    if (m_journal)
        m_pool.start([journal = std::exchange(m_journal, nullptr)] { journal->remove(); });
}

void EditJournal::report(const Result<void> &kept)
{
    if (const bool failing = !kept; std::exchange(m_failing, failing) != failing && failing)
        emit failed(kept.error().message);
}

} // namespace casebook
