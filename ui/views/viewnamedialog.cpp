#include "ui/views/viewnamedialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

ViewNameDialog::ViewNameDialog(const QString &title, const QString &action,
                               std::function<bool(const QString &)> isTaken, QWidget *parent)
    : QDialog(parent),
      m_isTaken(std::move(isTaken)),
      m_name(new QLineEdit(this)),
      m_description(new QLineEdit(this)),
      m_what(new QLabel(this)),
      m_note(new QLabel(this))
{
    setWindowTitle(title);
    setObjectName(u"viewNameDialog"_s);
    m_name->setObjectName(u"viewName"_s);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    m_description->setObjectName(u"viewDescription"_s);
    m_description->setPlaceholderText(tr("What it is for (optional)"));
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->hide();
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setObjectName(u"viewNote"_s);
    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Description:"), m_description);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(action);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_what);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &ViewNameDialog::check);
    check();
}

void ViewNameDialog::propose(const QString &name, const QString &description)
{
    m_name->setText(name);
    m_name->selectAll();
    m_name->setFocus();
    m_description->setText(description);
    check();
}

void ViewNameDialog::setExplanation(const QString &what, std::function<QString(const QString &)> where)
{
    m_what->setText(what);
    m_what->setVisible(!what.isEmpty());
    m_where = std::move(where);
    check();
}

QString ViewNameDialog::name() const
{
    return m_name->text().simplified();
}

QString ViewNameDialog::description() const
{
    return m_description->text().simplified();
}

void ViewNameDialog::check()
{
    const bool taken = !name().isEmpty() && m_isTaken(name());
    if (taken)
        m_note->setText(tr("There is a view of this name already."));
    else
        m_note->setText(m_where && !name().isEmpty() ? m_where(name()) : QString(u' '));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, taken ? groupColor(u"red"_s, 0, palette()) : mutedText(palette()));
    m_note->setPalette(colors);
    m_ok->setEnabled(!name().isEmpty() && !taken);
}

} // namespace casebook
