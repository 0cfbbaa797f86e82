#include "tests/ui/support/windowdriver.h"

#include "tests/ui/support/printtree.h"
#include "ui/browse/casetreemodel.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"
#include "ui/read/readerpage.h"
#include "ui/window/casepane.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

/// Where keys go. A desktop gives the focus back when a dialog closes; without one we do.
QWidget *target(QWidget *window)
{
    if (!QApplication::activeModalWidget() && !window->isActiveWindow()) {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window))
            qWarning("the window does not become active");
    }
    QWidget *focus = QApplication::focusWidget();
    return focus ? focus : window;
}

} // namespace

WindowDriver::WindowDriver() : m_window(std::make_unique<MainWindow>())
{
    m_window->resize(1400, 900);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qWarning("the window does not become active");
}

WindowDriver::~WindowDriver() = default;

bool WindowDriver::open(const QString &root, const QString &caseId, const QString &filter)
{
    QSignalSpy validated(&m_window->session(), &CorpusSession::validated);
    m_window->openCorpus(root, caseId, filter);
    return m_window->session().isOpen() && (!validated.isEmpty() || validated.wait());
}

bool WindowDriver::isOpen() const
{
    return m_window && m_window->isVisible();
}

QAction *WindowDriver::action(const QString &name) const
{
    return m_window->findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
}

void WindowDriver::press(const QString &keys) const
{
    QTest::keySequence(target(m_window.get()), QKeySequence(keys));
}

void WindowDriver::type(const QString &text) const
{
    QTest::keyClicks(target(m_window.get()), text);
}

CaseTreeView *WindowDriver::tree() const
{
    return m_window->findChild<CaseTreeView *>();
}

QueryField *WindowDriver::field() const
{
    return m_window->findChild<QueryField *>();
}

CasePane *WindowDriver::pane() const
{
    return m_window->findChild<CasePane *>();
}

CaseView *WindowDriver::reader() const
{
    return pane()->reader()->view();
}

EditPage *WindowDriver::page() const
{
    return pane()->editor();
}

SourceEditor *WindowDriver::editor() const
{
    return page()->editor();
}

QModelIndex WindowDriver::at(const QString &id) const
{
    return static_cast<const CaseTreeModel *>(tree()->model())->indexOf(id);
}

void WindowDriver::clickCase(const QString &id, Qt::KeyboardModifiers modifiers) const
{
    tree()->scrollTo(at(id));
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers, tree()->visualRect(at(id)).center());
}

QStringList WindowDriver::groups() const
{
    QStringList groups;
    for (const QString &line : printTree(*tree()->model())) {
        if (!line.startsWith(u' '))
            groups.append(line);
    }
    return groups;
}

QStringList WindowDriver::cases() const
{
    QStringList ids;
    const QAbstractItemModel &model = *tree()->model();
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row)
            ids.append(model.index(row, 0, parent).data(CaseTreeModel::IdRole).toString());
    }
    return ids;
}

QString WindowDriver::read() const
{
    return reader()->isVisible() && reader()->hasCase() ? reader()->shown().study->title : QString();
}

QString WindowDriver::status() const
{
    return m_window->findChild<QLabel *>(u"statusText"_s)->text();
}

QString WindowDriver::welcomeMessage() const
{
    const auto *label = m_window->findChild<QLabel *>(u"welcomeMessage"_s);
    return label->isVisible() ? label->text() : QString();
}

QMessageBox *WindowDriver::box() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *box = qobject_cast<QMessageBox *>(widget); box && box->isVisible())
            return box;
    }
    return nullptr;
}

bool WindowDriver::answer(const QString &button) const
{
    QMessageBox *open = box();
    if (!open)
        return false;
    for (QAbstractButton *one : open->buttons()) {
        if (one->text().remove(u'&') != button)
            continue;
        one->click();
        return QTest::qWaitFor([&] { return box() != open; });
    }
    return false;
}

QWidget *WindowDriver::dialog(const QString &name) const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace casebook
