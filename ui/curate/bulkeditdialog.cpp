#include "ui/curate/bulkeditdialog.h"

#include "core/corpus/fieldtext.h"
#include "ui/curate/filework.h"
#include "ui/curate/planview.h"
#include "ui/curate/valueline.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int pause = 250; // ms after the last key before the plan is made anew

QList<Term> termsOf(const Field *field, const Schema &schema)
{
    QList<Term> terms = field ? field->vocabulary : QList<Term>();
    if (!field || field->id != schema.fieldOf(role::group) || !terms.isEmpty())
        return terms;
    for (const Group &group : schema.groups)
        terms.append({group.value, group.label, group.description});
    return terms;
}

QStringList unknownTerms(const QList<Term> &terms, const QStringList &values)
{
    QStringList unknown;
    for (const QString &value : values) {
        const auto isMeant = [&](const Term &term) { return term.id == value; };
        if (std::none_of(terms.begin(), terms.end(), isMeant))
            unknown.append(value);
    }
    return terms.isEmpty() ? QStringList() : unknown;
}

QString placeholderFor(const Field *field)
{
    if (!field)
        return {};
    switch (field->type) {
    case FieldType::Year:
        return u"2024"_s;
    case FieldType::Date:
        return BulkEditDialog::tr("YYYY-MM-DD");
    case FieldType::Url:
        return u"https://"_s;
    case FieldType::List:
        return BulkEditDialog::tr("one, or several with commas between them");
    default:
        return {};
    }
}

} // namespace

BulkEditDialog::BulkEditDialog(CorpusLayout layout, Schema schema, const CaseStudies &cases, QWidget *parent)
    : PlanDialog(tr("Change a field of %Ln case(s)", nullptr, static_cast<int>(cases.size())), parent),
      m_layout(std::move(layout)),
      m_schema(std::move(schema)),
      m_field(new QComboBox(this)),
      m_kind(new QComboBox(this)),
      m_value(new ValueLine(this)),
      m_complaint(new QLabel(this)),
      m_work(new FileWork(this))
{
    setObjectName(u"bulkEditDialog"_s);
    for (const CaseStudyPtr &study : cases)
        m_paths.append(study->path);
    setAction([](int count) { return count > 0 ? tr("Change %Ln File(s)", nullptr, count) : tr("Change"); });
    head()->addWidget(makeControls());
    head()->addWidget(m_complaint);
    fillFields(cases);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &BulkEditDialog::makePlan);
    connect(m_field, &QComboBox::currentTextChanged, this, &BulkEditDialog::showField);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &BulkEditDialog::showKind);
    connect(m_kind, &QComboBox::activated, this, [this] { m_kindChosen = true; });
    connect(m_value, &QLineEdit::textChanged, this, &BulkEditDialog::changeSoon);
    connect(m_work, &FileWork::progress, view(), &PlanView::showProgress);
    showField();
    m_field->setFocus();
}

QWidget *BulkEditDialog::makeControls()
{
    m_field->setObjectName(u"bulkField"_s);
    m_field->setAccessibleName(tr("Field"));
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_field->completer()->setFilterMode(Qt::MatchContains);
    m_kind->setObjectName(u"bulkKind"_s);
    m_kind->setAccessibleName(tr("What to do"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_value->setObjectName(u"bulkValue"_s);
    m_value->setAccessibleName(tr("Value"));
    m_complaint->setObjectName(u"bulkComplaint"_s);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    m_complaint->setMinimumHeight(fontMetrics().height());
    auto *controls = new QWidget(this);
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Field:"), controls);
    label->setBuddy(m_field);
    row->addWidget(label);
    row->addWidget(m_field);
    row->addWidget(m_kind);
    row->addWidget(m_value, 1);
    return controls;
}

void BulkEditDialog::fillFields(const CaseStudies &cases)
{
    QStringList keys;
    const auto add = [&](const QString &label, const FieldPath &path) {
        keys.append(path.toString());
        m_field->addItem(label, path.toString());
    };
    for (const Field &one : m_schema.fields) {
        if (!one.isRecord() && one.id != folderField)
            add(one.label, FieldPath(one.id));
        for (const Field &part : one.type == FieldType::Record ? one.fields : QList<Field>())
            add(tr("%1: %2").arg(one.label, part.label), FieldPath(one.id).key(part.id));
    }
    for (const CaseStudyPtr &study : cases) {
        for (const auto &[key, value] : study->fields.entries()) {
            if (!m_schema.field(key) && !keys.contains(FieldPath(key).toString()))
                add(key, FieldPath(key));
        }
    }
}

FieldPath BulkEditDialog::fieldPath() const
{
    const int known = m_field->findText(m_field->currentText().trimmed(), Qt::MatchFixedString);
    const QString text = known >= 0 ? m_field->itemData(known).toString() : m_field->currentText().trimmed();
    return FieldPath::parse(text).value_or(FieldPath());
}

FieldChange::Kind BulkEditDialog::kind() const
{
    return static_cast<FieldChange::Kind>(m_kind->currentData().toInt());
}

void BulkEditDialog::showField()
{
    const Field *meant = field();
    const QVariant before = m_kindChosen ? m_kind->currentData() : QVariant();
    const QSignalBlocker blocker(m_kind);
    m_kind->clear();
    const auto add = [this](const QString &text, FieldChange::Kind kind) {
        m_kind->addItem(text, static_cast<int>(kind));
    };
    const bool list = !meant || meant->type == FieldType::List;
    if (list && meant)
        add(tr("Add to the list"), FieldChange::Kind::AddToList);
    if (list && meant)
        add(tr("Take out of the list"), FieldChange::Kind::RemoveFromList);
    add(tr("Set to"), FieldChange::Kind::Set);
    if (list && !meant)
        add(tr("Add to the list"), FieldChange::Kind::AddToList);
    if (list && !meant)
        add(tr("Take out of the list"), FieldChange::Kind::RemoveFromList);
    add(tr("Remove the field"), FieldChange::Kind::Remove);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(before)));
    const QString path = fieldPath().toString();
    m_value->setChoices(termsOf(meant, m_schema),
                        m_valuesInUse && !path.isEmpty() ? m_valuesInUse(path) : QStringList(), list);
    m_value->setPlaceholderText(placeholderFor(meant));
    showKind();
}

void BulkEditDialog::showKind()
{
    m_value->setEnabled(kind() != FieldChange::Kind::Remove);
    changeSoon();
}

std::optional<FieldChange> BulkEditDialog::change() const
{
    const QString text = m_value->text().trimmed();
    FieldChange change{kind(), fieldPath(), text};
    if (change.path.isEmpty() || (text.isEmpty() && change.kind != FieldChange::Kind::Remove))
        return std::nullopt;
    const Field *meant = field();
    if (meant && change.kind == FieldChange::Kind::Set && !valueFromText(*meant, text))
        return std::nullopt;
    return change;
}

QString BulkEditDialog::complaint() const
{
    const QString text = m_value->text().trimmed();
    const Field *meant = field();
    if (fieldPath().isEmpty())
        return m_field->currentText().trimmed().isEmpty() ? QString() : tr("This cannot be a field's name.");
    if (kind() == FieldChange::Kind::Remove)
        return meant && meant->required
            ? tr("%1 is required: the cases will have a problem without it.").arg(meant->label)
            : QString();
    if (text.isEmpty())
        return {};
    if (meant && kind() == FieldChange::Kind::Set) {
        if (const Result<Value> value = valueFromText(*meant, text); !value)
            return value.error().message;
    }
    const bool list = meant && meant->type == FieldType::List;
    const QStringList unknown = unknownTerms(termsOf(meant, m_schema), list ? splitItems(text) : QStringList{text});
    if (!unknown.isEmpty() && kind() != FieldChange::Kind::RemoveFromList)
        return tr("%1 does not know “%2”: the cases will have a problem.").arg(meant->label, unknown.join(u"”, “"_s));
    return {};
}

void BulkEditDialog::changeSoon()
{
    const QString text = complaint();
    m_complaint->setText(text);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, groupColor(change() ? u"orange"_s : u"red"_s, 0, palette()));
    m_complaint->setPalette(colors);
    m_work->cancel();
    view()->showNothing(change() ? tr("…")
                                 : tr("Say what is to be changed: every file's difference is shown here before "
                                      "anything is written."));
    m_soon.start();
}

Plan BulkEditDialog::chosenPlan() const
{
    Plan plan = PlanDialog::chosenPlan();
    if (const std::optional<FieldChange> wanted = change()) {
        const Field *meant = field();
        const QString label = meant ? meant->label : wanted->path.toString();
        plan.nameOf = [kind = wanted->kind, label](int count) { return planName(kind, label, count); };
        plan.name = plan.nameOf(view()->chosenCount());
    }
    return plan;
}

QString BulkEditDialog::planName(FieldChange::Kind kind, const QString &label, int count)
{
    switch (kind) {
    case FieldChange::Kind::Set:
        return tr("Set %1 in %Ln Case(s)", nullptr, count).arg(label);
    case FieldChange::Kind::AddToList:
        return tr("Add to %1 in %Ln Case(s)", nullptr, count).arg(label);
    case FieldChange::Kind::RemoveFromList:
        return tr("Take out of %1 in %Ln Case(s)", nullptr, count).arg(label);
    case FieldChange::Kind::Remove:
        return tr("Remove %1 from %Ln Case(s)", nullptr, count).arg(label);
    }
    return {};
}

void BulkEditDialog::makePlan()
{
    const std::optional<FieldChange> wanted = change();
    if (!wanted)
        return;
    const auto plan = std::make_shared<Plan>();
    m_work->start(
        [plan, layout = m_layout, schema = m_schema, paths = m_paths, wanted](const FileProgress &progress) {
            *plan = planChanges(layout, schema, paths, {*wanted}, progress);
        },
        [this, plan] {
            if (!plan->cancelled)
                setPlan(*plan);
        });
}

void BulkEditDialog::accept()
{
    // Enter, pressed before the plan for what was typed last is there.
    if (!m_soon.isActive() && !m_work->isRunning() && view()->chosenCount() > 0)
        PlanDialog::accept();
}

} // namespace casebook
