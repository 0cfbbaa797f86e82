#pragma once

#include <QWidget>

namespace casebook {

/// A path on one line. Where there is no room its first folders are left out, and of a name that is too long itself the
/// middle; the whole path is the tool tip.
class PathLabel : public QWidget {
    Q_OBJECT

public:
    explicit PathLabel(QWidget *parent = nullptr);

    void setPath(const QString &path);
    QString path() const { return m_path; }
    /// What is shown of it in `width` pixels.
    QString shortened(int width) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_path;
};

} // namespace casebook
