#include "ui/import/importdialog.h"

#include "core/importers/importplan.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/import/importmodel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

/// The plan for one case, whatever the ticks of others.
Plan planOf(const ImportComparison &comparison, CaseComparison one)
{
    ImportComparison single;
    single.target.layout = comparison.target.layout;
    single.target.schema = comparison.target.schema;
    single.origin = comparison.origin;
    one.chosen = true;
    single.cases = {std::move(one)};
    return planImport(single);
}

bool lacksGroup(const ImportedDocument &document)
{
    return std::any_of(document.cases.begin(), document.cases.end(),
                       [](const ImportedCase &one) { return one.group.isEmpty() && one.further.empty(); });
}

} // namespace

ImportDialog::ImportDialog(const ImportedDocument &document, const ImportComparison &comparison, QWidget *parent)
    : QDialog(parent),
      m_model(new ImportModel(this)),
      m_tree(new QTreeView(this)),
      m_difference(new DifferencePanel(this)),
      m_summary(plainLabel({}, this))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import %1").arg(comparison.origin.name));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setObjectName(u"import"_s);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTree());
    splitter->addWidget(m_difference);
    splitter->setStretchFactor(1, 1);
    const int unit = fontMetrics().averageCharWidth();
    splitter->setSizes({unit * 56, unit * 84});
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(makeHead(document));
    if (lacksGroup(document) && !comparison.target.schema.groups.isEmpty())
        layout->addWidget(makeGroups(comparison.target.schema));
    layout->addWidget(m_summary);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    m_difference->setTitles(tr("Now"), tr("Then"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &ImportModel::ticksChanged, this, &ImportDialog::showSummary);
    setComparison(comparison);
    m_tree->setFocus();
    resize(QSize(unit * 150, fontMetrics().height() * 40).boundedTo(screen()->availableSize() * 0.92));
}

QWidget *ImportDialog::makeHead(const ImportedDocument &document)
{
    QStringList sentences = document.notes;
    for (const Problem &problem : document.problems)
        sentences.append(tr("Line %1: %2").arg(problem.line).arg(problem.message));
    QLabel *notes = plainLabel(sentences.join(u'\n'), this);
    notes->setObjectName(u"notes"_s);
    notes->setVisible(!sentences.isEmpty());
    return notes;
}

QWidget *ImportDialog::makeGroups(const Schema &schema)
{
    auto *row = new QWidget(this);
    auto *groups = new QComboBox(row);
    groups->setObjectName(u"group"_s);
    groups->addItem(tr("(none)"));
    for (const Group &group : schema.groups)
        groups->addItem(group.label, group.label);
    auto *label = new QLabel(tr("&Group of cases for which the document names none:"), row);
    label->setBuddy(groups);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(groups);
    layout->addStretch(1);
    connect(groups, &QComboBox::activated, this,
            [this, groups](int at) { emit groupChosen(groups->itemData(at).toString()); });
    return row;
}

QWidget *ImportDialog::makeTree()
{
    m_tree->setObjectName(u"cases"_s);
    m_tree->setAccessibleName(tr("Cases of the document"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ImportModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(ImportModel::StateColumn, fontMetrics().averageCharWidth() * 18);
    m_tree->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportDialog::showCurrent);
    return m_tree;
}

void ImportDialog::setComparison(const ImportComparison &comparison)
{
    m_model->setComparison(comparison);
    m_tree->setCurrentIndex(m_model->index(0, 0));
    showCurrent(m_tree->currentIndex());
}

const ImportComparison &ImportDialog::comparison() const
{
    return m_model->comparison();
}

void ImportDialog::showCurrent(const QModelIndex &index)
{
    const CaseComparison *one = m_model->caseAt(index);
    if (!one) {
        m_difference->showMessage(tr("The document holds no cases."));
        return;
    }
    if (!one->reason.isEmpty()) {
        m_difference->showMessage(one->reason);
        return;
    }
    if (const FieldComparison *field = m_model->fieldAt(index)) {
        m_difference->compare(field->before.toUtf8() + '\n', field->after.toUtf8() + '\n');
        return;
    }
    const Plan plan = planOf(m_model->comparison(), *one);
    if (!plan.leftOut.isEmpty())
        m_difference->showMessage(plan.leftOut.first().reason);
    else if (plan.files.isEmpty())
        m_difference->showMessage(tr("Nothing that is ticked would change this case."));
    else
        m_difference->compare(plan.files.first().before, plan.files.first().after);
}

void ImportDialog::showSummary()
{
    const ImportComparison &comparison = m_model->comparison();
    QStringList sentences{
        tr("New: %L1, changed: %L2, unchanged: %L3, in conflict: %L4. What is in conflict stays as it "
           "is unless you tick it.")
            .arg(comparison.count(ImportState::New))
            .arg(comparison.count(ImportState::Changed))
            .arg(comparison.count(ImportState::Unchanged))
            .arg(comparison.count(ImportState::Conflict))};
    for (const QString &group : comparison.unknownGroups)
        sentences.append(tr("The corpus has no group “%1”.").arg(group));
    if (!comparison.about.isEmpty())
        sentences.append(tr("What the document says besides its cases becomes about.md."));
    if (!comparison.aboutReason.isEmpty())
        sentences.append(tr("What the document says besides its cases is not kept: %1.").arg(comparison.aboutReason));
    m_summary->setText(sentences.join(u' '));
    const int count = m_model->chosenCount();
    m_accept->setText(tr("Import %Ln Case(s)", nullptr, count));
    m_accept->setEnabled(count > 0);
    if (m_tree->currentIndex().isValid())
        showCurrent(m_tree->currentIndex());
}

} // namespace casebook
