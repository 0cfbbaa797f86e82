#include "ui/window/shortcutsdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// A menu's text as it is read: without the mark of its key and the dots that promise a question.
QString plain(QString text)
{
    text.remove(u'&');
    return text.endsWith(u'…') ? text.chopped(1) : text;
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts()) {
        // Some platforms have more of them, on keys that no keyboard has.
        const Qt::Key last = key[static_cast<uint>(key.count() - 1)].key();
        if (last <= Qt::Key_F12 || last > Qt::Key_F35)
            keys.append(key.toString(QKeySequence::NativeText));
    }
    keys.removeDuplicates();
    return keys.join(u", "_s);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, const QList<QAction *> &editor, QWidget *parent)
    : QDialog(parent), m_find(new QLineEdit(this)), m_keys(new QTreeWidget(this))
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard Shortcuts"));
    m_find->setObjectName(u"shortcutsFind"_s);
    m_find->setPlaceholderText(tr("Find what is to be done, or a key"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    m_keys->setObjectName(u"shortcutsList"_s);
    m_keys->setAccessibleName(windowTitle());
    m_keys->setColumnCount(2);
    m_keys->setHeaderHidden(true);
    m_keys->setRootIsDecorated(false);
    m_keys->setUniformRowHeights(true);
    m_keys->setAllColumnsShowFocus(true);
    m_keys->header()->setStretchLastSection(false);
    m_keys->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_keys->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const QAction *entry : menus.actions()) {
        if (entry->menu())
            addMenu(addTopic(plain(entry->text())), *entry->menu());
    }
    QTreeWidgetItem *editing = addTopic(tr("While editing"));
    for (const QAction *action : editor)
        addAction(editing, *action);
    addPlaces();
    m_keys->expandAll();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_find);
    layout->addWidget(m_keys, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_find, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    const QSize wanted(fontMetrics().averageCharWidth() * 76, fontMetrics().height() * 34);
    resize(parent ? wanted.boundedTo(parent->window()->size() * 0.9) : wanted);
}

QTreeWidgetItem *ShortcutsDialog::addTopic(const QString &title)
{
    auto *topic = new QTreeWidgetItem(m_keys, {title});
    QFont bold = m_keys->font();
    bold.setWeight(QFont::DemiBold);
    topic->setFont(0, bold);
    topic->setFlags(Qt::ItemIsEnabled);
    topic->setFirstColumnSpanned(true);
    return topic;
}

void ShortcutsDialog::addKey(QTreeWidgetItem *topic, const QString &text, const QString &keys)
{
    const QString row = text + u'\n' + keys;
    if (keys.isEmpty() || m_known.contains(row))
        return;
    m_known.insert(row);
    auto *item = new QTreeWidgetItem(topic, {text, keys});
    item->setData(0, Qt::AccessibleTextRole, QString(text + u", "_s + keys));
}

void ShortcutsDialog::addAction(QTreeWidgetItem *topic, const QAction &action)
{
    addKey(topic, plain(action.text()), keysOf(action));
}

void ShortcutsDialog::addMenu(QTreeWidgetItem *topic, const QMenu &menu)
{
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            addMenu(topic, *action->menu());
        else
            addAction(topic, *action);
    }
}

// Keys that are no actions: the widgets take them themselves.
void ShortcutsDialog::addPlaces()
{
    QTreeWidgetItem *search = addTopic(tr("In the search field"));
    addKey(search, tr("Go to the cases found"), tr("Down, Return"));
    addKey(search, tr("Show what can be asked"), tr("Ctrl+Space"));
    addKey(search, tr("Take the first of what is offered"), tr("Tab"));
    addKey(search, tr("Mend what was not understood"), tr("Alt+Return"));
    addKey(search, tr("Earlier searches, while the field is empty"), tr("Up, Down"));
    addKey(search, tr("Clear the search"), tr("Esc"));
    QTreeWidgetItem *filters = addTopic(tr("On a value of a filter"));
    addKey(filters, tr("Include, then exclude, then let go"), tr("Space, Return"));
    addKey(filters, tr("Include"), tr("+"));
    addKey(filters, tr("Exclude"), tr("-, Alt+Return"));
    addKey(filters, tr("Let go"), tr("Del"));
    QTreeWidgetItem *form = addTopic(tr("On a claim, figure or source in the form"));
    addKey(form, tr("Add one behind it"), tr("Alt+Ins"));
    addKey(form, tr("Duplicate it"), tr("Ctrl+D"));
    addKey(form, tr("Move it"), tr("Alt+Up, Alt+Down"));
    addKey(form, tr("Remove it"), tr("Alt+Del"));
    QTreeWidgetItem *changes = addTopic(tr("Where differences are shown"));
    addKey(changes, tr("Next, previous difference"), tr("F8, Shift+F8"));
    addKey(changes, tr("Take mine, the disk's, both, or what stands there, where two versions meet"),
           tr("Alt+1 … Alt+4"));
}

void ShortcutsDialog::filter(const QString &text)
{
    const QString wanted = text.simplified();
    for (int i = 0; i < m_keys->topLevelItemCount(); ++i) {
        QTreeWidgetItem *topic = m_keys->topLevelItem(i);
        bool any = false;
        for (int k = 0; k < topic->childCount(); ++k) {
            QTreeWidgetItem *row = topic->child(k);
            const bool fits = wanted.isEmpty() || row->text(0).contains(wanted, Qt::CaseInsensitive)
                || row->text(1).contains(wanted, Qt::CaseInsensitive);
            row->setHidden(!fits);
            any = any || fits;
        }
        topic->setHidden(!any);
    }
}

} // namespace casebook
