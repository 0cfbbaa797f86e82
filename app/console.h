#pragma once

#include "core/exporters/plaintext.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace casebook {

/// Where a command writes: data to one descriptor, messages to another, both as UTF-8 whatever the locale.
///
/// Data is gathered and written in large pieces. A reader that has gone away (a closed pipe) is no error: what follows
/// is dropped.
class Console {
public:
    /// Standard output and standard error, unless told otherwise. The descriptors stay the caller's.
    explicit Console(int dataDescriptor = 1, int messageDescriptor = 2);
    /// Flushes.
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

    void write(const QByteArray &data);
    void write(const QString &data) { write(data.toUtf8()); }
    /// Writes what is gathered. False where it, or anything before, could not be written.
    bool flush();
    /// Nobody reads any more, or the output cannot be written: there is no use in going on.
    bool isClosed() const { return m_closed; }
    /// Why the output could not be written; empty after a closed pipe.
    QString writeError() const;

    /// A message for a person, on a line of its own: "casebook: ...".
    void message(const QString &text);
    /// A message as it stands, with its line end.
    void rawMessage(const QString &text);
    /// One line on a terminal that the next call replaces, a few times a second at most; nothing elsewhere. An empty
    /// text clears it.
    void progress(const QString &text);

    /// Emphasis for data: only on a terminal, and not where NO_COLOR is set or TERM is "dumb".
    const TextStyle &style() const { return m_style; }

private:
    int m_data;
    int m_messages;
    QByteArray m_gathered;
    TextStyle m_style;
    int m_error = 0; ///< errno of the first write that failed
    bool m_closed = false;
    std::chrono::steady_clock::time_point m_progressTime;
    bool m_progressShown = false;
};

} // namespace casebook
