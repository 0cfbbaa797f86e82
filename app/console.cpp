#include "app/console.h"

#include "core/base/filebytes.h"

#include <cerrno>
#include <unistd.h>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds progressPause(100);
constexpr qsizetype largestGathered = 64 * 1024; // bytes

/// 0, or the errno.
int writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
        if (count < 0 && errno != EINTR)
            return errno;
        written += count < 0 ? 0 : count;
    }
    return 0;
}

bool wantsColor(int descriptor)
{
    return ::isatty(descriptor) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

} // namespace

Console::Console(int dataDescriptor, int messageDescriptor)
    : m_data(dataDescriptor), m_messages(messageDescriptor), m_style(wantsColor(dataDescriptor))
{
}

Console::~Console()
{
    flush();
}

void Console::write(const QByteArray &data)
{
    if (m_closed)
        return;
    m_gathered += data;
    if (m_gathered.size() >= largestGathered)
        flush();
}

bool Console::flush()
{
    if (!m_closed && !m_gathered.isEmpty()) {
        m_error = writeAll(m_data, m_gathered);
        m_closed = m_error != 0;
    }
    m_gathered.clear();
    return m_error == 0;
}

QString Console::writeError() const
{
    return m_error == 0 || m_error == EPIPE ? QString() : systemReason(m_error);
}

void Console::message(const QString &text)
{
    rawMessage(u"casebook: "_s + plainText(text) + u'\n');
}

void Console::rawMessage(const QString &text)
{
    progress({});
    flush(); // so that data and messages keep their order where both go to one place
    writeAll(m_messages, text.toUtf8());
}

void Console::progress(const QString &text)
{
    const auto now = std::chrono::steady_clock::now();
    const bool nothingNew = text.isEmpty() ? !m_progressShown : now - m_progressTime < progressPause;
    if (nothingNew || ::isatty(m_messages) != 1)
        return;
    m_progressTime = now;
    m_progressShown = !text.isEmpty();
    const QString line = u"\r\x1b[K"_s + plainLine(text);
    writeAll(m_messages, line.toUtf8());
}

} // namespace casebook
