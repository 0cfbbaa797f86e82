#include "ui/edit/livepreview.h"

#include "ui/edit/editsession.h"
#include "ui/edit/source/scrollsync.h"
#include "ui/edit/sourceeditor.h"

#include <QTextEdit>

namespace casebook {

namespace {

constexpr int delay = 150; // milliseconds after the last key

} // namespace

LivePreview::LivePreview(EditSession *session, SourceEditor *editor, QObject *parent)
    : QObject(parent), m_session(session), m_editor(editor)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &LivePreview::follow);
    connect(editor->document(), &QTextDocument::contentsChanged, &m_timer, qOverload<>(&QTimer::start));
}

void LivePreview::setPreview(QWidget *preview, std::function<void(const QByteArray &)> show)
{
    m_show = std::move(show);
    if (auto *text = qobject_cast<QTextEdit *>(preview))
        m_sync = new ScrollSync(m_editor, text, this);
    startOver();
}

void LivePreview::startOver()
{
    m_shown = QByteArray();
    follow();
}

void LivePreview::follow()
{
    m_session->settle();
    if (!m_show || !m_session->isOpen())
        return;
    const QByteArray bytes = m_session->currentBytes();
    if (!m_shown.isNull() && bytes == m_shown)
        return;
    m_shown = bytes.isNull() ? QByteArray("") : bytes;
    m_show(bytes);
    if (m_sync)
        m_sync->previewShown();
}

} // namespace casebook
