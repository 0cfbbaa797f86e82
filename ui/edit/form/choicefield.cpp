#include "ui/edit/form/choicefield.h"

#include "core/corpus/fieldtext.h"
#include "ui/edit/form/formhost.h"
#include "ui/edit/form/formterms.h"
#include "ui/edit/form/termmodel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QPointer>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// As wide as the field lets it be, with a list that shows its terms whole.
class TermBox : public QComboBox {
public:
    TermBox()
    {
        setObjectName(u"fieldChoice"_s);
        setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        setMinimumContentsLength(6);
        setMaxVisibleItems(24);
        setFocusPolicy(Qt::StrongFocus);
    }

    void showPopup() override
    {
        const int wanted = view()->sizeHintForColumn(0) + view()->verticalScrollBar()->sizeHint().width();
        view()->setMinimumWidth(std::min(wanted, 3 * width()));
        QComboBox::showPopup();
    }

protected:
    // The wheel scrolls the form: a value must not change because the pointer happened to pass.
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

ChoiceField::ChoiceField(FieldSpec fieldSpec, FormHost &host, QWidget *parent)
    : FieldEditor(std::move(fieldSpec), host, parent), m_box(new TermBox), m_terms(host.terms().choices(spec()))
{
    m_box->setPlaceholderText(u" "_s); // before the model: else its first term is chosen
    m_box->setModel(m_terms);
    m_box->setCurrentIndex(-1);
    setContent(m_box);
    watch(m_box);
    connect(m_box, &QComboBox::activated, this, &ChoiceField::choose);
    connect(m_terms, &QAbstractItemModel::modelReset, this, &ChoiceField::showValue);
}

QWidget *ChoiceField::control() const
{
    return m_box;
}

FieldWidth ChoiceField::width() const
{
    const int character = fontMetrics().averageCharWidth();
    return {character * 18, character * 36, false};
}

void ChoiceField::showNode(const YamlNode *node)
{
    m_value = node ? toValue(*node) : Value();
    m_box->setAccessibleName(spokenLabel());
    showValue();
}

void ChoiceField::showValue()
{
    const QString id = m_value.toText();
    const int row = id.isEmpty() ? -1 : m_terms->rowOf(id);
    // What is no term stands where nothing is chosen.
    m_box->setPlaceholderText(id.isEmpty() ? u" "_s : id);
    if (m_box->currentIndex() != row)
        m_box->setCurrentIndex(row);
    m_box->setToolTip(row < 0 ? QString() : m_terms->data(m_terms->index(row), Qt::ToolTipRole).toString());
    m_box->update();
}

void ChoiceField::choose(int row)
{
    const QString id = m_terms->terms().value(row).id;
    const QPointer<ChoiceField> self(this);
    host().sync();
    if (!self || id == m_value.toText()) {
        if (self)
            showValue();
        return;
    }
    commit({Edit::set(path(), valueOf(id))});
    if (self)
        showValue(); // also where it was refused
}

Value ChoiceField::valueOf(const QString &id) const
{
    if (spec().use == FieldSpec::Use::Reference)
        return id.isEmpty() ? Value() : Value(id.toLongLong());
    const Result<Value> value = valueFromText(spec().field, id, m_value);
    return value ? *value : Value(id);
}

bool ChoiceField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_box->toolTip().isEmpty())
        return true;
    return FieldEditor::eventFilter(watched, event);
}

} // namespace casebook
