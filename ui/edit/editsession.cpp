#include "ui/edit/editsession.h"

#include "core/store/corpuspath.h"
#include "core/store/fileoperations.h"
#include "ui/edit/merge/diskbase.h"
#include "ui/edit/sourceeditor.h"

#include <QDir>
#include <QFileInfo>
#include <QTextDocument>

namespace casebook {

using namespace Qt::StringLiterals;
using Kind = EditNotice::Kind;

namespace {

void tell(const EditSession::Done &done, bool isDone)
{
    if (done)
        done(isDone);
}

} // namespace

EditSession::EditSession(SourceEditor *editor, QObject *parent)
    : QObject(parent),
      m_editor(editor),
      m_prompter(std::make_unique<DialogPrompter>()),
      m_base(new DiskBase(editor->document(), this))
{
    connect(m_base, &DiskBase::moved, this, &EditSession::followUndo);
    connect(editor->document(), &QTextDocument::modificationChanged, this, &EditSession::modifiedChanged);
    clear();
}

EditSession::~EditSession() = default;

void EditSession::setPrompter(std::unique_ptr<Prompter> prompter)
{
    m_prompter = std::move(prompter);
}

QString EditSession::name() const
{
    return isOpen() ? QDir(m_root).relativeFilePath(m_path) : QString();
}

bool EditSession::isModified() const
{
    return m_editor->document()->isModified();
}

const EditBuffer &EditSession::base() const
{
    return m_base->current().buffer;
}

QByteArray EditSession::currentBytes() const
{
    return isEditable() ? base().bytesOf(m_editor->document()->toRawText()) : base().bytes();
}

Result<void> EditSession::open(const QString &root, const QString &path)
{
    settle();
    if (isModified())
        return Error{tr("%1 has unsaved changes. Save or revert it first.").arg(name())};
    const Result<QString> absolute = corpusPath(root, path);
    if (!absolute)
        return absolute.error();
    Result<FileContent> content = readFile(*absolute);
    if (!content)
        return content.error();
    m_root = QFileInfo(root).canonicalFilePath();
    m_path = *absolute;
    m_editor->setReadOnly(false);
    m_editor->setContents(EditBuffer(content->bytes).text());
    setBase(std::move(*content));
    emit opened();
    return {};
}

void EditSession::clear()
{
    m_root.clear();
    m_path.clear();
    m_newPath.clear();
    m_seen.clear();
    m_base->reset({});
    m_editor->setContents({});
    m_editor->setReadOnly(true);
    setNotice(Kind::None);
    emit baseChanged();
}

// What the text on the screen is the text of.
void EditSession::setBase(FileContent content)
{
    m_base->reset({content.hash, EditBuffer(std::move(content.bytes))});
    showBase();
}

// Shows what is on disk in the place of the text, as a step that can be undone.
void EditSession::adopt(FileContent content)
{
    EditBuffer buffer(std::move(content.bytes));
    const bool changes = buffer.text() != currentText();
    m_editor->replaceContents(buffer.text());
    m_base->advance({content.hash, std::move(buffer)}, changes);
    showBase();
}

void EditSession::showBase()
{
    m_seen.clear();
    m_newPath.clear();
    m_editor->setReadOnly(!base().isEditable());
    m_editor->document()->setModified(false);
    setNotice(base().isEditable() ? Kind::None : Kind::ReadOnly, base().obstacle());
    emit baseChanged();
}

void EditSession::settle()
{
    // Where a change on disk was undone, the text is not what is on disk, though it be what it was made of.
    if (isModified() && isEditable() && !m_base->hasRefused() && currentBytes() == base().bytes())
        m_editor->document()->setModified(false);
}

void EditSession::save(Done done)
{
    if (!isOpen() || !isModified())
        tell(done, true);
    else
        write(m_base->current().hash, done);
}

void EditSession::write(const QByteArray &expectedHash, const Done &done)
{
    // Anew each time: a folder may have become a link that leaves the corpus.
    const Result<QString> path = corpusPath(m_root, m_path);
    if (!path) {
        tell(done, fail(tr("%1 could not be saved. %2").arg(name(), path.error().message)));
        return;
    }
    Result<SaveOutcome> outcome = saveFile(*path, currentBytes(), expectedHash);
    if (outcome)
        finishWrite(std::move(*outcome), done);
    else
        tell(done, fail(outcome.error().message));
}

void EditSession::finishWrite(SaveOutcome outcome, const Done &done)
{
    switch (outcome.kind) {
    case SaveOutcome::Kind::Saved:
        setBase(std::move(outcome.onDisk));
        if (outcome.otherNames > 0)
            setNotice(Kind::Noteworthy,
                      tr("%1 was saved. The same file had other names (hard links) beside this one: they "
                         "hold the text from before.")
                          .arg(name()));
        emit statusMessage(tr("Saved %1").arg(name()));
        emit saved(m_path);
        tell(done, true);
        break;
    case SaveOutcome::Kind::Conflict:
        resolve(outcome.onDisk, done);
        break;
    case SaveOutcome::Kind::Deleted:
        askToRecreate(done);
        break;
    }
}

void EditSession::resolve(const FileContent &onDisk, const Done &done)
{
    if (m_asking || !merge(onDisk)) {
        ask(onDisk, done);
        return;
    }
    if (!isModified()) { // what is on disk has all of it already
        tell(done, true);
        return;
    }
    const EditNotice merged = m_notice;
    write(onDisk.hash, [self = QPointer(this), merged, done](bool isDone) {
        if (self && isDone)
            self->setNotice(merged.kind, merged.text); // a save takes notices away, but this one was not seen yet
        tell(done, isDone);
    });
}

void EditSession::ask(const FileContent &onDisk, const Done &done)
{
    if (std::exchange(m_asking, true)) {
        tell(done, false);
        return;
    }
    m_prompter->askConflict(m_editor, {name(), base().bytes(), currentBytes(), onDisk.bytes},
                            [self = QPointer(this), onDisk, done](const ConflictResult &result) {
                                if (!self)
                                    return;
                                self->m_asking = false;
                                self->applyAnswer(result, onDisk, done);
                            });
}

void EditSession::applyAnswer(const ConflictResult &result, const FileContent &onDisk, const Done &done)
{
    switch (result.answer) {
    case ConflictAnswer::SaveMerged:
        takeMerged(result.merged, onDisk);
        write(onDisk.hash, done); // and only over the version that was shown
        break;
    case ConflictAnswer::SaveMine:
        write(onDisk.hash, done);
        break;
    case ConflictAnswer::TakeDisk:
        adopt(onDisk);
        emit statusMessage(tr("Took %1 from disk; undo brings your text back").arg(name()));
        tell(done, true);
        break;
    case ConflictAnswer::SaveCopy:
        saveCopy(onDisk, done);
        break;
    case ConflictAnswer::Cancel:
        tell(done, false);
        break;
    }
}

void EditSession::saveCopy(const FileContent &onDisk, const Done &done)
{
    const Result<QString> copy = createFile(m_root, copyPath(), currentBytes());
    if (!copy) {
        tell(done, fail(copy.error().message));
        return;
    }
    adopt(onDisk);
    emit statusMessage(tr("Your text is in %1").arg(QDir(m_root).relativeFilePath(*copy)));
    emit copySaved(*copy);
    tell(done, true);
}

// NAME.mine.md beside the file, or the first NAME.mine-2.md, ... that is free.
QString EditSession::copyPath() const
{
    const QFileInfo file(m_path);
    const QString stem = file.path() % u'/' % file.completeBaseName() % u".mine"_s;
    const QString suffix = file.suffix().isEmpty() ? QString() : QString(u'.' % file.suffix());
    QString path = stem % suffix;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = stem % u'-' % QString::number(number) % suffix;
    return path;
}

void EditSession::askToRecreate(const Done &done)
{
    if (std::exchange(m_asking, true)) {
        tell(done, false);
        return;
    }
    m_prompter->askRecreate(m_editor, name(), [self = QPointer(this), done](bool again) {
        if (!self)
            return;
        self->m_asking = false;
        if (!again)
            self->setNotice(Kind::DeletedOnDisk, tr("%1 is not there any more. Your text is.").arg(self->name()));
        tell(done, again && self->recreate());
    });
}

bool EditSession::recreate()
{
    const QByteArray bytes = currentBytes();
    const Result<QString> made = createFile(m_root, m_path, bytes);
    if (!made)
        return fail(made.error().message);
    setBase({bytes, contentHash(bytes)});
    emit statusMessage(tr("Saved %1 again").arg(name()));
    emit saved(m_path);
    return true;
}

void EditSession::saveDeletedAgain()
{
    if (isOpen())
        recreate();
}

void EditSession::revert()
{
    settle();
    if (!isOpen() || std::exchange(m_asking, true))
        return;
    const auto answered = [self = QPointer(this)](bool drop) {
        if (!self)
            return;
        self->m_asking = false;
        if (drop)
            self->takeDisk();
    };
    if (isModified())
        m_prompter->askRevert(m_editor, name(), answered);
    else
        answered(true);
}

void EditSession::takeDisk()
{
    Result<FileContent> onDisk = readDisk();
    if (onDisk)
        adopt(std::move(*onDisk));
}

// The error of a read is shown as well as returned.
Result<FileContent> EditSession::readDisk()
{
    Result<QString> path = corpusPath(m_root, m_path);
    Result<FileContent> content = path ? readFile(*path) : Result<FileContent>(path.error());
    if (!content)
        fail(content.error().message);
    return content;
}

void EditSession::discard()
{
    m_editor->replaceContents(base().text());
    m_editor->document()->setModified(false);
    setNotice(base().isEditable() ? Kind::None : Kind::ReadOnly, base().obstacle());
}

void EditSession::requestLeave(Done done)
{
    settle();
    if (!isOpen() || !isModified()) {
        tell(done, !m_asking);
        return;
    }
    if (std::exchange(m_asking, true)) {
        tell(done, false);
        return;
    }
    m_prompter->askLeave(m_editor, name(), [self = QPointer(this), done](LeaveAnswer answer) {
        if (!self)
            return;
        self->m_asking = false;
        if (answer == LeaveAnswer::Save) {
            self->save(done);
            return;
        }
        if (answer == LeaveAnswer::Discard)
            self->discard();
        tell(done, answer == LeaveAnswer::Discard);
    });
}

void EditSession::compareWithDisk()
{
    Result<FileContent> onDisk = readDisk();
    if (onDisk)
        ask(*onDisk, {});
}

void EditSession::dismissNotice()
{
    setNotice(Kind::None);
}

void EditSession::setNotice(Kind kind, const QString &text)
{
    if (m_notice.kind == kind && m_notice.text == text)
        return;
    m_notice = {kind, text};
    emit noticeChanged();
}

bool EditSession::fail(const QString &message)
{
    setNotice(Kind::Failed, message);
    return false;
}

} // namespace casebook
