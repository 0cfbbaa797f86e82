// The part of a session that is for a file that another program changes meanwhile.
#include "core/difference/linedifference.h"
#include "ui/edit/editsession.h"
#include "ui/edit/merge/diskbase.h"
#include "ui/edit/merge/mergedtext.h"
#include "ui/edit/sourceeditor.h"

#include <QDir>
#include <QFileInfo>

namespace casebook {

using Kind = EditNotice::Kind;

QString EditSession::currentText() const
{
    return EditBuffer::textOf(m_editor->document()->toRawText());
}

void EditSession::checkDisk()
{
    // While a person looks at two versions of the text, it is not to become a third one.
    if (!isOpen() || m_asking)
        return;
    if (!QFileInfo::exists(m_path)) {
        const QString text = !QFileInfo::exists(m_root)
            ? tr("The folder %1 is not there any more, and %2 with it. Your text is still here.").arg(m_root, name())
            : tr("%1 was deleted, moved or renamed by another program. Your text is still here.").arg(name());
        if (m_newPath.isEmpty())
            setNotice(Kind::DeletedOnDisk, text);
        return;
    }
    settle();
    Result<FileContent> onDisk = readDisk();
    if (!onDisk)
        return;
    const bool same = onDisk->hash == m_base->current().hash;
    if (same) {
        const Kind kind = m_notice.kind;
        if (kind == Kind::ChangedOnDisk || kind == Kind::DeletedOnDisk || kind == Kind::RenamedOnDisk)
            setNotice(Kind::None); // it is back as it was
    } else if (!isModified() || onDisk->bytes == currentBytes()) {
        adopt(std::move(*onDisk));
        emit statusMessage(tr("Read %1 again: another program has changed it").arg(name()));
    } else if (onDisk->hash != m_seen && !merge(*onDisk)) {
        m_seen = onDisk->hash;
        setNotice(Kind::ChangedOnDisk,
                  m_base->isRefused(onDisk->hash)
                      ? tr("%1 was changed by another program. You have undone that here: saving will ask.").arg(name())
                      : tr("%1 was changed by another program where you changed it too.").arg(name()));
    }
}

// Takes what was changed on disk into the text, if none of it meets what was changed here.
bool EditSession::merge(const FileContent &onDisk)
{
    const EditBuffer theirs(onDisk.bytes);
    if (!isEditable() || !theirs.isEditable() || m_base->isRefused(onDisk.hash))
        return false;
    const QString mine = currentText();
    const MergeRegions regions = mergeTexts(base().text(), mine, theirs.text());
    if (hasConflict(regions))
        return false;
    takeMerged(QString::fromUtf8(mergedText(regions)), onDisk);
    noteMerge(mine, currentText());
    return true;
}

// Makes the text a change of what is on disk.
void EditSession::takeMerged(const QString &text, const FileContent &onDisk)
{
    const bool changes = text != currentText();
    m_editor->replaceContents(text);
    m_base->advance({onDisk.hash, EditBuffer(onDisk.bytes)}, changes);
    m_seen.clear();
    setNotice(Kind::None);
    emit baseChanged();
    settle();
}

void EditSession::noteMerge(const QString &before, const QString &after)
{
    m_merge = {before.toUtf8(), after.toUtf8()};
    const int lines = changedLines(diffTexts(before, after));
    if (lines > 0)
        setNotice(Kind::Merged,
                  tr("Merged %Ln line(s) from disk: another program has changed %1.", nullptr, lines).arg(name()));
    else
        emit statusMessage(tr("The ends of the lines of %1 were changed on disk; they are kept").arg(name()));
}

void EditSession::undoMerge()
{
    if (currentText().toUtf8() == m_merge.after) {
        m_editor->undo(); // the base follows
    } else {
        const MergeRegions regions = mergeLines(m_merge.after, currentText().toUtf8(), m_merge.before);
        if (hasConflict(regions)) {
            setNotice(Kind::Noteworthy, tr("You have changed the merged lines since: undo step by step instead."));
            return;
        }
        m_editor->replaceContents(QString::fromUtf8(mergedText(regions)));
        m_base->retreat();
        followUndo();
    }
    if (m_notice.kind == Kind::Merged)
        setNotice(Kind::None);
}

// Undo or redo has taken what was changed on disk out of the text, or put it there again.
void EditSession::followUndo()
{
    m_seen.clear();
    if (m_base->hasRefused())
        setNotice(Kind::ChangedOnDisk,
                  tr("%1 was changed by another program. You have undone that here: saving will ask.").arg(name()));
    else if (m_notice.kind == Kind::ChangedOnDisk)
        setNotice(Kind::None);
    emit baseChanged();
}

void EditSession::fileRenamed(const QString &path)
{
    settle();
    m_newPath = path;
    if (!isModified()) {
        goOnRenamed();
        return;
    }
    setNotice(Kind::RenamedOnDisk,
              tr("%1 was renamed to %2 by another program. Your text is still here.")
                  .arg(name(), QDir(m_root).relativeFilePath(path)));
}

void EditSession::goOnRenamed()
{
    if (m_newPath.isEmpty())
        return;
    m_path = std::exchange(m_newPath, QString());
    setNotice(Kind::None);
    emit moved(m_path);
    checkDisk();
}

} // namespace casebook
