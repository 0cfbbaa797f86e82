#include "ui/curate/namedialog.h"

#include "core/corpus/casetemplate.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

NameDialog::NameDialog(const QString &title, const QString &action, std::function<bool(const QString &)> isTaken,
                       QWidget *parent)
    : QDialog(parent), m_isTaken(std::move(isTaken)), m_id(new QLineEdit(this)), m_complaint(new QLabel(this))
{
    setWindowTitle(title);
    setObjectName(u"nameDialog"_s);
    m_id->setObjectName(u"caseId"_s);
    m_id->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_complaint->setWordWrap(true);
    m_complaint->setMinimumHeight(fontMetrics().height() * 2);
    m_complaint->setAlignment(Qt::AlignTop);
    QPalette colors = m_complaint->palette();
    colors.setColor(QPalette::WindowText, groupColor(u"red"_s, 0, palette()));
    m_complaint->setPalette(colors);
    auto *form = new QFormLayout;
    form->setObjectName(u"form"_s);
    form->addRow(tr("&File name:"), m_id);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(action);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_complaint);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_id, &QLineEdit::textChanged, this, &NameDialog::check);
    connect(m_id, &QLineEdit::textEdited, this, [this] { m_idEdited = true; });
    check();
}

void NameDialog::addTitle()
{
    m_title = new QLineEdit(this);
    m_title->setObjectName(u"caseTitle"_s);
    findChild<QFormLayout *>(u"form"_s)->insertRow(0, tr("&Title:"), m_title);
    setTabOrder(m_title, m_id);
    connect(m_title, &QLineEdit::textChanged, this, [this](const QString &title) {
        const QString lead = m_folder.isEmpty() ? QString() : QString(m_folder + u'/');
        if (!m_idEdited)
            m_id->setText(title.trimmed().isEmpty() ? QString() : freeId(lead + idFromTitle(title), m_isTaken));
        check();
    });
}

void NameDialog::proposeTitle(const QString &title)
{
    const QString id = m_id->text();
    addTitle();
    m_title->setText(title);
    m_id->setText(id);
    m_title->setFocus();
    m_title->selectAll();
    check();
}

void NameDialog::askForTitle(const Schema &schema, const QString &group)
{
    auto *form = findChild<QFormLayout *>(u"form"_s);
    addTitle();
    if (!schema.groups.isEmpty()) {
        m_group = new QComboBox(this);
        m_group->setObjectName(u"caseGroup"_s);
        for (const Group &one : schema.groups)
            m_group->addItem(one.label, one.value);
        m_group->setCurrentIndex(std::max(0, m_group->findData(group)));
        form->insertRow(1, tr("&Group:"), m_group);
        setTabOrder(m_title, m_group);
        setTabOrder(m_group, m_id);
    }
    m_title->setFocus();
    check();
}

void NameDialog::setOldId(const QString &id)
{
    m_oldId = id;
    proposeId(id);
}

void NameDialog::proposeId(const QString &id)
{
    m_id->setText(id);
    m_id->selectAll();
}

QString NameDialog::id() const
{
    return m_id->text().trimmed();
}

QString NameDialog::caseTitle() const
{
    return m_title ? m_title->text().trimmed() : QString();
}

QString NameDialog::group() const
{
    return m_group ? m_group->currentData().toString() : QString();
}

QString NameDialog::complaint() const
{
    if (id() != m_oldId && m_isTaken(id()))
        return tr("This name is taken already.");
    if (!isValidId(id()))
        return tr("Use letters, digits, '-', '_' and '.' only, and '/' for a folder.");
    return {};
}

void NameDialog::check()
{
    const bool complete = !id().isEmpty() && (!m_title || !caseTitle().isEmpty());
    const QString text = id().isEmpty() ? QString() : complaint();
    m_complaint->setText(text);
    m_ok->setEnabled(complete && text.isEmpty() && id() != m_oldId);
}

} // namespace casebook
