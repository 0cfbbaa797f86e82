#include "ui/export/exportdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString proposedPath(const QString &name)
{
    QString folder = QSettings().value(u"export/folder"_s).toString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QDir::homePath();
    return QDir(folder).filePath(name);
}

} // namespace

ExportDialog::ExportDialog(const ExportChoice &choice, const BriefingOptions &options, QWidget *parent)
    : QDialog(parent), m_options(options), m_title(new QLineEdit(options.title, this)), m_path(new QLineEdit(this)),
      m_paper(new QComboBox(this)), m_all(new QRadioButton(this)), m_selected(new QRadioButton(this)), m_complaint(new QLabel(this))
{
    setWindowTitle(tr("Export as PDF"));
    setObjectName(u"exportDialog"_s);
    m_title->setObjectName(u"exportTitle"_s);
    m_path->setObjectName(u"exportPath"_s);
    m_path->setText(QDir::toNativeSeparators(proposedPath(choice.proposedName)));
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    m_paper->addItem(tr("A4"), static_cast<int>(BriefingRecipe::Paper::A4));
    m_paper->addItem(tr("Letter"), static_cast<int>(BriefingRecipe::Paper::Letter));
    m_paper->setCurrentIndex(std::max(0, m_paper->findData(QSettings().value(u"export/paper"_s, static_cast<int>(options.paper)).toInt())));
    m_all->setText(tr("The %Ln case(s) shown", nullptr, choice.shown));
    m_selected->setText(tr("The %Ln selected case(s)", nullptr, choice.selected));
    (choice.selected > 1 ? m_selected : m_all)->setChecked(true);
    if (choice.selected < 2) // then there is nothing to choose
        m_selected->hide();

    auto *browseButton = new QToolButton(this);
    browseButton->setText(tr("Browse…"));
    auto *place = new QHBoxLayout;
    place->addWidget(m_path, 1);
    place->addWidget(browseButton);
    auto *form = new QFormLayout;
    form->addRow(tr("&Title:"), m_title);
    if (choice.selected > 1) {
        form->addRow(tr("Cases:"), m_all);
        form->addRow(QString(), m_selected);
    } else {
        form->addRow(tr("Cases:"), new QLabel(m_all->text(), this));
    }
    m_all->setVisible(choice.selected > 1);
    if (!choice.selection.isEmpty()) {
        auto *selection = new QLabel(choice.selection, this);
        selection->setWordWrap(true);
        form->addRow(tr("Filter:"), selection);
    }
    form->addRow(tr("&Paper:"), m_paper);
    auto *placeLabel = new QLabel(tr("&File:"), this);
    placeLabel->setBuddy(m_path);
    form->addRow(placeLabel, place);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_export = buttons->button(QDialogButtonBox::Ok);
    m_export->setText(tr("Export"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_complaint);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browseButton, &QToolButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::check);
    check();
}

BriefingOptions ExportDialog::options() const
{
    BriefingOptions options = m_options;
    options.title = m_title->text().trimmed();
    options.paper = static_cast<BriefingRecipe::Paper>(m_paper->currentData().toInt());
    return options;
}

QString ExportDialog::path() const
{
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    return QFileInfo(path).suffix().isEmpty() ? path + u".pdf"_s : path;
}

bool ExportDialog::onlySelected() const
{
    return m_selected->isChecked();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export as PDF"), path(), tr("PDF documents (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked once, by accept()
    connect(dialog, &QFileDialog::fileSelected, m_path, [this](const QString &file) { m_path->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void ExportDialog::check()
{
    const QFileInfo file(path());
    const bool named = !m_path->text().trimmed().isEmpty() && !file.isDir();
    const bool placed = file.absoluteDir().exists();
    m_complaint->setText(named && !placed ? tr("The folder %1 is not there.").arg(QDir::toNativeSeparators(file.absolutePath())) : QString());
    m_export->setEnabled(named && placed);
}

void ExportDialog::accept()
{
    QSettings settings;
    settings.setValue(u"export/folder"_s, QFileInfo(path()).absolutePath());
    settings.setValue(u"export/paper"_s, m_paper->currentData());
    if (!QFileInfo::exists(path())) {
        QDialog::accept();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(), tr("%1 exists already.").arg(QFileInfo(path()).fileName()),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Replace it? It stays as it is until the new one is complete."));
    QPushButton *replace = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, replace](QAbstractButton *button) {
        if (button == replace)
            QDialog::accept();
    });
    box->open();
}

} // namespace casebook
