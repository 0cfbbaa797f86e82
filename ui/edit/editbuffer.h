#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace casebook {

/// The way of one file's bytes into an editor and back, without loss.
///
/// The editor sees lines without their endings and no byte order mark; this keeps them, and gives every line that was
/// not edited its own ending back, in files that mix them too. A new line gets the ending of the line above it. A
/// value.
class EditBuffer {
public:
    EditBuffer() : EditBuffer(QByteArray()) {}
    explicit EditBuffer(QByteArray bytes);

    /// The file, as it was given.
    const QByteArray &bytes() const { return m_bytes; }
    /// What the editor shows: every line's end is a line feed.
    const QString &text() const { return m_text; }

    /// Whether bytesOf(text()) is bytes(). Where not, text() is for looking at only.
    bool isEditable() const { return m_obstacle.isEmpty(); }
    /// Why the file cannot be edited, with the line, for a person; empty where it can.
    const QString &obstacle() const { return m_obstacle; }

    /// The bytes to save for an edited text, as QTextDocument::toRawText() gives it (toPlainText() turns hard blanks
    /// into plain ones). For the unedited text these are bytes(). Only where isEditable().
    QByteArray bytesOf(const QString &rawText) const;

    /// `rawText` with a line feed at every line's end: comparable with text().
    static QString textOf(QString rawText);

private:
    enum class Ending : char { LineFeed, CarriageReturnLineFeed };

    void findObstacle();
    void decode();
    QList<Ending> endingsFor(const QStringList &lines) const;
    Ending usualEnding() const;

    QByteArray m_bytes;
    QString m_text;
    QString m_obstacle;
    QList<Ending> m_endings; // of every line but the last, which has none
    bool m_hasMark = false;  // a byte order mark stands first
    bool m_isMixed = false;
};

} // namespace casebook
