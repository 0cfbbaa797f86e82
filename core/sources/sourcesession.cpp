#include "core/sources/sourcesession.h"

#include "core/corpus/session.h"

namespace casebook {

namespace {

constexpr int gatherTime = 250; // ms, so that the window is not renewed for every answer

} // namespace

SourceSession::SourceSession(CorpusSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherTime);
    connect(&m_soon, &QTimer::timeout, this, &SourceSession::keepPending);
    connect(&session, &CorpusSession::opened, this, &SourceSession::enter);
    connect(&session, &CorpusSession::closed, this, &SourceSession::enter);
    enter();
}

SourceSession::~SourceSession()
{
    keepPending();
    m_pool.waitForDone();
}

void SourceSession::enter()
{
    keepPending(); // of the corpus before
    m_root = m_session.isOpen() ? m_session.corpus().layout().root : QString();
    lookAgain();
}

void SourceSession::lookAgain()
{
    if (m_root.isEmpty())
        return;
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
    if (!m_soon.isActive())
        m_soon.start();
}

void SourceSession::keepPending()
{
    m_soon.stop();
    if (m_pending.isEmpty())
        return;
    const SourceFactsPtr known = m_session.corpus().sourceFacts();
    const bool isOpen = m_session.isOpen() && m_session.corpus().layout().root == m_root;
    if (isOpen)
        m_session.setSourceFacts(withPending(known ? *known : SourceFacts()));
    m_pool.start([this, root = m_root, records = std::exchange(m_pending, {})] {
        if (const Result<LinkRecords> kept = addLinkRecords(root, records); !kept) {
            QMetaObject::invokeMethod(
                this, [this, text = kept.error().message] { emit message(text); }, Qt::QueuedConnection);
        }
    });
}

SourceFactsPtr SourceSession::withPending(SourceFacts facts) const
{
    for (const LinkRecord &record : m_pending)
        addLinkRecord(facts.links, record);
    return std::make_shared<const SourceFacts>(std::move(facts));
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
