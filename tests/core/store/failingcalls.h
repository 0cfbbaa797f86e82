#pragma once

#include "core/store/systemcalls.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <functional>
#include <unistd.h>

namespace casebook {

/// The system's calls, except that one of them fails, or has something happen before it.
class FailingCalls : public SystemCalls {
public:
    enum Call {
        None,
        CreateNew,
        Write,
        CopyAttributes,
        SetMode,
        Flush,
        Close,
        Rename,
        RenameNew,
        MakeFolder,
        FlushFolder
    };

    Call failing = None;
    int error = EIO;
    qsizetype writtenFirst = 0;        // what a failing write still gets onto the disk
    std::function<void()> beforeFlush; // what another program does meanwhile
    int createdFiles = 0;

    int createNew(const QByteArray &path, mode_t mode, int &descriptor) override
    {
        ++createdFiles;
        return failing == CreateNew ? error : SystemCalls::createNew(path, mode, descriptor);
    }
    int write(int descriptor, const QByteArray &bytes) override
    {
        if (failing != Write)
            return SystemCalls::write(descriptor, bytes);
        const int first = SystemCalls::write(descriptor, bytes.left(writtenFirst));
        return first ? first : error;
    }
    int setOwnerAndMode(int descriptor, uid_t owner, gid_t group, mode_t mode) override
    {
        return failing == SetMode ? error : SystemCalls::setOwnerAndMode(descriptor, owner, group, mode);
    }
    int copyAttributes(const QByteArray &from, int descriptor) override
    {
        return failing == CopyAttributes ? error : SystemCalls::copyAttributes(from, descriptor);
    }
    int flush(int descriptor) override
    {
        if (beforeFlush)
            beforeFlush();
        return failing == Flush ? error : SystemCalls::flush(descriptor);
    }
    int close(int descriptor) override
    {
        const int closed = SystemCalls::close(descriptor);
        return failing == Close ? error : closed;
    }
    int rename(const QByteArray &from, const QByteArray &to) override
    {
        return failing == Rename ? error : SystemCalls::rename(from, to);
    }
    int renameNew(const QByteArray &from, const QByteArray &to) override
    {
        return failing == RenameNew ? error : SystemCalls::renameNew(from, to);
    }
    int makeFolder(const QByteArray &path, mode_t mode) override
    {
        return failing == MakeFolder ? error : SystemCalls::makeFolder(path, mode);
    }
    int flushFolder(const QByteArray &path) override
    {
        return failing == FlushFolder ? error : SystemCalls::flushFolder(path);
    }
};

/// A call of a save, and what it can answer.
struct Fault {
    FailingCalls::Call call;
    int error;
    QByteArray name; ///< for a row of a test
    QString says;    ///< what a person must be told
};

/// Each call that a file is written with before it is in its place, with each of the usual errors.
inline QList<Fault> everyFault()
{
    using Calls = FailingCalls;
    const QList<std::pair<Calls::Call, const char *>> calls{
        {Calls::CreateNew, "open"}, {Calls::Write, "write"}, {Calls::CopyAttributes, "attributes"},
        {Calls::SetMode, "mode"},   {Calls::Flush, "flush"}, {Calls::Close, "close"},
        {Calls::Rename, "rename"},
    };
    const QList<std::pair<int, QString>> errors{{ENOSPC, QStringLiteral("disk is full")},
                                                {EIO, QStringLiteral("reported an error")},
                                                {EACCES, QStringLiteral("not allowed")}};
    QList<Fault> faults;
    for (const auto &[call, name] : calls) {
        for (const auto &[error, says] : errors)
            faults.append({call, error, QByteArray(name) + ", " + strerror(error), says});
    }
    return faults;
}

} // namespace casebook
