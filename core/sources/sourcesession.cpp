#include "core/sources/sourcesession.h"

#include "core/corpus/session.h"

namespace casebook {

namespace {

constexpr int showPause = 250;  // ms, so that the window is not renewed for every answer
constexpr int keepPause = 2000; // ms, as each time the whole file is written

} // namespace

SourceSession::SourceSession(CorpusSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_pool.setMaxThreadCount(1);
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(showPause);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepPause);
    connect(&m_showSoon, &QTimer::timeout, this, &SourceSession::showPending);
    connect(&m_keepSoon, &QTimer::timeout, this, &SourceSession::keep);
    connect(&session, &CorpusSession::opened, this, &SourceSession::enter);
    connect(&session, &CorpusSession::closed, this, &SourceSession::enter);
    enter();
}

SourceSession::~SourceSession()
{
    keep();
    m_pool.waitForDone();
}

void SourceSession::enter()
{
    keep(); // of the corpus before
    m_showSoon.stop();
    m_pending.clear();
    m_root = m_session.isOpen() ? m_session.corpus().layout().root : QString();
    lookAgain();
}

void SourceSession::lookAgain()
{
    if (m_root.isEmpty())
        return;
    keep(); // first, as the one thread of the pool goes on: what is on the disk may be older
    m_pool.start([this, root = m_root] {
        QString message;
        SourceFactsPtr facts = readSourceFacts(root, &message);
        QMetaObject::invokeMethod(
            this, [this, root, facts, message] { take(root, facts, message); }, Qt::QueuedConnection);
    });
}

void SourceSession::add(const LinkRecord &record)
{
    if (m_root.isEmpty())
        return;
    m_pending.append(record);
    m_unkept.append(record);
    if (!m_showSoon.isActive())
        m_showSoon.start();
    if (!m_keepSoon.isActive())
        m_keepSoon.start();
}

void SourceSession::showPending()
{
    const LinkRecordList records = std::exchange(m_pending, {});
    if (records.isEmpty() || !m_session.isOpen() || m_session.corpus().layout().root != m_root)
        return;
    const SourceFactsPtr known = m_session.corpus().sourceFacts();
    SourceFacts facts = known ? *known : SourceFacts();
    addFreshRecords(facts.links, records);
    m_session.setSourceFacts(std::make_shared<const SourceFacts>(std::move(facts)));
}

void SourceSession::keep()
{
    m_keepSoon.stop();
    if (m_unkept.isEmpty())
        return;
    m_pool.start([this, root = m_root, records = std::exchange(m_unkept, {})] {
        if (const Result<LinkRecords> kept = addLinkRecords(root, records); !kept) {
            QMetaObject::invokeMethod(
                this, [this, text = kept.error().message] { emit message(text); }, Qt::QueuedConnection);
        }
    });
}

/// What was found out meanwhile, or could not be kept, stays known.
void SourceSession::take(const QString &root, const SourceFactsPtr &facts, const QString &text)
{
    if (root != m_root || !m_session.isOpen())
        return;
    SourceFacts all = *facts;
    const SourceFactsPtr known = m_session.corpus().sourceFacts();
    for (const LinkRecord &record : known ? known->links : LinkRecords())
        addLinkRecord(all.links, record);
    if (!(all == (known ? *known : SourceFacts()))) // most corpora have nothing to tell, and need no new answer
        m_session.setSourceFacts(std::make_shared<const SourceFacts>(std::move(all)));
    if (!text.isEmpty())
        emit message(text);
}

} // namespace casebook
