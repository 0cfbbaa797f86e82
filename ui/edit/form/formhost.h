#pragma once

#include "core/document/edit.h"

namespace casebook {

class FieldEditor;
class FormTerms;

/// What the editors of a form ask of the form around them. GUI thread.
class FormHost {
public:
    /// What the fields may hold.
    virtual FormTerms &terms() = 0;

    /// Brings the form in line with the text, which may have changed a moment ago. To be called before an edit is made
    /// from what the form shows; editors may be gone afterwards.
    virtual void sync() = 0;
    /// Shows the same text anew, since there is another way to show it.
    virtual void refresh() = 0;
    /// Makes edits in the text. `join`: as one step of undo with the edits before, if these were the last ones. Where
    /// they are refused, the editor is told so, and the answer is false.
    virtual bool commit(FieldEditor &editor, const Edits &edits, bool join) = 0;

    /// A text has been typed into an editor: it is to be flushed in a moment. Another one's is flushed now.
    virtual void setPending(FieldEditor &editor) = 0;
    /// Nothing is waiting in this editor any more.
    virtual void clearPending(FieldEditor &editor) = 0;

    /// Takes the last step of the document back, or makes it again, what was typed last included.
    virtual void undo() = 0;
    virtual void redo() = 0;
    /// Goes to a field's line in the source.
    virtual void showSource(const FieldPath &path) = 0;

protected:
    ~FormHost() = default;
};

} // namespace casebook
