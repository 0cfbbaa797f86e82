#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace casebook {

class PathLabel;

/// The line above a file that is edited: its path, whether it is saved, the choice of faces, and what is done with it
/// as a whole. Where there is no room for words the buttons are pictures alone, so that the path is read as far as can
/// be.
class EditHeader : public QWidget {
    Q_OBJECT

public:
    /// `faces` becomes the header's. The actions stay their owner's; each gets a button.
    EditHeader(QWidget *faces, const QList<QAction *> &actions, QWidget *parent = nullptr);

    void showFile(const QString &path, bool modified);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int wantedWidth() const;
    void fit();
    void showColors();

    PathLabel *m_path;
    QLabel *m_unsaved;
};

} // namespace casebook
