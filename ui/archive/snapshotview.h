#pragma once

#include "core/markdown/node.h"
#include "ui/edit/findtext.h"
#include "ui/typeset/imagesource.h"

#include <QTextBrowser>
#include <QTimer>

#include <memory>

namespace casebook {

/// The text of a snapshot as it is read: typeset like a case, in the palette's colours. Fetches nothing; web addresses
/// are handed to the desktop.
class SnapshotView : public QTextBrowser {
    Q_OBJECT

public:
    explicit SnapshotView(QWidget *parent = nullptr);
    ~SnapshotView() override;

    /// Shows a text from its top. `pictures` may be null: then none are shown.
    void showText(const MarkdownNode &document, std::shared_ptr<ImageSource> pictures);
    void showNothing(const QString &message);
    bool hasText() const { return m_hasText; }

    double zoom() const { return m_zoom; }
    void setZoom(double zoom);

    /// Marks all places where the text stands and goes to one of them, as findText() does.
    FindResult find(const QString &text, bool backward, bool again);
    void clearFindMarks();
    /// Marks a passage and goes to it, blanks and line ends in it counting as alike. False where it does not stand
    /// here; the mark is gone then.
    bool showPassage(const QString &passage);

    QVariant loadResource(int type, const QUrl &name) override;

signals:
    /// What the pointer is over: an address, or "".
    void addressHovered(const QString &address);
    void zoomChanged(double zoom);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void typeset();
    void applyMeasure();
    void showMarks();
    bool goToPassage();
    void follow(const QUrl &link);

    MarkdownNode m_text;
    std::shared_ptr<ImageSource> m_pictures;
    QString m_message;
    QString m_findText;
    QString m_passage;
    QTextCursor m_passagePlace;
    QTimer m_retypeset; ///< after the width or the palette has changed
    double m_zoom = 1;
    int m_typesetWidth = 0;
    bool m_hasText = false;
    bool m_showAll = false; ///< of a very long text
    bool m_isCut = false;
};

} // namespace casebook
