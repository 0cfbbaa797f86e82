#include "tests/ui/edit/editpagetest.h"

#include "ui/edit/banner.h"
#include "ui/edit/editpage.h"
#include "ui/edit/sourceeditor.h"

#include <QAction>
#include <QDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

namespace casebook {

using namespace Qt::StringLiterals;

EditPageTest::EditPageTest() = default;
EditPageTest::~EditPageTest() = default;

void EditPageTest::openPage()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", m_state->path().toUtf8());
    m_root = QFileInfo(m_folder->path()).canonicalFilePath();
    QVERIFY(QDir(m_root).mkdir(u"cases"_s));
    write(u"cases/a.md"_s, original);
    m_script = {};
    m_previewed.clear();
    m_page = std::make_unique<EditPage>();
    m_page->setPrompter(std::make_unique<FakePrompter>(m_script));
    m_page->setPreview(new QTextEdit, [this](const QByteArray &bytes) { m_previewed.append(bytes); });
    m_page->resize(900, 600);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QVERIFY(m_page->open(m_root, u"cases/a.md"_s));
    m_page->editor()->setFocus();
    QTRY_VERIFY(m_page->editor()->hasFocus());
}

void EditPageTest::closePage()
{
    m_page.reset();
}

void EditPageTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray EditPageTest::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void EditPageTest::type() const
{
    QTest::keyClick(m_page->editor(), Qt::Key_X);
}

QString EditPageTest::bannerMessage() const
{
    const auto *banner = m_page->findChild<Banner *>();
    return banner->isVisible() ? banner->message() : QString();
}

void EditPageTest::clickBanner(const QString &actionName) const
{
    const auto buttons = m_page->findChild<Banner *>()->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->defaultAction()->objectName() == actionName && button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + actionName));
}

} // namespace casebook
