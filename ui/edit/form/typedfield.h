#pragma once

#include "core/base/value.h"
#include "ui/edit/form/fieldeditor.h"

namespace casebook {

/// A field with one value, which is typed as text. What is typed becomes an edit when the typing pauses, when the focus
/// goes and when the form is asked to flush; all of one visit is one step of undo.
///
/// What is not of the field's type goes into the file as it was typed, and has a problem there: nothing that was typed
/// is ever lost. A value that is cleared leaves its key in the file, unless the same visit has added it.
class TypedField : public FieldEditor {
    Q_OBJECT

public:
    using FieldEditor::FieldEditor;

    void flush() override;
    bool isPending() const override { return m_pending; }

protected:
    virtual QString text() const = 0;
    /// Shows another text, keeping the cursor where it can be; textEdited() must not be called for it.
    virtual void setText(const QString &text) = 0;

    /// To be called whenever a person has changed the text.
    void textEdited();
    /// Makes an edit of a text at once.
    void commitText(const QString &text);
    void showNode(const YamlNode *node) override;

private:
    Value valueOf(const QString &text) const;

    Value m_value; // what the file says
    bool m_pending = false;
};

} // namespace casebook
