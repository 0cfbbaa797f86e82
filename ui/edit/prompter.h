#pragma once

#include "ui/edit/copyplace.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace casebook {

enum class LeaveAnswer {
    Save,
    Discard,
    Cancel,
};

enum class ConflictAnswer {
    SaveMerged, ///< what the person made of the two
    SaveMine, ///< over what is on disk
    TakeDisk, ///< mine goes; undo brings it back
    SaveCopy, ///< mine into a file beside it, then what is on disk is taken
    Cancel,   ///< go on editing
};

struct ConflictResult {
    ConflictAnswer answer = ConflictAnswer::Cancel;
    QString merged; ///< with SaveMerged: the text, whose lines end with line feeds
};

/// Two versions of one file, as bytes.
struct FileVersions {
    QString name; ///< for a person: the path inside the corpus
    QByteArray base; ///< what both were made of
    QByteArray mine;
    QByteArray onDisk;
};

/// What a person is asked while editing, so that tests can answer.
///
/// No function waits: the answer comes through the callback, later or at once, and at most one time; never, where
/// `parent` is destroyed first. Everything on the GUI thread.
class Prompter {
public:
    virtual ~Prompter() = default;

    /// The file has unsaved changes and is about to be left.
    virtual void askLeave(QWidget *parent, const QString &name, std::function<void(LeaveAnswer)> answer) = 0;
    /// The unsaved changes are to be dropped for what is on disk.
    virtual void askRevert(QWidget *parent, const QString &name, std::function<void(bool)> answer) = 0;
    /// The file was deleted: is it to be made again?
    virtual void askRecreate(QWidget *parent, const QString &name, std::function<void(bool)> answer) = 0;
    /// The file changed on disk, and so did the text, and they cannot be merged without asking.
    virtual void askConflict(QWidget *parent, const FileVersions &versions,
                             std::function<void(const ConflictResult &)> answer) = 0;
    /// A copy of the file is to be written somewhere else.
    virtual void askCopyPlace(QWidget *parent, const QString &name, CopyPlace chosen) = 0;
};

/// Asks in dialogs that belong to the window of `parent`.
class DialogPrompter : public Prompter {
public:
    void askLeave(QWidget *parent, const QString &name, std::function<void(LeaveAnswer)> answer) override;
    void askRevert(QWidget *parent, const QString &name, std::function<void(bool)> answer) override;
    void askRecreate(QWidget *parent, const QString &name, std::function<void(bool)> answer) override;
    void askConflict(QWidget *parent, const FileVersions &versions,
                     std::function<void(const ConflictResult &)> answer) override;
    void askCopyPlace(QWidget *parent, const QString &name, CopyPlace chosen) override;
};

} // namespace casebook
