#include "core/store/unsavedstate.h"

#include "core/store/corpuspath.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace casebook {

namespace {

struct State {
    Q_DECLARE_TR_FUNCTIONS(casebook::UnsavedState)

public:
    static QString message(UnsavedState::Kind kind, const UnsavedText &unsaved)
    {
        switch (kind) {
        case UnsavedState::Kind::Same:
            return tr("The file has not changed since.");
        case UnsavedState::Kind::Changed:
            return tr("The file on disk was changed since. Nothing of it is overwritten without a question.");
        case UnsavedState::Kind::Gone:
            return tr("The file is not there any more: it was deleted, moved or renamed. Once the text is restored, it "
                      "can be saved again.");
        case UnsavedState::Kind::CorpusGone:
            return tr("The folder %1 is not there any more. Save a copy elsewhere, or bring the folder back and open "
                      "it "
                      "again.")
                .arg(unsaved.root);
        case UnsavedState::Kind::Unreadable:
            break;
        }
        return {};
    }
};

UnsavedState::Kind kindOf(const QByteArray &onDisk, const UnsavedText &unsaved)
{
    return onDisk == unsaved.base ? UnsavedState::Kind::Same : UnsavedState::Kind::Changed;
}

} // namespace

UnsavedState stateOf(const UnsavedText &unsaved)
{
    using Kind = UnsavedState::Kind;
    const auto without = [&unsaved](Kind kind) { return UnsavedState{kind, {}, State::message(kind, unsaved)}; };
    if (!QFileInfo(unsaved.root).isDir())
        return without(Kind::CorpusGone);
    const Result<QString> path = corpusPath(unsaved.root, unsaved.path);
    if (!path)
        return {Kind::Unreadable, {}, path.error().message};
    if (!QFileInfo::exists(*path))
        return without(Kind::Gone);
    const Result<FileContent> content = readFile(*path);
    if (!content)
        return {Kind::Unreadable, {}, content.error().message};
    const Kind kind = kindOf(content->bytes, unsaved);
    return {kind, content->bytes, State::message(kind, unsaved)};
}

} // namespace casebook
