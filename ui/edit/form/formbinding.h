#pragma once

#include "core/document/document.h"
#include "core/validation/validation.h"
#include "ui/edit/editcontext.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace casebook {

class CaseForm;
class EditSession;
class SourceEditor;

/// Keeps a form and the source of the same file in agreement. The text of the source is the document: the form follows
/// it, and what is done in the form becomes changed lines of it, so that there is one history, one file to save and one
/// mark of what is unsaved.
class FormBinding : public QObject, private FormHost {
    Q_OBJECT

public:
    /// Session and editor must outlive the binding, or go with it.
    FormBinding(EditSession *session, SourceEditor *editor, QObject *parent = nullptr);
    ~FormBinding() override;

    /// To be put somewhere; whoever does so owns it.
    CaseForm *form() const { return m_form; }

    void setContext(const EditContext &context);
    /// Problems that more than this file shows: those of its own are found here. By their place in the whole file.
    void setProblems(const Problems &problems);

    /// Makes an edit of what is being typed, but of an item of a list, which has no end yet.
    void flush();
    /// The same with such an item. To be called before the text is saved or left.
    void finishTyping();
    /// Steps in the one history that form and source have.
    void undo() override;
    void redo() override;
    /// Puts the focus into the field that a line is about; false where the form shows none.
    bool goToLine(int line, int column);

signals:
    /// A line of the source is to be shown, and the focus put there.
    void lineRequested(int line, int column);

private:
    FormTerms &terms() override { return m_terms; }
    void sync() override;
    void refresh() override;
    bool commit(FieldEditor &editor, const Edits &edits, bool join) override;
    void setPending(FieldEditor &editor) override;
    void clearPending(FieldEditor &editor) override;
    void showSource(const FieldPath &path) override;

    void textChanged();
    void follow();
    void show();
    void showFields();
    QList<FieldProblem> problems() const;

    EditSession *m_session;
    SourceEditor *m_editor;
    FormTerms m_terms;
    QPointer<CaseForm> m_form;
    Document m_document; // what the form shows
    Problems m_problems;
    QPointer<FieldEditor> m_pending;
    QTimer m_flushTimer;
    QTimer m_followTimer;
    int m_committed = -1; // the text's revision after the last edit of the form
    bool m_stale = true;  // the text has changed since
};

} // namespace casebook
