#pragma once

#include "core/base/problem.h"
#include "core/base/result.h"
#include "ui/edit/editcontext.h"
#include "ui/edit/faces.h"
#include "ui/edit/prompter.h"

#include <QWidget>

#include <functional>
#include <memory>

class QSplitter;

namespace casebook {

class EditChanges;
class EditHeader;
class EditJournal;
class EditSession;
class FormBinding;
class LivePreview;
class NoticeBar;
class SourceEditor;
class SourcePane;
struct UnsavedText;

/// Edits one file of a corpus: a form of its fields, its source and a live preview, beside each other or in turn (Faces),
/// and what a person needs to keep their work.
///
/// The actions, by objectName: "save", "revert", "undo", "redo", "closeEditor", "showChanges", those of the faces and of
/// the source (SourcePane). They may be put into menus. Save, undo and redo listen while the focus is in the page, those of
/// the source while it is in there; they come before actions of the window with the same keys, which would otherwise be
/// ambiguous.
class EditPage : public QWidget {
    Q_OBJECT

public:
    explicit EditPage(QWidget *parent = nullptr);
    ~EditPage() override;

    /// Puts a widget, which becomes the page's, beside the source. `show` is called with the file's bytes as they would
    /// be saved: when a file is opened, and a moment after the last edit. A QTextEdit scrolls with the source.
    void setPreview(QWidget *preview, std::function<void(const QByteArray &bytes)> show);
    /// Shows the preview anew: what it is shown with, such as the other cases, has changed.
    void refreshPreview();
    /// Tells what is known of the corpus around the file; nothing otherwise. What its functions refer to must outlive
    /// the page, or the next call.
    void setContext(EditContext context);
    const EditContext &context() const { return m_context; }
    /// Replaces who asks a person; dialogs otherwise.
    void setPrompter(std::unique_ptr<Prompter> prompter);

    /// Shows a file; `path` is absolute or relative to the corpus's folder `root`. An error where it cannot be read, is
    /// outside of root, or another file's unsaved changes would be lost (requestLeave() first).
    Result<void> open(const QString &root, const QString &path);
    /// Shows a file with the unsaved text of an earlier run: EditSession::restore().
    Result<void> restore(const UnsavedText &unsaved);
    /// Puts what is unsaved into the journal at once, instead of within two seconds; false where it could not be, and
    /// then a statusMessage() says why.
    bool keepUnsavedNow();
    /// Asks where there are unsaved changes; then shows nothing and emits closed().
    void closeFile();
    /// Calls back with whether the page may be left or another file opened, after asking Save, Discard or Cancel where
    /// there are unsaved changes. After Discard the text is what was last saved.
    void requestLeave(std::function<void(bool mayLeave)> answer);

    bool isModified() const;
    /// How many lines differ from what is saved; it follows an edit within a moment.
    int changedLines() const;
    /// The absolute path of the file; empty where none is open.
    QString path() const;

    void save();
    /// Takes what is on disk, after asking where there are unsaved changes.
    void revert();

    /// Goes to a line of the file: to the field it is about where the form is the face at hand, else in the source.
    void goTo(int line, int column = 1);
    /// Shows a face, and puts the focus there.
    void showFace(Face face);
    /// Puts the focus into the face at hand.
    void takeFocus();
    /// Shows problems in source and form, by their line and column in the whole file.
    void setProblems(const Problems &problems);

    SourceEditor *editor() const { return m_editor; }
    /// The action of that objectName.
    QAction *action(QStringView name) const;

    /// The faces that are shown and the zoom, to be kept from one start to the next.
    QByteArray saveState() const;
    /// False where `state` is not from saveState(); then nothing changes.
    bool restoreState(const QByteArray &state);

public slots:
    /// The file may have changed on disk. Without unsaved changes the text follows, keeping cursor and scroll position;
    /// otherwise the change is merged and a banner says so, or where the two meet offers to compare, reload or keep.
    void fileChangedOnDisk();
    /// The file has another path now, absolute. Without unsaved changes that file is edited; otherwise a banner offers to.
    void fileRenamed(const QString &path);

signals:
    void modifiedChanged(bool modified);
    void changedLinesChanged(int lines);
    /// With the absolute path.
    void saved(const QString &path);
    /// A second file was made, with a person's version of one that changed on disk.
    void copySaved(const QString &path);
    void closed();
    void statusMessage(const QString &message);

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                       std::function<void()> run);
    QAction *actionFor(const QKeyEvent &event) const;
    void makeFileActions();
    void makeFaces();
    void connectSession();
    void goToSource(int line, int column);
    void showState();

    SourcePane *m_source;
    SourceEditor *m_editor;
    EditSession *m_session;
    FormBinding *m_form;
    QSplitter *m_splitter;
    EditChanges *m_changes;
    Faces *m_faces;
    LivePreview *m_preview;
    EditHeader *m_header = nullptr;
    NoticeBar *m_notices = nullptr;
    std::unique_ptr<EditJournal> m_journal; // goes before the session and the editor, which are children
    EditContext m_context;
};

} // namespace casebook
