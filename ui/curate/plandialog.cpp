#include "ui/curate/plandialog.h"

#include "ui/curate/planview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

PlanDialog::PlanDialog(const QString &title, QWidget *parent)
    : QDialog(parent), m_view(new PlanView(this)), m_explanation(new QLabel(this)), m_head(new QVBoxLayout)
{
    setObjectName(u"planDialog"_s);
    setWindowTitle(title);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setObjectName(u"carryOut"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addLayout(m_head);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_view, &PlanView::chosenCountChanged, this, &PlanDialog::showCount);
    resize(sizeHint().boundedTo(screen()->availableSize() * 0.92));
    showCount();
}

void PlanDialog::setExplanation(const QString &text)
{
    m_explanation->setText(text);
    m_explanation->setVisible(!text.isEmpty());
}

void PlanDialog::setAction(std::function<QString(int)> words)
{
    m_words = std::move(words);
    showCount();
}

void PlanDialog::setPlan(const Plan &plan)
{
    m_view->setPlan(plan);
}

Plan PlanDialog::chosenPlan() const
{
    return m_view->chosenPlan();
}

void PlanDialog::showCount()
{
    const int count = m_view->chosenCount();
    m_accept->setText(m_words ? m_words(count) : tr("OK"));
    m_accept->setEnabled(count > 0);
}

} // namespace casebook
