#pragma once

#include "core/document/typingplace.h"

#include <QHash>
#include <QList>

namespace casebook {

/// Reads lines of YAML from top to bottom, whatever they are, and notes what the cursor is in. For typingPlace() alone.
class TypingScan {
public:
    /// `text`: the lines between the fences; `cursor` within.
    TypingScan(QStringView text, qsizetype cursor) : m_text(text), m_cursor(cursor) {}

    std::optional<TypingPlace> scan();

private:
    /// A map or list that the line at hand is in.
    struct Level {
        enum class Kind { Map, List, FlowMap, FlowList };
        Kind kind = Kind::Map;
        qsizetype column = 0; ///< of its keys or dashes
        QStringList path;
        int id = 0;
        QString key;           ///< the last one of a map
        bool hasKey = false;   ///< of a flow map: the key at hand has its colon
        bool hasValue = false; ///< the last key or dash has something behind it
    };
    struct Token {
        qsizetype begin = 0;
        qsizetype end = 0;
        char quote = 0;
        QString text;
    };

    static constexpr qsizetype flowColumn = 1'000'000'000; ///< no indentation ends what stands in brackets

    bool isFlow() const;
    static bool isFlowMark(QChar c);
    bool isBlankAt(qsizetype at) const;
    bool isEndAt(qsizetype at) const { return at >= m_text.size() || m_text[at] == u'\n'; }
    bool isCommentAt(qsizetype at) const;
    qsizetype lineEnd(qsizetype at) const;
    qsizetype column(qsizetype at) const { return at - m_lineStart; }
    qsizetype skipBlanks(qsizetype at) const;
    bool isColonAt(qsizetype at) const;
    bool isCursorIn(const Token &token) const;
    QStringList childPath() const;
    Level &push(Level::Kind kind, qsizetype column, const QStringList &path);

    void scanLine();
    void noteFirst(const Token &token);
    bool scanBlockText(qsizetype end);
    void scanEmptyLine();
    qsizetype scanDashes(qsizetype at);
    void scanNode(qsizetype at, bool mayBeKey, bool afterDash);
    void scanText(const Token &token, bool mayBeKey, bool afterDash);
    void scanKey(const Token &token);
    void scanFlow(qsizetype at);
    qsizetype scanFlowToken(qsizetype at);
    void noteGap(qsizetype from, qsizetype to, bool touches);
    bool isContinued(qsizetype column) const;
    qsizetype skipProperties(qsizetype at) const;
    bool startsBlockText(qsizetype at) const;
    Token token(qsizetype at, bool mayBeKey);
    Token quoted(qsizetype at) const;
    void note(TypingPlace::Kind kind, const QStringList &path, const Token &token, const QList<int> &levels);
    void noteEmpty(TypingPlace::Kind kind, const QStringList &path, const QList<int> &levels);

    QStringView m_text;
    qsizetype m_cursor;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    qsizetype m_blockColumn = -2; ///< of what a block text belongs to; -2: there is none
    QList<Level> m_levels;
    QHash<int, QList<Token>> m_members; ///< the keys or items of a level, by its id
    int m_lastId = 0;
    std::optional<TypingPlace> m_place;
    QList<int> m_placeLevels; ///< those whose members the place is beside
};

} // namespace casebook
