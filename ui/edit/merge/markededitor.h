#pragma once

#include "ui/edit/sourceeditor.h"

namespace casebook {

/// A source with parts of it marked: lines tinted, and a line drawn where a part has no line here.
class MarkedEditor : public SourceEditor {
    Q_OBJECT

public:
    using SourceEditor::SourceEditor;

    /// Tints of no line are drawn as a line above `first`. Past some thousand lines nothing more is tinted.
    void setMarks(const QList<LineTint> &marks);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<LineTint> m_empty; // tints of no line
};

} // namespace casebook
