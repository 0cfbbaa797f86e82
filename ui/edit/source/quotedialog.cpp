#include "ui/edit/source/quotedialog.h"

#include "core/corpus/casestudy.h"
#include "core/corpus/schema.h"
#include "core/document/document.h"
#include "core/markdown/link.h"
#include "ui/edit/editbuffer.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

enum Choice {
    Another = -1,
    None = -2,
};

QString labelOf(const QuoteSource &source, qsizetype number)
{
    QStringList parts{source.title, linkHost(source.address), source.year};
    parts.removeAll(QString());
    return QStringLiteral("%1. %2").arg(number).arg(parts.join(u" · "_s));
}

} // namespace

QuoteDialog::QuoteDialog(const QString &text, const QList<QuoteSource> &sources, QWidget *parent)
    : QDialog(parent),
      m_sources(sources),
      m_text(new QPlainTextEdit(text, this)),
      m_source(new QComboBox(this)),
      m_title(new QLineEdit(this)),
      m_address(new QLineEdit(this)),
      m_speaker(new QLineEdit(this)),
      m_form(new QFormLayout(this))
{
    setObjectName(u"quoteDialog"_s);
    setWindowTitle(tr("Insert Quote"));
    m_text->setObjectName(u"quoteText"_s);
    m_text->setTabChangesFocus(true);
    m_source->setObjectName(u"quoteSource"_s);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(40);
    m_title->setObjectName(u"quoteTitle"_s);
    m_address->setObjectName(u"quoteAddress"_s);
    m_address->setPlaceholderText(u"https://"_s);
    m_speaker->setObjectName(u"quoteSpeaker"_s);
    m_speaker->setPlaceholderText(tr("Optional"));
    fillSources();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_insert = buttons->addButton(tr("&Insert"), QDialogButtonBox::AcceptRole);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(tr("&Text:"), m_text);
    m_form->addRow(tr("&Source:"), m_source);
    m_form->addRow(tr("T&itle:"), m_title);
    m_form->addRow(tr("&Address:"), m_address);
    m_form->addRow(tr("Said &by:"), m_speaker);
    m_form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &QuoteDialog::showState);
    connect(m_source, &QComboBox::currentIndexChanged, this, &QuoteDialog::showState);
    showState();
    const int em = fontMetrics().height();
    resize(36 * em, 20 * em);
}

void QuoteDialog::fillSources()
{
    for (qsizetype i = 0; i < m_sources.size(); ++i)
        m_source->addItem(labelOf(m_sources.at(i), i + 1), static_cast<int>(i));
    m_source->addItem(tr("Another page…"), Another);
    m_source->addItem(tr("None"), None);
}

void QuoteDialog::showState()
{
    const bool isAnother = m_source->currentData().toInt() == Another;
    for (QWidget *field : {m_title, m_address}) {
        field->setVisible(isAnother);
        m_form->labelForField(field)->setVisible(isAnother);
    }
    m_insert->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
}

QuoteSource QuoteDialog::source() const
{
    const int choice = m_source->currentData().toInt();
    QuoteSource source;
    if (choice >= 0)
        source = m_sources.at(choice);
    else if (choice == Another)
        source = {{}, m_title->text().simplified(), m_address->text().trimmed(), {}};
    source.speaker = m_speaker->text().simplified();
    return source;
}

QString QuoteDialog::quote() const
{
    return attributedQuote(EditBuffer::textOf(m_text->document()->toRawText()), source());
}

QList<QuoteSource> quoteSources(const QByteArray &file, const Schema &schema)
{
    CaseStudy study;
    study.fields = toValue(Document::parse(file).tree());
    QList<QuoteSource> quotable;
    const QList<Source> sources = sourcesOf(study, schema);
    for (const Source &source : sources) {
        const QString year = source.year > 0 ? QString::number(source.year) : QString();
        quotable.append({{}, source.title.simplified(), source.url.trimmed(), year});
    }
    return quotable;
}

} // namespace casebook
