#pragma once

#include <QWidget>

namespace casebook {

/// A path on one line, shortened in its middle where there is no room; the whole path is the tool tip.
class PathLabel : public QWidget {
    Q_OBJECT

public:
    explicit PathLabel(QWidget *parent = nullptr);

    void setPath(const QString &path);
    QString path() const { return m_path; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_path;
};

} // namespace casebook
