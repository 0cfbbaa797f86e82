#include "core/query/querytree.h"

#include <utility>

namespace casebook {

bool QueryTree::innermostIsEmpty() const
{
    return m_tokens.size() == m_frames.back().firstToken + 1;
}

void QueryTree::pushToken(QueryToken token)
{
    token.depth = depth();
    if (token.length > 0)
        m_tokens.append(token);
}

void QueryTree::add(const QueryTerm &term, QueryToken token)
{
    QList<QueryTerm> &terms = m_frames.back().alternatives.last();
    token.term = static_cast<int>(terms.size());
    terms.append(term);
    pushToken(token);
}

void QueryTree::open(bool excluded, QueryToken token)
{
    Frame frame;
    frame.excluded = excluded;
    frame.firstToken = m_tokens.size();
    frame.offset = token.offset;
    pushToken(token);
    m_frames.push_back(std::move(frame));
}

bool QueryTree::startAlternative(QueryToken token)
{
    Frame &frame = m_frames.back();
    if (frame.alternatives.last().isEmpty())
        return false;
    frame.alternatives.append(QList<QueryTerm>());
    frame.lastOr = token.offset;
    pushToken(token);
    return true;
}

qsizetype QueryTree::takeLoneOr()
{
    return std::exchange(m_loneOr, -1);
}

/// Leaves an alternative out that has nothing in it, and lets groups dissolve that are a whole alternative.
void QueryTree::tidy(Frame &frame)
{
    if (frame.alternatives.size() > 1 && frame.alternatives.last().isEmpty()) {
        frame.alternatives.removeLast();
        m_loneOr = frame.lastOr;
    }
    QList<QList<QueryTerm>> flat;
    for (QList<QueryTerm> &alternative : frame.alternatives) {
        const bool dissolves = alternative.size() == 1 && alternative.first().kind == QueryTerm::Kind::Group
            && !alternative.first().excluded;
        if (dissolves)
            flat += std::exchange(alternative.first().alternatives, {});
        else
            flat.append(std::move(alternative));
    }
    frame.alternatives = std::move(flat);
}

void QueryTree::makeParts(qsizetype firstToken, int term)
{
    for (qsizetype i = firstToken; i < m_tokens.size(); ++i) {
        if (m_tokens.at(i).kind != QueryToken::Kind::Sort) {
            m_tokens[i].term = term;
            m_tokens[i].part = true;
        }
    }
}

void QueryTree::close(QueryToken token)
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    if (m_tokens.size() == frame.firstToken + 1) {
        m_tokens.removeLast();
        return;
    }
    pushToken(token);
    tidy(frame);
    QList<QueryTerm> &terms = m_frames.back().alternatives.last();
    const auto before = static_cast<int>(terms.size());
    QList<QueryTerm> &first = frame.alternatives.first();
    if (first.isEmpty())
        return;
    if (frame.alternatives.size() > 1 || (frame.excluded && first.size() > 1)) {
        QueryTerm group;
        group.kind = QueryTerm::Kind::Group;
        group.excluded = frame.excluded;
        group.alternatives = std::move(frame.alternatives);
        terms.append(std::move(group));
        makeParts(frame.firstToken, before);
        return;
    }
    for (QueryTerm &term : first) {
        term.excluded = term.excluded != frame.excluded;
        terms.append(std::move(term));
    }
    for (qsizetype i = frame.firstToken; i < m_tokens.size(); ++i) {
        if (m_tokens.at(i).term >= 0)
            m_tokens[i].term += before;
    }
}

QList<QueryTerm> QueryTree::finish()
{
    Frame &all = m_frames.front();
    tidy(all);
    if (all.alternatives.size() == 1)
        return std::move(all.alternatives.first());
    QueryTerm group;
    group.kind = QueryTerm::Kind::Group;
    group.alternatives = std::move(all.alternatives);
    makeParts(0, 0);
    return {group};
}

} // namespace casebook
