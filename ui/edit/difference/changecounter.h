#pragma once

#include <QObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QTextDocument;
class QTimer;
QT_END_NAMESPACE

namespace casebook {

/// Keeps up how many lines of a text being edited differ from what was last read or saved.
///
/// Counts a moment after the last edit, long texts in the background: what it does on the GUI thread is copy the text.
/// A text that is not modified has no changed lines, at once.
class ChangeCounter : public QObject {
    Q_OBJECT

public:
    /// The document must live as long as the counter.
    explicit ChangeCounter(const QTextDocument *document, QObject *parent = nullptr);

    /// What the text is compared with; its lines end with line feeds.
    void setBase(const QString &text);
    int lines() const { return m_lines; }

signals:
    void linesChanged(int lines);

private:
    void count();
    void countInBackground(const QString &text);
    void setLines(int lines);

    const QTextDocument *m_document;
    QTimer *m_timer;
    QString m_base;
    int m_lines = 0;
    int m_round = 0; // of counts: only the last one holds
};

} // namespace casebook
