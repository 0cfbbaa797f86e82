#include "core/store/newfolders.h"

#include "core/store/temporaryfile.h"

#include <cerrno>

namespace casebook {

NewFolders::~NewFolders()
{
    while (!m_made.isEmpty())
        m_calls.removeFolder(m_made.takeLast());
}

int NewFolders::make(const QByteArray &folder)
{
    struct stat state = {};
    if (::stat(folder.constData(), &state) == 0)
        return S_ISDIR(state.st_mode) ? 0 : ENOTDIR;
    if (errno != ENOENT)
        return errno;
    const QByteArray above = TemporaryFile::folderOf(folder);
    if (const int error = make(above))
        return error;
    const int error = m_calls.makeFolder(folder, m_mode);
    if (error == EEXIST) // made by someone else in between
        return 0;
    if (error == 0) {
        m_made.append(folder);
        return m_calls.flushFolder(above);
    }
    return error;
}

} // namespace casebook
