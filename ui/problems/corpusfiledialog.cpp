#include "ui/problems/corpusfiledialog.h"

#include "ui/edit/sourceeditor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString sentences(const Problems &problems)
{
    QStringList lines;
    for (const Problem &problem : problems) {
        lines.append(problem.line > 0 ? CorpusFileDialog::tr("Line %1: %2").arg(problem.line).arg(problem.message)
                                      : problem.message);
    }
    return lines.join(u'\n');
}

} // namespace

CorpusFileDialog::CorpusFileDialog(const QString &path, const FileContent &content, const Problems &problems,
                                   QWidget *parent)
    : QDialog(parent),
      m_path(path),
      m_content(content),
      m_buffer(content.bytes),
      m_editor(new SourceEditor(this)),
      m_message(new QLabel(this))
{
    setObjectName(u"corpusFile"_s);
    setWindowTitle(tr("Edit %1").arg(path));
    m_message->setObjectName(u"message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setText(m_buffer.isEditable() ? sentences(problems) : m_buffer.obstacle());
    m_message->setVisible(!m_message->text().isEmpty());
    m_editor->setAccessibleName(tr("Text of %1").arg(path));
    m_editor->setContents(m_buffer.text());
    m_editor->setReadOnly(!m_buffer.isEditable());
    m_editor->setProblems(problems);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addWidget(m_editor, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CorpusFileDialog::saveRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &CorpusFileDialog::reject);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &CorpusFileDialog::showState);
    showState();
    m_editor->setFocus();
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 28);
}

void CorpusFileDialog::goTo(int line, int column)
{
    m_editor->goTo(std::max(line, 1), std::max(column, 1));
}

QByteArray CorpusFileDialog::bytes() const
{
    return m_buffer.isEditable() ? m_buffer.bytesOf(m_editor->document()->toRawText()) : m_content.bytes;
}

void CorpusFileDialog::showState()
{
    m_save->setEnabled(isChanged());
}

void CorpusFileDialog::reject()
{
    if (!isChanged()) {
        QDialog::reject();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Unsaved changes"), tr("%1 has unsaved changes.").arg(m_path),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Save)
            emit saveRequested();
        else if (answer == QMessageBox::Discard)
            QDialog::reject();
    });
    box->open();
}

} // namespace casebook
