#pragma once

#include "ui/edit/findtext.h"
#include "ui/typeset/typestyle.h"

#include <QTextBrowser>
#include <QTimer>

namespace casebook {

/// What a person reads: a text typeset in the palette's colours, with a comfortable measure and a zoom. It is typeset
/// again when the width, the palette or the font has changed. What there is to read, a derived view knows.
///
/// Fetches nothing; web and mail addresses are handed to the desktop.
class TypesetView : public QTextBrowser {
    Q_OBJECT

public:
    /// 1 is the size of the application's font.
    double zoom() const { return m_zoom; }
    /// From 0.5 to 3; what is beyond becomes the nearer of them.
    void setZoom(double zoom);

    /// Marks all places where the text stands and goes to one of them, as findText() does.
    FindResult find(const QString &text, bool backward, bool again);
    void clearFindMarks();

    QVariant loadResource(int type, const QUrl &name) override;

signals:
    /// What the pointer is over: an address, or "".
    void addressHovered(const QString &address);
    void zoomChanged(double zoom);

protected:
    /// How wide the text may become, and where it stands in a view that is wider.
    struct Measure {
        double width = 1;              ///< in comfortable widths (TypeStyle::comfortableWidth())
        bool nearTheBeginning = false; ///< not in the middle of a very wide view
    };

    explicit TypesetView(Measure measure, QWidget *parent = nullptr);

    /// Typesets what there is to read, now; the place that is being read stays.
    void typeset();
    /// A very long text is cut from now on (with a link that shows all of it) or shown whole; takes effect when it is
    /// typeset. It is cut at first.
    void setShowsWhole(bool whole) { m_showsWhole = whole; }
    /// Whether the text that is shown was cut.
    bool isCut() const { return m_isCut; }
    /// Shows the marks again: those of find(), and ownMarks().
    void showMarks();
    /// Forgets what was looked for; marks go when they are shown again.
    void forgetFound() { m_findText.clear(); }

    /// Fills an empty, prepared document, with the first `limit` characters of a longer text (0: no limit). True where
    /// that has cut it.
    virtual bool fill(QTextDocument *document, const TypeStyle &style, qsizetype limit) = 0;
    /// Another document is shown: what was known of places in the old one does not hold. Shows the marks.
    virtual void documentReplaced() { showMarks(); }
    /// What is marked below the marks of find().
    virtual QList<QTextEdit::ExtraSelection> ownMarks() const { return {}; }
    /// Follows a link of the view's own (percent-encoded); false for any other.
    virtual bool followOwn(const QString &) { return false; }

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void applyMeasure();
    void follow(const QUrl &link);

    Measure m_measure;
    QString m_findText; ///< what the find bar has marked; "" for nothing
    QTimer m_retypeset; ///< after the width or the palette has changed
    double m_zoom = 1;
    int m_typesetWidth = 0; ///< logical pixels
    bool m_showsWhole = false;
    bool m_isCut = false;
};

/// Writes a message instead of a text, in the middle of an empty, prepared document.
void typesetMessage(QTextDocument *document, const TypeStyle &style, const QString &message);

} // namespace casebook
