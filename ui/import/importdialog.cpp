#include "ui/import/importdialog.h"

#include "core/importers/importplan.h"
#include "ui/edit/difference/differencepanel.h"
#include "ui/import/columnpanel.h"
#include "ui/import/importmodel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr auto sizeKey = "state/importDialog";
constexpr auto splitterKey = "state/importSplitter";
constexpr qsizetype mostProblems = 3; // told above the cases

constexpr std::array allStates{ImportState::New, ImportState::Changed, ImportState::Unchanged, ImportState::Conflict};

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
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
                       [](const ImportedCase &one) { return one.group.isEmpty() && !one.typed; });
}

/// Why a case stays as it is.
QString nothingTicked(const CaseComparison &one)
{
    QStringList labels;
    for (const FieldComparison &field : one.fields) {
        if (field.state == ImportState::Conflict && !field.chosen)
            labels.append(field.label);
    }
    return labels.isEmpty()
        ? ImportDialog::tr("Nothing that is ticked would change this case.")
        : ImportDialog::tr("The document says something else, and the case stays as it is. Tick below "
                           "it what is to be replaced: %1.")
              .arg(labels.join(u", "_s));
}

QString titleOf(const ImportComparison &comparison)
{
    const QString from = comparison.origin.name;
    constexpr qsizetype longest = 90;
    const QString name = from.size() > longest ? QString(u'…' + from.right(longest)) : from;
    return comparison.target.isNew() ? ImportDialog::tr("Import %1 into a New Corpus").arg(name)
                                     : ImportDialog::tr("Import %1").arg(name);
}

} // namespace

ImportDialog::ImportDialog(const PreparedImport &prepared, QWidget *parent)
    : QDialog(parent),
      m_model(new ImportModel(this)),
      m_tree(new QTreeView(this)),
      m_difference(new DifferencePanel(this)),
      m_columns(new ColumnPanel(this)),
      m_notes(plainLabel(u"notes"_s, this)),
      m_summary(plainLabel(u"summary"_s, this)),
      m_groups(new QComboBox(this)),
      m_states(new QComboBox(this)),
      m_splitter(new QSplitter(this)),
      m_rows(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"importDialog"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setObjectName(u"import"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeCases());
    m_splitter->addWidget(m_difference);
    m_splitter->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_splitter);
    m_rows->setStretchFactor(1, 1);
    m_columns->setVisible(!prepared.document.columns.isEmpty());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notes);
    QWidget *groups = makeGroups(prepared.comparison.target.schema);
    groups->setVisible(lacksGroup(prepared.document) && m_groups->count() > 1);
    layout->addWidget(groups);
    layout->addWidget(m_summary);
    layout->addWidget(m_rows, 1);
    layout->addWidget(buttons);
    m_difference->setTitles(tr("Now"), tr("Then"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &ImportModel::ticksChanged, this, &ImportDialog::showSummary);
    connect(m_columns, &ColumnPanel::targetsChanged, this, &ImportDialog::refresh);
    setPrepared(prepared);
    m_tree->setFocus();
    restoreSize();
}

void ImportDialog::restoreSize()
{
    const int unit = fontMetrics().averageCharWidth();
    const int line = fontMetrics().height();
    const QSize room = screen()->availableSize();
    resize(QSettings().value(sizeKey, QSize(unit * 150, line * 40)).toSize().boundedTo(room * 0.92));
    m_splitter->setSizes({unit * 56, unit * 84});
    if (const QByteArray state = QSettings().value(splitterKey).toByteArray(); !state.isEmpty())
        m_splitter->restoreState(state);
    const int rows = static_cast<int>(std::min<qsizetype>(m_columns->targets().size(), 6));
    m_rows->setSizes({line * (2 * rows + 2), line * 40});
}

void ImportDialog::done(int result)
{
    QSettings().setValue(sizeKey, size());
    QSettings().setValue(splitterKey, m_splitter->saveState());
    QDialog::done(result);
}

QWidget *ImportDialog::makeGroups(const Schema &schema)
{
    auto *row = new QWidget(this);
    m_groups->setObjectName(u"group"_s);
    m_groups->addItem(tr("(none)"));
    for (const Group &group : schema.groups)
        m_groups->addItem(group.label, group.label);
    auto *label = new QLabel(tr("&Group of cases for which the document names none:"), row);
    label->setBuddy(m_groups);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_groups);
    layout->addStretch(1);
    connect(m_groups, &QComboBox::activated, this, &ImportDialog::refresh);
    return row;
}

QWidget *ImportDialog::makeCases()
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
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeFilter());
    layout->addWidget(m_tree, 1);
    return side;
}

QWidget *ImportDialog::makeFilter()
{
    auto *row = new QWidget(this);
    m_states->setObjectName(u"states"_s);
    auto *label = new QLabel(tr("&Show:"), row);
    label->setBuddy(m_states);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_states);
    layout->addStretch(1);
    connect(m_states, &QComboBox::currentIndexChanged, this, &ImportDialog::filter);
    const auto addButton = [&](const QString &text, const QString &name, bool ticked) {
        auto *button = new QPushButton(text, row);
        button->setObjectName(name);
        button->setAutoDefault(false);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, ticked] {
            QList<int> rows;
            for (int i = 0; i < m_model->rowCount(); ++i) {
                if (!m_tree->isRowHidden(i, {}))
                    rows.append(i);
            }
            m_model->setTicked(rows, ticked);
        });
    };
    addButton(tr("&Tick All"), u"tickAll"_s, true);
    addButton(tr("&Untick All"), u"untickAll"_s, false);
    return row;
}

void ImportDialog::refresh()
{
    m_isOutdated = true;
    m_accept->setEnabled(false);
    emit changed();
}

void ImportDialog::setPrepared(const PreparedImport &prepared)
{
    m_isOutdated = false;
    setWindowTitle(titleOf(prepared.comparison));
    if (!prepared.document.columns.isEmpty())
        m_columns->setColumns(prepared.document.columns, prepared.comparison.target.schema);
    showNotes(prepared.document);
    const int row = m_tree->currentIndex().parent().isValid() ? m_tree->currentIndex().parent().row()
                                                              : m_tree->currentIndex().row();
    m_model->setComparison(prepared.comparison);
    showStates();
    m_tree->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)), 0));
    showCurrent(m_tree->currentIndex());
}

void ImportDialog::showFailure(const QString &message)
{
    m_summary->setText(message);
}

const ImportComparison &ImportDialog::comparison() const
{
    return m_model->comparison();
}

QString ImportDialog::group() const
{
    return m_groups->currentData().toString();
}

QStringList ImportDialog::columns() const
{
    return m_columns->targets();
}

void ImportDialog::showNotes(const ImportedDocument &document)
{
    QStringList sentences = document.notes;
    for (const Problem &problem : document.problems.mid(0, mostProblems))
        sentences.append(tr("Line %1: %2").arg(problem.line).arg(problem.message));
    if (document.problems.size() > mostProblems) {
        sentences.append(
            tr("And %Ln more problem(s).", nullptr, static_cast<int>(document.problems.size() - mostProblems)));
    }
    m_notes->setText(sentences.join(u'\n'));
    m_notes->setVisible(!sentences.isEmpty());
}

void ImportDialog::showStates()
{
    const int shown = std::max(0, m_states->currentIndex());
    const QSignalBlocker blocker(m_states);
    m_states->clear();
    m_states->addItem(tr("All (%L1)").arg(comparison().cases.size()));
    for (const ImportState state : allStates) {
        const auto isIn = [state](const CaseComparison &one) { return one.state == state; };
        const auto count = std::count_if(comparison().cases.begin(), comparison().cases.end(), isIn);
        m_states->addItem(tr("%1 (%L2)").arg(importStateLabel(state)).arg(count), static_cast<int>(state));
    }
    m_states->setCurrentIndex(shown);
    filter();
}

void ImportDialog::filter()
{
    const QVariant wanted = m_states->currentData();
    for (int row = 0; row < comparison().cases.size(); ++row) {
        const bool fits = !wanted.isValid() || static_cast<int>(comparison().cases.at(row).state) == wanted.toInt();
        m_tree->setRowHidden(row, {}, !fits);
    }
}

void ImportDialog::showCurrent(const QModelIndex &index)
{
    const ImportComparison &comparison = m_model->comparison();
    if (m_model->isAbout(index)) {
        const AboutComparison &about = comparison.about;
        if (about.reason.isEmpty())
            m_difference->compare(about.content.bytes, about.after);
        else
            m_difference->showMessage(
                tr("What the document says besides its cases is not kept: %1.").arg(about.reason));
        return;
    }
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
        const auto bytes = [](const QString &text) { return text.isEmpty() ? QByteArray() : text.toUtf8() + '\n'; };
        if (field->state == ImportState::Unchanged)
            m_difference->showMessage(tr("Both say the same:\n%1").arg(field->after));
        else
            m_difference->compare(bytes(field->before), bytes(field->after));
        return;
    }
    const Plan plan = planOf(comparison, *one);
    if (!plan.leftOut.isEmpty())
        m_difference->showMessage(plan.leftOut.first().reason);
    else if (one->state == ImportState::Unchanged)
        m_difference->showMessage(tr("The corpus says all of this already."));
    else if (plan.files.isEmpty())
        m_difference->showMessage(nothingTicked(*one));
    else
        m_difference->compare(plan.files.first().before, plan.files.first().after);
}

void ImportDialog::showSummary()
{
    const ImportComparison &comparison = m_model->comparison();
    QStringList sentences{
        tr("New: %L1, changed: %L2, unchanged: %L3, in conflict: %L4.")
            .arg(comparison.count(ImportState::New))
            .arg(comparison.count(ImportState::Changed))
            .arg(comparison.count(ImportState::Unchanged))
            .arg(comparison.count(ImportState::Conflict))};
    if (comparison.count(ImportState::Conflict) > 0)
        sentences.append(tr("What is in conflict stays as it is unless you tick it."));
    for (const QString &group : comparison.unknownGroups)
        sentences.append(tr("The corpus has no group “%1”.").arg(group));
    const AboutComparison &about = comparison.about;
    if (about.state == ImportState::New)
        sentences.append(tr("What the document says besides its cases becomes about.md."));
    else if (about.state == ImportState::Changed)
        sentences.append(tr("What the document says besides its cases can be added to about.md: tick it in the last "
                            "row."));
    if (!about.reason.isEmpty())
        sentences.append(tr("What the document says besides its cases is not kept: %1.").arg(about.reason));
    m_summary->setText(sentences.join(u' '));
    const int count = m_model->chosenCount();
    m_accept->setText(count == 0 && m_model->changesAnything() ? tr("Add to about.md")
                                                               : tr("Import %Ln Case(s)", nullptr, count));
    m_accept->setEnabled(m_model->changesAnything() && !m_isOutdated);
    if (m_tree->currentIndex().isValid())
        showCurrent(m_tree->currentIndex());
}

} // namespace casebook
