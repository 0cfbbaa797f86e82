#pragma once

#include <QPlainTextEdit>

namespace casebook {

/// A text that wraps and is as high as it needs to be, up to a limit: one line where one is enough. Tab leads on; Enter
/// is a signal unless the text has several lines; Shift+Enter begins a new line. Without a history of its own.
class GrowingText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit GrowingText(QWidget *parent = nullptr);

    /// The text, lines with line feeds between them.
    QString text() const;
    /// Shows another text; the cursor stays where it is as far as that goes. Not an edited().
    void setText(const QString &text);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A person has changed the text.
    void edited();
    void returnPressed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    int textHeight(int width) const;

    bool m_setting = false;
    mutable int m_knownWidth = -1;
    mutable int m_knownHeight = 0;
};

} // namespace casebook
