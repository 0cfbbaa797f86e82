#pragma once

#include "core/base/result.h"
#include "core/store/filecontent.h"
#include "core/store/savefile.h"
#include "ui/edit/editbuffer.h"
#include "ui/edit/prompter.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace casebook {

class DiskBase;
class SourceEditor;
struct UnsavedText;

/// What stands above the text until it is settled.
struct EditNotice {
    enum class Kind {
        None,
        ReadOnly,      ///< the file cannot be edited without loss
        ChangedOnDisk, ///< and the text has unsaved changes too
        Merged, ///< what was changed on disk is in the text
        DeletedOnDisk,
        RenamedOnDisk,
        Noteworthy, ///< it is done, and there is something to know about it
        Failed,     ///< something could not be done; the text says what, where and what to do
    };
    Kind kind = Kind::None;
    QString text;
};

/// A text before and after something.
struct TextVersions {
    QByteArray before;
    QByteArray after;
};

/// One file being edited: opening, saving, what happens when it changes on disk, and the questions that come with it.
///
/// Owns no widget: it works on an editor, and asks through a Prompter. GUI thread.
class EditSession : public QObject {
    Q_OBJECT

public:
    /// Told whether it was done; false where it was called off or failed (a notice then says why).
    using Done = std::function<void(bool done)>;

    /// The editor must live as long as the session.
    explicit EditSession(SourceEditor *editor, QObject *parent = nullptr);
    ~EditSession() override;

    /// Replaces who is asked; DialogPrompter otherwise.
    void setPrompter(std::unique_ptr<Prompter> prompter);

    /// Shows a file of the corpus at `root`; `path` is absolute or relative to it. An error where it cannot be read,
    /// lies outside, or unsaved changes would be lost; then everything is as before.
    Result<void> open(const QString &root, const QString &path);
    /// Shows a file with the unsaved text of an earlier run, as a change of what the file held then that can be undone
    /// and is not saved yet. A file that has changed since, or is gone, is dealt with as checkDisk() does. Errors as of
    /// open().
    Result<void> restore(const UnsavedText &unsaved);
    /// Shows nothing any more. Unsaved changes are lost: requestLeave() comes first.
    void clear();

    bool isOpen() const { return !m_path.isEmpty(); }
    /// The absolute path, and the one below the root; empty where nothing is open.
    const QString &path() const { return m_path; }
    QString name() const;
    /// The real path of the corpus.
    const QString &root() const { return m_root; }
    bool isModified() const;
    bool isEditable() const { return isOpen() && base().isEditable(); }
    /// The file as it was last read or written: what the text is a change of.
    const EditBuffer &base() const;
    /// What saving would write.
    QByteArray currentBytes() const;
    /// What the file held when it was last read or written.
    const QByteArray &savedBytes() const { return base().bytes(); }
    const EditNotice &notice() const { return m_notice; }

    void save(Done done = {});
    /// Asks where there are unsaved changes, then takes what is on disk.
    void revert();
    /// Whether the file may be left: at once where nothing is unsaved, otherwise after a question. A second request
    /// while one is being asked is answered with false.
    void requestLeave(Done done);

    /// Looks at the file on disk and deals with a change: a text that is not modified follows it; in one that is, it is
    /// merged where the changes do not meet, as a step that can be undone, and otherwise a notice says so.
    void checkDisk();
    /// The file has another path now. Without unsaved changes that one is opened; otherwise a notice offers to.
    void fileRenamed(const QString &path);
    /// The answers to a notice.
    void compareWithDisk();
    void takeDisk();
    void dismissNotice();
    void saveDeletedAgain();
    void goOnRenamed();
    /// Takes out of the text again what the last merge has put in. What has been typed since stays, where that can be.
    void undoMerge();
    /// The text before and after the last merge, as bytes.
    const TextVersions &lastMerge() const { return m_merge; }
    /// Asks for a place and writes a copy there; the text stays unsaved.
    void saveElsewhere();
    /// Drops the modified mark where the text has become what is on disk again.
    void settle();

signals:
    void opened();
    void modifiedChanged(bool modified);
    /// Another file, none any more, or it was read or written again.
    void baseChanged();
    /// The file was written; with its absolute path.
    void saved(const QString &path);
    /// The file goes on under another path; with that, absolute.
    void moved(const QString &path);
    /// A new file was made beside the one being edited; with its absolute path.
    void copySaved(const QString &path);
    void noticeChanged();
    /// For a status line: what has been done.
    void statusMessage(const QString &message);

private:
    void adopt(FileContent content);
    void setBase(FileContent content);
    void showBase();
    void followUndo();
    QString currentText() const;
    bool merge(const FileContent &onDisk);
    void takeMerged(const QString &text, const FileContent &onDisk);
    void noteMerge(const QString &before, const QString &after);
    void write(const QByteArray &expectedHash, const Done &done);
    void finishWrite(SaveOutcome outcome, const Done &done);
    void resolve(const FileContent &onDisk, const Done &done);
    void ask(const FileContent &onDisk, const Done &done);
    void applyAnswer(const ConflictResult &result, const FileContent &onDisk, const Done &done);
    void saveCopy(const FileContent &onDisk, const Done &done);
    void askToRecreate(const Done &done);
    bool recreate();
    void discard();
    void setNotice(EditNotice::Kind kind, const QString &text = {});
    bool fail(const QString &message);
    Result<FileContent> readDisk();
    QString copyPath() const;
    void writeCopy(const QString &path);

    SourceEditor *m_editor;
    std::unique_ptr<Prompter> m_prompter;
    QString m_root;
    QString m_path;
    QString m_newPath; // where another program has put the file
    DiskBase *m_base;
    TextVersions m_merge;
    QByteArray m_seen; // the hash of a change on disk that a person chose to leave for later
    EditNotice m_notice;
    bool m_asking = false;
};

} // namespace casebook
