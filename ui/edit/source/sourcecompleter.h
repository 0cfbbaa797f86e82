#pragma once

#include "ui/edit/source/sourceterms.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace casebook {

class CompletionPopup;
class SourceEditor;

/// Completes names and values while the front matter is typed, and where a person asks for it.
///
/// While the list is shown the arrows choose, Enter and Tab take what is chosen (Tab the first where nothing is),
/// Escape closes it; all else goes to the text, and narrows the list.
class SourceCompleter : public QObject {
    Q_OBJECT

public:
    /// The editor must outlive this.
    SourceCompleter(SourceEditor *editor, QObject *parent);
    ~SourceCompleter() override;

    void setContext(const EditContext &context);
    /// Offers what may stand at the cursor.
    void request();

signals:
    /// Whether there may be something to offer: in the front matter of a text that can be written.
    void availableChanged(bool available);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Reason {
        Typed,
        Asked,
        Moved, ///< the cursor, or the text by something else
    };

    void follow(Reason reason);
    bool isWorthShowing(const TermOffer &offer, Reason reason) const;
    bool takeKey(const QKeyEvent &event, bool really);
    void accept(Term term);
    bool isShown() const;
    void close();
    void showAvailable();
    QRect placeOf(qsizetype position) const;
    QString frontMatter() const;

    SourceEditor *m_editor;
    QPointer<CompletionPopup> m_popup; // goes with the window that it is shown in
    SourceTerms m_terms;
    TermOffer m_offer; // what is shown
    bool m_typing = false;
    bool m_asked = false;
    bool m_accepting = false;
};

} // namespace casebook
