#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace casebook {

class EditSession;
class ScrollSync;
class SourceEditor;

/// Shows what is edited as it would be read, a moment after the last edit, and lets the two scroll together.
class LivePreview : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    LivePreview(EditSession *session, SourceEditor *editor, QObject *parent = nullptr);

    /// `show` is called with the file's bytes as they would be saved. A QTextEdit scrolls with the source.
    void setPreview(QWidget *preview, std::function<void(const QByteArray &bytes)> show);
    /// Another file is shown now.
    void startOver();
    /// There is nothing to be shown any more.
    void stop() { m_timer.stop(); }

private:
    void follow();

    EditSession *m_session;
    SourceEditor *m_editor;
    QTimer m_timer;
    std::function<void(const QByteArray &)> m_show;
    QByteArray m_shown;
    ScrollSync *m_sync = nullptr; ///< null where the preview is no text
};

} // namespace casebook
