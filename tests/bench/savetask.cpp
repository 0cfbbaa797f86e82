#include "core/document/edit.h"
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

// What happens when a person changes the title in the form and saves: the bytes after that.
Result<QByteArray> editAndSave(const QString &path, const QByteArray &bytes, const QByteArray &expected, int number)
{
    const Edit edit = Edit::set(FieldPath(u"title"_s), Value(u"Title %1, of another length"_s.arg(number)));
    Result<QByteArray> edited = applyEdits(Document::parse(bytes), {edit});
    if (!edited)
        return edited;
    const Result<SaveOutcome> saved = saveFile(path, *edited, expected);
    if (!saved)
        return saved.error();
    if (saved->kind != SaveOutcome::Kind::Saved)
        return Error{u"A save of %1 met a conflict."_s.arg(path)};
    return edited;
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
        clock.restart();
        Result<QByteArray> edited = editAndSave(path, bytes, expected, i);
        ours.add(clock.milliseconds());
        if (!edited)
            return edited.error();
        bytes = std::move(*edited);
    }
    QFile::remove(path);
    return Readings{{u"ms"_s, ours.median()}, {u"worst"_s, ours.worst()}, {u"floor"_s, floor.median()}};
}

} // namespace casebook::bench
