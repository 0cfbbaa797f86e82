#pragma once

#include "core/markdown/node.h"
#include "ui/read/typesetview.h"
#include "ui/typeset/imagesource.h"

#include <memory>

namespace casebook {

/// The text of a snapshot as it is read, with a passage of it marked.
class SnapshotView : public TypesetView {
    Q_OBJECT

public:
    explicit SnapshotView(QWidget *parent = nullptr);
    ~SnapshotView() override;

    /// Shows a text from its top. `pictures` may be null: then none are shown.
    void showText(const MarkdownNode &document, std::shared_ptr<ImageSource> pictures);
    void showNothing(const QString &message);
    bool hasText() const { return m_hasText; }

    /// Marks a passage and goes to it, blanks and line ends in it counting as alike. False where it does not stand
    /// here; the mark is gone then.
    bool showPassage(const QString &passage);

protected:
    bool fill(QTextDocument *document, const TypeStyle &style, qsizetype limit) override;
    void documentReplaced() override;
    QList<QTextEdit::ExtraSelection> ownMarks() const override;

private:
    bool goToPassage();

    MarkdownNode m_text;
    std::shared_ptr<ImageSource> m_pictures;
    QString m_message;
    QString m_passage;          ///< its blanks made alike; "" for none
    QTextCursor m_passagePlace; ///< null where the document does not have it
    bool m_hasText = false;
};

} // namespace casebook
