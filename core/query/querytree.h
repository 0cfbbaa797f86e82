#pragma once

#include "core/query/queryreading.h"

#include <QList>

#include <vector>

namespace casebook {

/// Puts conditions together into alternatives and groups while a query is read from left to right, and tells every
/// token which of the query's terms it makes.
///
/// Groups that say nothing dissolve: (a b) into a and b, ((a OR b) OR c) into (a OR b OR c), -(-a) into a. So one
/// meaning has few forms, and the conditions of a query stand for themselves wherever they can.
class QueryTree {
public:
    explicit QueryTree(QList<QueryToken> &tokens) : m_tokens(tokens) {}

    /// How many groups are open.
    int depth() const { return static_cast<int>(m_frames.size()) - 1; }
    /// Where the group that was opened last begins, and whether anything has been put into it.
    qsizetype innermostOffset() const { return m_frames.back().offset; }
    bool innermostIsEmpty() const;

    void add(const QueryTerm &term, QueryToken token);
    void open(bool excluded, QueryToken token);
    /// To be called where a group is open. A token of no length is left out, for the text ended; so are both where
    /// there is nothing between them.
    void close(QueryToken token);
    /// Starts another alternative; false if there is none before it, and nothing is done.
    bool startAlternative(QueryToken token);
    /// The place of an OR behind which nothing came before its group was closed; -1: there was none. Asking forgets it.
    qsizetype takeLoneOr();
    /// The conditions of the whole, when all groups have been closed.
    QList<QueryTerm> finish();

private:
    struct Frame {
        QList<QList<QueryTerm>> alternatives{{}};
        bool excluded = false;
        qsizetype firstToken = 0;
        qsizetype offset = 0;
        qsizetype lastOr = -1;
    };

    void tidy(Frame &frame);
    void pushToken(QueryToken token);
    void makeParts(qsizetype firstToken, int term);

    QList<QueryToken> &m_tokens;
    std::vector<Frame> m_frames{1};
    qsizetype m_loneOr = -1;
};

} // namespace casebook
