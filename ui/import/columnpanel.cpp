#include "ui/import/columnpanel.h"

#include "core/importers/columntarget.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestExample = 48; // characters

QStringList headersOf(const QList<ImportedColumn> &columns)
{
    QStringList headers;
    for (const ImportedColumn &column : columns)
        headers.append(column.header);
    return headers;
}

QString settingOf(const QList<ImportedColumn> &columns)
{
    const QByteArray headers = headersOf(columns).join(u'\n').toLower().toUtf8();
    return u"import/columns/"_s
        + QString::fromLatin1(QCryptographicHash::hash(headers, QCryptographicHash::Sha1).toHex().first(16));
}

QString shortened(const QString &text)
{
    return text.size() > longestExample ? QString(text.left(longestExample).trimmed() + u'…') : text;
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

} // namespace

ColumnPanel::ColumnPanel(QWidget *parent) : QWidget(parent), m_area(new QScrollArea(this))
{
    setObjectName(u"columns"_s);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::StyledPanel);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plainLabel(tr("What the columns of the table become:"), this));
    layout->addWidget(m_area, 1);
}

void ColumnPanel::setColumns(const QList<ImportedColumn> &columns, const Schema &schema)
{
    if (headersOf(columns) != m_headers)
        fill(columns, schema);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        QComboBox *box = m_boxes.at(i);
        if (box->findData(columns.at(i).target) < 0)
            box->addItem(tr("Field “%1”").arg(columns.at(i).target), columns.at(i).target);
        box->setCurrentIndex(box->findData(columns.at(i).target));
    }
}

void ColumnPanel::fill(const QList<ImportedColumn> &columns, const Schema &schema)
{
    m_headers = headersOf(columns);
    m_boxes.clear();
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setColumnStretch(2, 1);
    m_area->setWidget(content); // deletes the one before
    for (int i = 0; i < columns.size(); ++i)
        addRow(i, columns.at(i), schema);
    grid->setRowStretch(static_cast<int>(columns.size()), 1);
}

void ColumnPanel::addRow(int row, const ImportedColumn &column, const Schema &schema)
{
    QWidget *content = m_area->widget();
    auto *grid = static_cast<QGridLayout *>(content->layout());
    auto *box = new QComboBox(content);
    box->setAccessibleName(tr("What the column “%1” becomes").arg(column.header));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    const QList<ColumnTarget> targets = columnTargets(schema);
    for (const ColumnTarget &one : targets)
        box->addItem(one.label, one.target);
    box->insertSeparator(box->count());
    if (const QString key = keyOfColumn(column.header, row); box->findData(key) < 0)
        box->addItem(tr("Field “%1”").arg(key), key);
    box->addItem(tr("(left out)"), target::none.toString());
    connect(box, &QComboBox::activated, this, [this] { emit targetsChanged(this->targets()); });
    QLabel *header = plainLabel(shortened(column.header), content);
    header->setToolTip(column.header);
    QLabel *example = plainLabel(shortened(column.example), content);
    QPalette muted = example->palette();
    muted.setColor(QPalette::WindowText, mutedText(muted));
    example->setPalette(muted);
    example->setToolTip(column.example);
    example->setMinimumWidth(1); // a long example gives way
    grid->addWidget(header, row, 0);
    grid->addWidget(box, row, 1);
    grid->addWidget(example, row, 2);
    m_boxes.append(box);
}

QStringList ColumnPanel::targets() const
{
    QStringList targets;
    for (const QComboBox *box : m_boxes)
        targets.append(box->currentData().toString());
    return targets;
}

// The wheel scrolls; it chooses nothing that it happens to pass.
bool ColumnPanel::eventFilter(QObject *watched, QEvent *event)
{
    const auto *box = qobject_cast<QComboBox *>(watched);
    if (event->type() == QEvent::Wheel && box && !box->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QStringList rememberedTargets(const QList<ImportedColumn> &columns, const Schema &schema)
{
    if (columns.isEmpty())
        return {};
    const QStringList kept = QSettings().value(settingOf(columns)).toStringList();
    if (kept.size() != columns.size())
        return {};
    // Another corpus may have other fields.
    const QList<ColumnTarget> known = columnTargets(schema);
    QStringList targets;
    for (int i = 0; i < kept.size(); ++i) {
        const auto same = [&](const ColumnTarget &one) { return one.target == kept.at(i); };
        const bool fits = kept.at(i) == target::none || kept.at(i) == keyOfColumn(columns.at(i).header, i)
            || std::any_of(known.begin(), known.end(), same);
        targets.append(fits ? kept.at(i) : fittingTargets(columns, schema).at(i));
    }
    return targets;
}

void rememberTargets(const QList<ImportedColumn> &columns, const QStringList &targets)
{
    QSettings().setValue(settingOf(columns), targets);
}

} // namespace casebook
