// The part of a session that is for when things have gone wrong: text from an earlier run, and a place that cannot be
// written to.
#include "core/store/corpuspath.h"
#include "core/store/replacefile.h"
#include "core/store/unsavedtext.h"
#include "ui/edit/editsession.h"
#include "ui/edit/sourceeditor.h"

#include <QDir>

#include <algorithm>

namespace casebook {

namespace {

// The line, from 1, where a text begins to be another one.
int firstDifference(const QString &before, const QString &after)
{
    const auto [same, differs] = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend());
    return static_cast<int>(std::count(after.cbegin(), differs, u'\n')) + 1;
}

} // namespace

Result<void> EditSession::restore(const UnsavedText &unsaved)
{
    settle();
    if (isModified())
        return Error{tr("%1 has unsaved changes. Save or revert it first.").arg(name())};
    const Result<QString> absolute = corpusPath(unsaved.root, unsaved.path);
    if (!absolute)
        return absolute.error();
    const EditBuffer base(unsaved.base);
    if (!base.isEditable())
        return Error{base.obstacle()};
    m_root = unsaved.root;
    m_path = *absolute;
    m_editor->setReadOnly(false);
    m_editor->setContents(base.text());
    setBase({unsaved.base, contentHash(unsaved.base)});
    emit opened();
    const QString text = EditBuffer(unsaved.text).text();
    m_editor->replaceContents(text);
    m_editor->goTo(firstDifference(base.text(), text));
    checkDisk();
    emit statusMessage(tr("The unsaved text of %1 is back; undo takes it away").arg(name()));
    return {};
}

void EditSession::saveElsewhere()
{
    if (!isOpen())
        return;
    m_prompter->askCopyPlace(m_editor, name(), [self = QPointer(this)](const QString &path) {
        if (self)
            self->writeCopy(path);
    });
}

void EditSession::writeCopy(const QString &path)
{
    if (const Result<void> written = replaceFile(path, currentBytes()); !written) {
        fail(written.error().message);
        return;
    }
    emit statusMessage(tr("A copy of your text is in %1").arg(QDir::toNativeSeparators(path)));
    checkDisk(); // it may be the very file
}

} // namespace casebook
