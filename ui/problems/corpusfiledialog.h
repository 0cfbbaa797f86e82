#pragma once

#include "core/base/problem.h"
#include "core/store/filecontent.h"
#include "ui/edit/editbuffer.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace casebook {

class SourceEditor;

/// Edits a file of a corpus that is no case, such as a saved view: its text, with its problems underlined. Writes
/// nothing itself.
class CorpusFileDialog : public QDialog {
    Q_OBJECT

public:
    /// `path`: below the corpus's root; `content`: what the file holds.
    CorpusFileDialog(const QString &path, const FileContent &content, const Problems &problems,
                     QWidget *parent = nullptr);

    /// Line and column from 1.
    void goTo(int line, int column);
    const QString &path() const { return m_path; }
    const FileContent &content() const { return m_content; }
    /// The file with what has been edited.
    QByteArray bytes() const;
    bool isChanged() const { return bytes() != m_content.bytes; }

    void reject() override;

signals:
    void saveRequested();

private:
    void showState();

    QString m_path;
    FileContent m_content;
    EditBuffer m_buffer;
    SourceEditor *m_editor;
    QLabel *m_message;
    QPushButton *m_save = nullptr;
};

} // namespace casebook
