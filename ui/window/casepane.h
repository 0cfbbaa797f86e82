#pragma once

#include "core/corpus/session.h"
#include "core/document/document.h"
#include "ui/read/readinghistory.h"

#include <QStackedWidget>

#include <functional>

namespace casebook {

class Browser;
class CaseView;
class EditPage;
class ReaderPage;
struct UnsavedText;

/// The right-hand side of the window: the case that was chosen, being read or being edited.
///
/// Nothing unsaved is lost: whatever leaves an edited case asks first, and may be told to stay.
class CasePane : public QStackedWidget {
    Q_OBJECT

public:
    /// The browser must outlive the pane.
    explicit CasePane(Browser &browser, QWidget *parent = nullptr);

    ReaderPage *reader() const { return m_reader; }
    EditPage *editor() const { return m_editor; }
    CaseView *preview() const { return m_preview; }
    /// The case that is read or edited; "" if none.
    QString currentId() const { return m_id; }
    bool isEditing() const;

    /// Reads a case, if what is being edited may be left; else the pane stays and refused() is emitted.
    void read(const QString &id);
    /// Edits a case at a place: line and column from 1, line 0: anywhere.
    void edit(const QString &id, int line = 0, int column = 0);
    /// Edits a case with the unsaved text of an earlier run, and tells whether the text is there and kept in the journal of
    /// this run. The file may be gone.
    void restore(const UnsavedText &unsaved, const std::function<void(bool kept)> &done);
    /// Goes back to reading what is being edited.
    void stopEditing();
    /// Asks whether what is being edited may be left; answers at once where nothing is.
    void requestLeave(const std::function<void(bool)> &answer);
    void showNothing(const QString &message);
    /// What is known of the sources of the case has changed: shows it, if it is another thing than what is shown.
    void showSourceFacts();

    /// Takes in something else that can be shown in the place of the case. The pane owns it.
    void addPage(QWidget *page);
    /// Shows such a page until it is left, by leavePage() or by going back, or another case is read. Not while editing.
    void showPage(QWidget *page);
    void leavePage();
    bool showsPage() const;
    /// What is said of the copies that are kept of a source's page, by its address; "": there is none.
    void setCopies(const std::function<QString(const QString &url)> &wordsOf) { m_copies = wordsOf; }
    /// Something else is to be said of them.
    void showCopies() { showAgain(); }

    bool canGoBack() const { return showsPage() || m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    void goBack();
    void goForward();

    /// A file has another name from now on.
    void followRename(const QString &from, const QString &to);
    /// Nothing has been read: another corpus comes. Nothing may be unsaved.
    void forget();

signals:
    /// Another case, or another way of looking at it.
    void stateChanged();
    /// A related case was clicked, or back or forward was chosen: the tree should follow.
    void caseRequested(const QString &id);
    /// The pane stays with this case although another was asked for.
    void refused(const QString &id);
    void addressHovered(const QString &address);
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &id);
    void showAgain();
    void follow(const CorpusChange &change);
    void preview(const QByteArray &bytes);
    void showIn(CaseView *view, const CaseStudyPtr &study, const Document &document);
    void startEditing(const QString &id, int line, int column);

    Browser &m_browser;
    ReaderPage *m_reader;
    EditPage *m_editor;
    CaseView *m_preview;
    ReadingHistory m_history;
    std::function<QString(const QString &)> m_copies;
    QString m_id;
};

} // namespace casebook
