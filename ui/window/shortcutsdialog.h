#pragma once

#include <QDialog>
#include <QSet>

QT_BEGIN_NAMESPACE
class QAction;
class QLineEdit;
class QMenu;
class QMenuBar;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace casebook {

/// Every key of the program: those of the menus, read off them, so that none can be forgotten; those of the editor; and
/// those that mean something only in one place, such as the search field. A line on top looks for words and keys.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// `editor`: actions that stand in no menu; those without a key, or that a menu has, are left out.
    ShortcutsDialog(const QMenuBar &menus, const QList<QAction *> &editor, QWidget *parent);

private:
    QTreeWidgetItem *addTopic(const QString &title);
    void addKey(QTreeWidgetItem *topic, const QString &text, const QString &keys);
    void addAction(QTreeWidgetItem *topic, const QAction &action);
    void addMenu(QTreeWidgetItem *topic, const QMenu &menu);
    void addPlaces();
    void filter(const QString &text);

    QLineEdit *m_find;
    QTreeWidget *m_keys;
    QSet<QString> m_known; ///< what stands in the list already: the text and keys of each row
};

} // namespace casebook
