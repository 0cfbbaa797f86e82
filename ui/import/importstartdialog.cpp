#include "ui/import/importstartdialog.h"

#include "core/importers/documentaddress.h"
#include "core/importers/importtarget.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderKey = "import/folder"; // of the file chosen last

QLabel *wrappedLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

/// A field with a button beside it.
QWidget *row(QWidget *field, QPushButton *button)
{
    auto *widget = new QWidget(field->parentWidget());
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    layout->addWidget(button);
    return widget;
}

} // namespace

ImportStartDialog::ImportStartDialog(const QString &openCorpus, QWidget *parent)
    : QDialog(parent),
      m_source(new QLineEdit(this)),
      m_hint(wrappedLabel(u"hint"_s, this)),
      m_useHint(new QPushButton(tr("&Use That Address"), this)),
      m_intoOpen(new QRadioButton(this)),
      m_intoNew(new QRadioButton(tr("A &new corpus, in a folder of its own:"), this)),
      m_folder(new QLineEdit(this)),
      m_message(wrappedLabel(u"message"_s, this)),
      m_progress(new QProgressBar(this))
{
    setObjectName(u"importStart"_s);
    setWindowTitle(tr("Import Cases"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_preview = buttons->button(QDialogButtonBox::Ok);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setText(tr("&Preview"));
    m_progress->hide();
    m_progress->setTextVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeSource());
    layout->addWidget(makeTarget(openCorpus));
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportStartDialog::request);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportStartDialog::reject);
    connect(m_source, &QLineEdit::textChanged, this, &ImportStartDialog::showHint);
    connect(m_folder, &QLineEdit::textChanged, this, &ImportStartDialog::showHint);
    connect(m_intoNew, &QRadioButton::toggled, this, &ImportStartDialog::showHint);
    showHint();
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
}

QWidget *ImportStartDialog::makeSource()
{
    auto *box = new QGroupBox(tr("Document"), this);
    m_source->setParent(box);
    m_source->setObjectName(u"source"_s);
    m_source->setPlaceholderText(tr("A file, or an address that begins with https://"));
    m_source->setAccessibleName(tr("File or address of the document"));
    m_source->setClearButtonEnabled(true);
    auto *choose = new QPushButton(tr("&Choose File…"), box);
    m_useHint->setObjectName(u"useHint"_s);
    m_useHint->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ImportStartDialog::chooseFile);
    connect(m_useHint, &QPushButton::clicked, this, [this] { setSource(documentBehind(source())); });
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(row(m_source, choose));
    layout->addWidget(row(m_hint, m_useHint));
    auto *about =
        new QLabel(tr("A list of case studies, an article, a link list or ADOPTERS.md, in Markdown or as a web "
                      "page; a CSV table with a header; JSON that Casebook exported. Nothing is changed before you "
                      "have looked at it."),
                   box);
    about->setWordWrap(true);
    layout->addWidget(about);
    m_fields += {m_source, choose, m_useHint};
    return box;
}

QWidget *ImportStartDialog::makeTarget(const QString &openCorpus)
{
    auto *box = new QGroupBox(tr("Into"), this);
    m_intoOpen->setObjectName(u"intoOpen"_s);
    m_intoNew->setObjectName(u"intoNew"_s);
    m_intoOpen->setText(tr("The &open corpus: %1").arg(QString(openCorpus).replace(u'&', u"&&"_s)));
    m_intoOpen->setVisible(!openCorpus.isEmpty());
    (openCorpus.isEmpty() ? m_intoNew : m_intoOpen)->setChecked(true);
    m_folder->setParent(box);
    m_folder->setObjectName(u"folder"_s);
    m_folder->setAccessibleName(tr("Folder of the new corpus"));
    m_folder->setPlaceholderText(tr("A folder that is empty, or not there yet"));
    auto *choose = new QPushButton(tr("Choose &Folder…"), box);
    connect(choose, &QPushButton::clicked, this, &ImportStartDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textEdited, m_intoNew, [this] { m_intoNew->setChecked(true); });
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(m_intoOpen);
    layout->addWidget(m_intoNew);
    layout->addWidget(row(m_folder, choose));
    m_fields += {m_intoOpen, m_intoNew, m_folder, choose};
    return box;
}

QString ImportStartDialog::source() const
{
    return m_source->text().trimmed();
}

void ImportStartDialog::setSource(const QString &text)
{
    m_source->setText(text);
}

QString ImportStartDialog::newFolder() const
{
    return m_intoNew->isChecked() ? m_folder->text().trimmed() : QString();
}

void ImportStartDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import cases from a document"), QSettings().value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Documents (*.md *.markdown *.txt *.csv *.tsv *.json *.html)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
        setSource(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void ImportStartDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the new corpus"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_intoNew->setChecked(true);
        m_folder->setText(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void ImportStartDialog::request()
{
    if (m_isBusy || !m_preview->isEnabled())
        return;
    if (m_intoNew->isChecked() && !isEmptyPlace(newFolder())) {
        showFailure(tr("%1 is not empty: choose a folder that is, or open that corpus first and import into it.")
                        .arg(newFolder()));
        return;
    }
    m_message->hide();
    emit requested();
}

void ImportStartDialog::showHint()
{
    const QString address = source();
    const QString behind = documentBehind(address);
    QString hint;
    if (!behind.isEmpty())
        hint = tr("This is a page about the document; the document itself is at %1").arg(behind);
    else if (address.startsWith(u"http://", Qt::CaseInsensitive))
        hint = tr("Careful: the connection to an http address is not encrypted, so that anybody on the way can read "
                  "and change what comes. Use https if the site has it.");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_useHint->setVisible(!behind.isEmpty());
    m_message->hide();
    m_preview->setEnabled(!m_isBusy && !address.isEmpty() && (m_intoOpen->isChecked() || !newFolder().isEmpty()));
}

void ImportStartDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    for (QWidget *field : std::as_const(m_fields))
        field->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_preview->setEnabled(!busy);
}

void ImportStartDialog::showProgress(const QString &text, qint64 done, qint64 total)
{
    setBusy(true);
    constexpr int whole = 1000;
    m_progress->setRange(0, total > 0 ? whole : 0);
    m_progress->setValue(total > 0 ? static_cast<int>(std::min(done, total) * whole / total) : 0);
    m_progress->setAccessibleName(text);
    m_message->setText(text);
    m_message->show();
}

void ImportStartDialog::showFailure(const QString &message)
{
    setBusy(false);
    m_message->setText(message);
    m_message->show();
    m_source->setFocus();
}

// Cancelling goes back to the fields first, so that an address can be mended.
void ImportStartDialog::reject()
{
    if (!m_isBusy) {
        QDialog::reject();
        return;
    }
    showIdle();
    emit cancelled();
}

void ImportStartDialog::showIdle()
{
    if (!m_isBusy)
        return;
    setBusy(false);
    m_message->hide();
    m_source->setFocus();
}

} // namespace casebook
