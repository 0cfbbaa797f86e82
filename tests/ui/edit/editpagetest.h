#pragma once

#include "tests/ui/edit/fakeprompter.h"

#include <QTemporaryDir>

#include <memory>

namespace casebook {

class EditPage;

/// What tests of the edit page start from: a corpus with one file, cases/a.md, open in a page that is shown and has the
/// focus, and a prompter that answers from m_script.
class EditPageTest : public QObject {
protected:
    EditPageTest();
    ~EditPageTest() override;

    /// To be called in init() and cleanup().
    void openPage();
    void closePage();

    QString path(const QString &name) const { return m_root + u'/' + name; }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    /// An x, where the cursor is: at the start.
    void type() const;
    /// The banner's message; "" while there is none.
    QString bannerMessage() const;
    void clickBanner(const QString &actionName) const;

    const QByteArray original = "---\r\ntitle: A\r\n---\r\n\r\nText\r\n";
    const QByteArray edited = "x---\r\ntitle: A\r\n---\r\n\r\nText\r\n"; ///< after type()

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_state; ///< where unsaved text is kept
    QString m_root;
    FakePrompter::Script m_script;
    QList<QByteArray> m_previewed; ///< what the preview was given, the last one last
    std::unique_ptr<EditPage> m_page;
};

} // namespace casebook
