#pragma once

#include "ui/edit/source/scrollmap.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QTextDocument;
class QTextEdit;

namespace casebook {

class SourceEditor;

/// Lets a source and its preview scroll together: the one that a person moves leads, the other one follows.
///
/// What stands at the same share of both views' heights belongs together, so that both reach their ends at once. The
/// preview's blocks tell their lines of the body (sourceLineProperty). While the cursor is to be seen in the front
/// matter the preview shows its top.
class ScrollSync : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    ScrollSync(SourceEditor *source, QTextEdit *preview, QObject *parent = nullptr);

    /// The preview has been typeset anew.
    void previewShown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void followSource();
    void followPreview();
    void followCursor();
    void movePreview(double height, double viewShare);
    bool showsFrontMatterCursor() const;
    void readMap();

    SourceEditor *m_source;
    QTextEdit *m_preview;
    QPointer<QTextDocument> m_mapped; ///< what m_map is of; null: nothing yet
    ScrollMap m_map;
    QTimer m_later; ///< follows once what happens now has happened
    bool m_previewLeads = false;
    bool m_moving = false;
};

} // namespace casebook
