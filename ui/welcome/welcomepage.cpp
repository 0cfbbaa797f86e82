#include "ui/welcome/welcomepage.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 560; // at most, so that lines stay readable
constexpr int emblemSize = 72;

QString withTilde(const QString &folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder;
}

/// The program's emblem and name, for a column.
QLayout *makeHeading(QWidget *column)
{
    auto *emblem = new QLabel(column);
    emblem->setPixmap(programIcon().pixmap(emblemSize));
    auto *title = new QLabel(WelcomePage::tr("Casebook"), column);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(16);
    heading->addWidget(emblem);
    heading->addWidget(title, 1);
    return heading;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_message(new QLabel(this)), m_intro(new QLabel(this)), m_recentTitle(new QLabel(tr("Recent"), this)),
      m_recent(new QListWidget(this)), m_open(new QPushButton(tr("Open a folder…"), this)),
      m_bundledButton(new QPushButton(tr("Open the bundled case studies"), this))
{
    m_intro->setText(tr("Read, question and curate case studies: who chose a technology, who decided against it, why, and on "
                        "what evidence. A corpus is a folder of Markdown files."));
    m_intro->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setObjectName(u"welcomeMessage"_s);
    m_message->setMargin(12);
    m_message->hide();

    m_open->setIcon(icon(u"open"_s));
    m_open->setDefault(true);
    m_open->setObjectName(u"openFolder"_s);
    m_bundledButton->setIcon(icon(u"read"_s));
    m_bundledButton->setObjectName(u"openBundled"_s);
    QFont bold = m_recentTitle->font();
    bold.setWeight(QFont::DemiBold);
    m_recentTitle->setFont(bold);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAccessibleName(tr("Recent corpora"));
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->viewport()->setAutoFillBackground(false);

    arrange();
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(m_bundledButton, &QPushButton::clicked, this, [this] { emit folderRequested(m_bundled); });
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { emit folderRequested(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { emit folderRequested(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::customContextMenuRequested, this, &WelcomePage::showRecentMenu);
    applyColors();
}

void WelcomePage::arrange()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_bundledButton);
    buttons->addStretch(1);
    auto *column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto *inner = new QVBoxLayout(column);
    inner->setSpacing(14);
    inner->addLayout(makeHeading(column));
    inner->addWidget(m_intro);
    inner->addWidget(m_message);
    inner->addLayout(buttons);
    inner->addSpacing(12);
    inner->addWidget(m_recentTitle);
    inner->addWidget(m_recent, 1);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(column, 8);
    centred->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(centred, 5);
    layout->addStretch(1);
}

void WelcomePage::setRecent(const QStringList &folders)
{
    m_recent->clear();
    for (const QString &folder : folders) {
        auto *item = new QListWidgetItem(icon(u"open"_s), withTilde(folder), m_recent);
        item->setData(Qt::UserRole, folder);
        item->setToolTip(folder);
    }
    m_recent->setVisible(!folders.isEmpty());
    m_recentTitle->setVisible(!folders.isEmpty());
}

void WelcomePage::setBundled(const QString &folder)
{
    m_bundled = folder;
    m_bundledButton->setVisible(!folder.isEmpty());
}

void WelcomePage::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void WelcomePage::showRecentMenu(const QPoint &position)
{
    const QListWidgetItem *item = m_recent->itemAt(position);
    if (!item)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Forget this folder"), this,
                    [this, folder = item->data(Qt::UserRole).toString()] { emit forgetRequested(folder); });
    menu->popup(m_recent->viewport()->mapToGlobal(position));
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColors();
    QWidget::changeEvent(event);
}

void WelcomePage::applyColors()
{
    const QPalette window = palette();
    QPalette muted = window;
    muted.setColor(QPalette::WindowText, mutedText(window));
    m_intro->setPalette(muted);
    QPalette warning = window;
    warning.setColor(QPalette::Window, blend(groupColor(u"orange"_s, 0, window), window.color(QPalette::Window), 0.14));
    m_message->setPalette(warning);
    m_message->setAutoFillBackground(true);
}

} // namespace casebook
