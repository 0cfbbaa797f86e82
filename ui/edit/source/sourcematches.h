#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTextCursor>
#include <QTimer>

namespace casebook {

class SourceEditor;

/// Marks in the source what the query asks for, and follows the text while it is edited.
class SourceMatches : public QObject {
    Q_OBJECT

public:
    /// The editor must outlive this.
    explicit SourceMatches(SourceEditor *editor, QObject *parent = nullptr);

    /// The words and phrases, folded.
    void setSought(const QList<QByteArray> &sought);
    int count();
    /// Goes to the next match behind the cursor, or to the one before it; answers whether it went on from the other
    /// end. To be called only where there are any.
    bool step(int by);

private:
    void find();
    void show();

    SourceEditor *m_editor;
    QList<QByteArray> m_sought;
    QList<QTextCursor> m_places;
    int m_current = -1;
    QTimer m_timer; ///< runs while the places are older than the text
};

} // namespace casebook
