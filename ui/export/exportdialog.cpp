#include "ui/export/exportdialog.h"

#include "core/exporters/textformat.h"
#include "ui/export/briefingform.h"
#include "ui/export/briefingpreview.h"

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
#include <QScreen>
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

/// What a format is called, and what it is for.
QString formatLabel(const TextFormat &format)
{
    if (format.name == u"markdown")
        return ExportDialog::tr("Markdown: one document to edit");
    if (format.name == u"html")
        return ExportDialog::tr("HTML: one page that filters itself, offline");
    if (format.name == u"csv")
        return ExportDialog::tr("CSV: a table for spreadsheets");
    if (format.name == u"json")
        return ExportDialog::tr("JSON: every field, for programs");
    if (format.name == u"bibtex")
        return ExportDialog::tr("BibTeX: the sources");
    return format.label;
}

void fillFormats(QComboBox *box)
{
    box->setObjectName(u"exportFormat"_s);
    box->addItem(ExportDialog::tr("PDF: a briefing"), u"pdf"_s);
    for (const TextFormat &format : textFormats())
        box->addItem(formatLabel(format), format.name);
    box->setCurrentIndex(std::max(0, box->findData(QSettings().value(u"export/format"_s, u"pdf"_s))));
}

} // namespace

BriefingOptions pickedOneByOne(BriefingOptions options)
{
    options.selection = options.selection.isEmpty()
        ? ExportDialog::tr("Picked one by one")
        : ExportDialog::tr("Picked one by one among: %1").arg(options.selection);
    options.query.clear();
    options.filter = {};
    return options;
}

ExportDialog::ExportDialog(ExportChoice choice, const BriefingOptions &options, QWidget *parent)
    : QDialog(parent),
      m_choice(std::move(choice)),
      m_options(options),
      m_format(new QComboBox(this)),
      m_form(new BriefingForm(this)),
      m_preview(new BriefingPreview(this)),
      m_path(new QLineEdit(this)),
      m_all(new QRadioButton(this)),
      m_selected(new QRadioButton(this)),
      m_complaint(new QLabel(this)),
      m_export(nullptr),
      m_keep(nullptr),
      m_print(nullptr),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Export"));
    setObjectName(u"exportDialog"_s);
    fillFormats(m_format);
    m_form->setRecipe(options);
    auto *form = new QFormLayout;
    form->addRow(tr("For&mat:"), m_format);
    form->labelForField(m_format)->setMinimumWidth(m_form->labelWidth());
    addChoices(form);
    form->addRow(m_form);
    auto *placeLabel = new QLabel(tr("&File:"), this);
    placeLabel->setBuddy(m_path);
    form->addRow(placeLabel, makePlace());
    m_export = m_buttons->button(QDialogButtonBox::Ok);
    m_export->setText(tr("Export"));
    m_print = addButton(u"exportPrint"_s, tr("P&rint…"));
    m_print->setToolTip(tr("Print the same pages instead of writing them to a file"));
    connect(m_print, &QPushButton::clicked, this, &ExportDialog::print);
    m_keep = addButton(u"exportKeep"_s, tr("&Keep with the View"));
    m_keep->setToolTip(
        tr("Export the view “%1” like this from now on, here and on the command line").arg(m_choice.view));
    connect(m_keep, &QPushButton::clicked, this, &ExportDialog::keep);
    auto *fields = new QVBoxLayout;
    fields->addLayout(form);
    fields->addStretch();
    fields->addWidget(m_complaint);
    auto *both = new QHBoxLayout;
    both->addLayout(fields);
    both->addWidget(m_preview, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(both, 1);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(m_form, &BriefingForm::changed, this, &ExportDialog::updatePreview);
    connect(m_selected, &QRadioButton::toggled, this, &ExportDialog::updatePreview);
    changeFormat();
}

QPushButton *ExportDialog::addButton(const QString &name, const QString &text)
{
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void ExportDialog::addChoices(QFormLayout *form)
{
    m_all->setText(tr("The %Ln case(s) shown", nullptr, m_choice.shown));
    m_selected->setText(tr("The %Ln selected case(s)", nullptr, m_choice.selected));
    const bool several = m_choice.selected > 1; // else there is nothing to choose
    (several ? m_selected : m_all)->setChecked(true);
    m_selected->setVisible(several);
    m_all->setVisible(several);
    if (several) {
        form->addRow(tr("Cases:"), m_all);
        form->addRow(QString(), m_selected);
    } else {
        form->addRow(tr("Cases:"), new QLabel(m_all->text(), this));
    }
    if (m_choice.selection.isEmpty())
        return;
    auto *selection = new QLabel(m_choice.selection, this);
    selection->setWordWrap(true);
    form->addRow(tr("Filter:"), selection);
}

QWidget *ExportDialog::makePlace()
{
    m_path->setObjectName(u"exportPath"_s);
    m_path->setText(QDir::toNativeSeparators(proposedPath(m_choice.proposedName)));
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    auto *browseButton = new QToolButton(this);
    browseButton->setText(tr("Browse…"));
    connect(browseButton, &QToolButton::clicked, this, &ExportDialog::browse);
    auto *place = new QWidget(this);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins({});
    row->addWidget(m_path, 1);
    row->addWidget(browseButton);
    return place;
}

BriefingOptions ExportDialog::options() const
{
    BriefingOptions options = m_options;
    static_cast<BriefingRecipe &>(options) = m_form->recipe();
    return onlySelected() ? pickedOneByOne(options) : options;
}

QString ExportDialog::format() const
{
    return m_format->currentData().toString();
}

QString ExportDialog::suffix() const
{
    for (const TextFormat &one : textFormats()) {
        if (one.name == format())
            return one.suffixes.first();
    }
    return u"pdf"_s;
}

QString ExportDialog::path() const
{
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    return QFileInfo(path).suffix().isEmpty() ? path + u'.' + suffix() : path;
}

bool ExportDialog::onlySelected() const
{
    return m_selected->isChecked();
}

void ExportDialog::changeFormat()
{
    const bool pdf = format() == u"pdf";
    m_form->setVisible(pdf);
    m_preview->setVisible(pdf && m_choice.corpus);
    m_print->setVisible(pdf);
    m_keep->setVisible(pdf && !m_choice.view.isEmpty());
    QStringList known{u"pdf"_s};
    for (const TextFormat &one : textFormats())
        known += one.suffixes;
    const QString path = m_path->text();
    const QString old = QFileInfo(path).suffix();
    if (known.contains(old.toLower()) && old.compare(suffix(), Qt::CaseInsensitive) != 0)
        m_path->setText(path.chopped(old.size()) + suffix());
    fitToScreen();
    check();
    updatePreview();
}

void ExportDialog::fitToScreen()
{
    layout()->activate();
    // Not adjustSize(), which allows two thirds of the screen: on a small one no page could be read.
    resize(sizeHint().boundedTo(screen()->availableSize() * 9 / 10).expandedTo(minimumSizeHint()));
}

void ExportDialog::updatePreview()
{
    if (!m_choice.corpus)
        return;
    if (format() == u"pdf")
        m_preview->show(*m_choice.corpus, onlySelected() ? m_choice.selectedCases : m_choice.shownCases, options());
    else
        m_preview->stop();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export"), path(), tr("%1 files (*.%2)").arg(suffix().toUpper(), suffix()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix());
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked once, by accept()
    connect(dialog, &QFileDialog::fileSelected, m_path,
            [this](const QString &file) { m_path->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void ExportDialog::check()
{
    const QFileInfo file(path());
    const bool named = !m_path->text().trimmed().isEmpty() && !file.isDir();
    const bool placed = file.absoluteDir().exists();
    m_complaint->setWordWrap(true);
    m_complaint->setText(named && !placed
                             ? tr("The folder %1 is not there.").arg(QDir::toNativeSeparators(file.absolutePath()))
                             : QString());
    m_export->setEnabled(named && placed);
}

void ExportDialog::accept()
{
    QSettings settings;
    settings.setValue(u"export/folder"_s, QFileInfo(path()).absolutePath());
    settings.setValue(u"export/format"_s, format());
    rememberRecipe(m_form->recipe());
    if (QFileInfo::exists(path()))
        askToReplace();
    else
        QDialog::accept();
}

void ExportDialog::done(int result)
{
    m_preview->stop(); // so that it does not hold up the export
    QDialog::done(result);
}

void ExportDialog::print()
{
    rememberRecipe(m_form->recipe());
    emit printRequested();
    reject();
}

void ExportDialog::keep()
{
    BriefingRecipe recipe = m_form->recipe();
    if (m_choice.corpus) {
        if (recipe.title == m_choice.corpus->schema().name.simplified())
            recipe.title.clear(); // what it is without one
        const QString root = m_choice.corpus->layout().root + u'/';
        if (recipe.logo.startsWith(root))
            recipe.logo.remove(0, root.size());
    }
    const QStringList problems = readRecipe(toValue(recipe)).problems;
    m_complaint->setText(problems.isEmpty() ? tr("Kept with the view “%1”.").arg(m_choice.view) : problems.first());
    if (problems.isEmpty())
        emit keepRequested(recipe);
}

void ExportDialog::askToReplace()
{
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(),
                                tr("%1 exists already.").arg(QFileInfo(path()).fileName()), QMessageBox::Cancel, this);
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
