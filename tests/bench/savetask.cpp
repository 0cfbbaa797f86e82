#include "core/store/savefile.h"
#include "tests/bench/casetext.h"
#include "tests/bench/tasks.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int repetitions = 60;

bool writeFlushRename(const QByteArray &path, const QByteArray &bytes)
{
    const QByteArray temporary = path + ".tmp";
    const int descriptor = ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return false;
    const bool written = ::write(descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size()
        && ::fdatasync(descriptor) == 0;
    ::close(descriptor);
    return written && std::rename(temporary.constData(), path.constData()) == 0;
}

} // namespace

Result<Readings> saveEdits(const QString &folder)
{
    const QString path = QDir(folder).filePath(u"cases/saved.md"_s);
    const QByteArray name = QFile::encodeName(path);
    QByteArray bytes = caseText(1, 0, 1);
    if (!writeFlushRename(name, bytes))
        return Error{u"The floor of saving could not be measured in "_s + folder};
    Samples floor;
    Samples ours;
    for (int i = 0; i < repetitions; ++i) {
        bytes += "one line more\n";
        Stopwatch clock;
        if (!writeFlushRename(name, bytes))
            return Error{u"The floor of saving could not be measured in "_s + folder};
        floor.add(clock.milliseconds());

        const QByteArray expected = contentHash(bytes);
        bytes += "and another\n";
        clock.restart();
        const Result<SaveOutcome> saved = saveFile(path, bytes, expected);
        ours.add(clock.milliseconds());
        if (!saved)
            return saved.error();
        if (saved->kind != SaveOutcome::Kind::Saved)
            return Error{u"A save of %1 met a conflict."_s.arg(path)};
    }
    QFile::remove(path);
    return Readings{{u"ms"_s, ours.median()}, {u"worst"_s, ours.worst()}, {u"floor"_s, floor.median()}};
}

} // namespace casebook::bench
