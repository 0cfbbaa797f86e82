#pragma once

#include "ui/edit/source/richpaste.h"

#include <QObject>
#include <QTextCursor>

class QPlainTextEdit;

namespace casebook {

/// Pastes rich text into the body of an editor as Markdown. What takes long to read is read on another thread, and is
/// put where the cursor was when it has been: typing goes on meanwhile.
class RichPaster : public QObject {
    Q_OBJECT

public:
    /// Owned by the editor.
    explicit RichPaster(QPlainTextEdit *editor);

    /// Whether the paste is taken care of: at once, or in a moment, with `plain` where the HTML turns out to have
    /// nothing beyond its words.
    bool paste(const QString &html, const QString &plain);
    /// Nothing that is still being read is pasted any more: the text is another one.
    void forget() { ++m_round; }

private:
    struct Place {
        QTextCursor begin;
        QTextCursor end;
    };

    void insertLater(const std::optional<RichText> &text, const QString &plain, const Place &range);
    void insert(const RichText &text);

    QPlainTextEdit *m_editor;
    int m_round = 0;
};

} // namespace casebook
