#include "ui/export/briefingform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array parts{&BriefingRecipe::summary, &BriefingRecipe::contents, &BriefingRecipe::cases,
                           &BriefingRecipe::sources, &BriefingRecipe::appendix};

/// A label whose key leads to a widget that stands in its row with others.
QLabel *labelFor(QWidget *widget, const QString &text)
{
    auto *label = new QLabel(text, widget->parentWidget());
    label->setBuddy(widget);
    return label;
}

} // namespace

BriefingForm::BriefingForm(QWidget *parent)
    : QWidget(parent),
      m_title(line(u"exportTitle"_s)),
      m_question(line(u"exportQuestion"_s)),
      m_notice(line(u"exportNotice"_s)),
      m_logo(line(u"exportLogo"_s)),
      m_paper(new QComboBox(this)),
      m_layout(new QComboBox(this)),
      m_grey(new QCheckBox(tr("Shades of &grey"), this)),
      m_margins{},
      m_parts{}
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    addTexts(form);
    addPaper(form);
    addParts(form);
    addLogo(form);
    setRecipe({});
}

QLineEdit *BriefingForm::line(const QString &name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    connect(edit, &QLineEdit::textChanged, this, &BriefingForm::changed);
    return edit;
}

void BriefingForm::addTexts(QFormLayout *form)
{
    form->addRow(tr("&Title:"), m_title);
    m_question->setPlaceholderText(tr("What the reader has to decide"));
    form->addRow(tr("&Question:"), m_question);
    m_notice->setPlaceholderText(tr("On every page, such as “Confidential”"));
    form->addRow(tr("&Notice:"), m_notice);
}

void BriefingForm::addPaper(QFormLayout *form)
{
    m_paper->setObjectName(u"exportPaper"_s);
    m_paper->addItem(tr("A4"), static_cast<int>(BriefingRecipe::Paper::A4));
    m_paper->addItem(tr("Letter"), static_cast<int>(BriefingRecipe::Paper::Letter));
    auto *paper = new QHBoxLayout;
    paper->addWidget(m_paper);
    paper->addWidget(m_grey);
    paper->addStretch();
    form->addRow(labelFor(m_paper, tr("&Paper:")), paper);
    auto *margins = new QGridLayout;
    const std::array names{tr("Left margin"), tr("Top margin"), tr("Right margin"), tr("Bottom margin")};
    const std::array sides{tr("Left: "), tr("Top: "), tr("Right: "), tr("Bottom: ")};
    for (size_t i = 0; i < m_margins.size(); ++i) {
        auto *box = new QDoubleSpinBox(this);
        box->setRange(5, 80);
        box->setDecimals(0);
        box->setPrefix(sides.at(i));
        box->setSuffix(tr(" mm"));
        box->setAccessibleName(names.at(i));
        box->setToolTip(names.at(i));
        connect(box, &QDoubleSpinBox::valueChanged, this, &BriefingForm::changed);
        margins->addWidget(box, static_cast<int>(i) % 2, static_cast<int>(i) / 2); // left beside right
        m_margins.at(i) = box;
    }
    form->addRow(tr("Margins:"), margins);
    m_layout->setObjectName(u"exportLayout"_s);
    m_layout->addItem(tr("Each case begins a page"), static_cast<int>(BriefingRecipe::Layout::CasePerPage));
    m_layout->addItem(tr("Cases follow one another"), static_cast<int>(BriefingRecipe::Layout::Continuous));
    form->addRow(tr("&Layout:"), m_layout);
    for (QComboBox *box : {m_paper, m_layout})
        connect(box, &QComboBox::currentIndexChanged, this, &BriefingForm::changed);
    connect(m_grey, &QCheckBox::toggled, this, &BriefingForm::changed);
}

void BriefingForm::addParts(QFormLayout *form)
{
    auto *grid = new QGridLayout;
    const std::array labels{tr("Summary"), tr("Contents"), tr("Cases"), tr("All sources"),
                            tr("How the cases were selected")};
    for (size_t i = 0; i < m_parts.size(); ++i) {
        auto *box = new QCheckBox(labels.at(i), this);
        box->setObjectName(u"exportPart%1"_s.arg(i));
        connect(box, &QCheckBox::toggled, this, &BriefingForm::changed);
        grid->addWidget(box, static_cast<int>(i) / 3, static_cast<int>(i) % 3, 1, i == 4 ? 2 : 1);
        m_parts.at(i) = box;
    }
    form->addRow(tr("Parts:"), grid);
}

void BriefingForm::addLogo(QFormLayout *form)
{
    m_logo->setPlaceholderText(tr("A picture for the title page"));
    m_logo->setClearButtonEnabled(true);
    auto *choose = new QToolButton(this);
    choose->setText(tr("Choose…"));
    connect(choose, &QToolButton::clicked, this, &BriefingForm::chooseLogo);
    auto *row = new QHBoxLayout;
    row->addWidget(m_logo, 1);
    row->addWidget(choose);
    form->addRow(labelFor(m_logo, tr("L&ogo:")), row);
}

void BriefingForm::chooseLogo()
{
    auto *dialog =
        new QFileDialog(this, tr("Choose a Logo"), m_logo->text(), tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_logo, &QLineEdit::setText);
    dialog->open();
}

BriefingRecipe BriefingForm::recipe() const
{
    BriefingRecipe recipe;
    recipe.title = m_title->text().simplified();
    recipe.question = m_question->text().simplified();
    recipe.notice = m_notice->text().simplified();
    recipe.logo = m_logo->text().trimmed();
    recipe.paper = static_cast<BriefingRecipe::Paper>(m_paper->currentData().toInt());
    recipe.layout = static_cast<BriefingRecipe::Layout>(m_layout->currentData().toInt());
    recipe.color = !m_grey->isChecked();
    recipe.margins = {m_margins[0]->value(), m_margins[1]->value(), m_margins[2]->value(), m_margins[3]->value()};
    for (size_t i = 0; i < parts.size(); ++i)
        recipe.*parts.at(i) = m_parts.at(i)->isChecked();
    return recipe;
}

void BriefingForm::setRecipe(const BriefingRecipe &recipe)
{
    m_title->setText(recipe.title);
    m_question->setText(recipe.question);
    m_notice->setText(recipe.notice);
    m_logo->setText(recipe.logo);
    m_paper->setCurrentIndex(m_paper->findData(static_cast<int>(recipe.paper)));
    m_layout->setCurrentIndex(m_layout->findData(static_cast<int>(recipe.layout)));
    m_grey->setChecked(!recipe.color);
    const std::array margins{recipe.margins.left(), recipe.margins.top(), recipe.margins.right(),
                             recipe.margins.bottom()};
    for (size_t i = 0; i < margins.size(); ++i)
        m_margins.at(i)->setValue(margins.at(i));
    for (size_t i = 0; i < parts.size(); ++i)
        m_parts.at(i)->setChecked(recipe.*parts.at(i));
}

int BriefingForm::labelWidth() const
{
    int width = 0;
    const auto *form = static_cast<const QFormLayout *>(layout());
    for (int row = 0; row < form->rowCount(); ++row) {
        if (const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole))
            width = std::max(width, label->sizeHint().width());
    }
    return width;
}

BriefingRecipe rememberedRecipe()
{
    const QSettings settings;
    BriefingRecipe recipe;
    const auto number = [&](const QString &key, int usual) {
        return settings.value(u"export/"_s + key, usual).toInt();
    };
    recipe.paper = number(u"paper"_s, 0) == 1 ? BriefingRecipe::Paper::Letter : BriefingRecipe::Paper::A4;
    recipe.layout =
        number(u"layout"_s, 0) == 1 ? BriefingRecipe::Layout::Continuous : BriefingRecipe::Layout::CasePerPage;
    recipe.color = settings.value(u"export/color"_s, true).toBool();
    recipe.notice = settings.value(u"export/notice"_s).toString();
    recipe.logo = settings.value(u"export/logo"_s).toString();
    const QVariantList margins = settings.value(u"export/margins"_s).toList();
    if (margins.size() == 4)
        recipe.margins = {margins.at(0).toDouble(), margins.at(1).toDouble(), margins.at(2).toDouble(),
                          margins.at(3).toDouble()};
    const int left = number(u"withoutParts"_s, 0);
    for (size_t i = 0; i < parts.size(); ++i)
        recipe.*parts.at(i) = (left & (1 << i)) == 0;
    return recipe;
}

void rememberRecipe(const BriefingRecipe &recipe)
{
    QSettings settings;
    settings.setValue(u"export/paper"_s, static_cast<int>(recipe.paper));
    settings.setValue(u"export/layout"_s, static_cast<int>(recipe.layout));
    settings.setValue(u"export/color"_s, recipe.color);
    settings.setValue(u"export/notice"_s, recipe.notice);
    if (recipe.logo.isEmpty() || QDir::isAbsolutePath(recipe.logo)) // else it is that of one corpus
        settings.setValue(u"export/logo"_s, recipe.logo);
    const QMarginsF &margins = recipe.margins;
    settings.setValue(u"export/margins"_s,
                      QVariantList{margins.left(), margins.top(), margins.right(), margins.bottom()});
    int left = 0;
    for (size_t i = 0; i < parts.size(); ++i)
        left |= recipe.*parts.at(i) ? 0 : 1 << i;
    settings.setValue(u"export/withoutParts"_s, left);
}

} // namespace casebook
