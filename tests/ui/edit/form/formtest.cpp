#include "tests/ui/edit/form/formtest.h"

#include "core/corpus/casestudy.h"
#include "core/corpus/inference.h"
#include "core/corpus/schemareader.h"
#include "core/document/document.h"
#include "ui/edit/editpage.h"
#include "ui/edit/form/caseform.h"
#include "ui/edit/form/fieldeditor.h"
#include "ui/edit/form/growingtext.h"
#include "ui/edit/form/recordsfield.h"
#include "ui/edit/sourceeditor.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>

namespace casebook {

using namespace Qt::StringLiterals;

const QByteArray FormTest::description = R"(
roles: {title: title, group: decision, sources: sources, claims: claims, reviewed: reviewed, tags: tags}
groups:
  - {value: migrating, label: Migrating to Rust, description: It existed before.}
  - {value: against, label: Decided against}
fields:
  title: {type: text, label: Title, required: true}
  decision: {type: choice, label: Decision, required: true}
  stage: {type: choice, label: Stage, vocabulary: [{id: production, label: In production, definition: In use.}, prototype]}
  year: {type: year, label: Year}
  effort: {type: record, label: Effort, fields: {people: {type: number, label: People}, months: {type: number, label: Months}}}
  claims:
    type: records
    label: Claims
    fields:
      side: {type: choice, label: Side, required: true, vocabulary: [for, against]}
      text: {type: text, label: Claim, required: true}
      source: {type: number, label: Source}
  sources: {type: records, label: Sources, fields: {title: {type: text, label: Title}, url: {type: url, label: Address}}}
  tags: {type: list, label: Tags}
  reviewed: {type: date, label: Reviewed}
)";

FormTest::FormTest() = default;
FormTest::~FormTest() = default;

void FormTest::open(const QByteArray &bytes, const QByteArray &corpus)
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = QFileInfo(m_folder->path()).canonicalFilePath() + u"/a.md"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    m_opened = bytes;
    auto study = std::make_shared<CaseStudy>();
    study->fields = toValue(Document::parse(bytes).tree());
    EditContext context;
    context.schema = corpus.isEmpty() ? inferSchema({study}, u"a"_s) : readSchema(corpus).schema;
    context.valuesInUse = [](const QString &) { return QStringList{u"backend"_s, u"database"_s}; };
    m_page = std::make_unique<EditPage>();
    m_page->setPreview(new QTextEdit, [this](const QByteArray &shown) { m_previewed = shown; });
    m_page->setContext(context);
    m_page->resize(1000, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QVERIFY(m_page->open(QFileInfo(path).path(), path));
    m_page->showFace(Face::Form);
}

void FormTest::close()
{
    m_page.reset();
    m_folder.reset();
}

CaseForm *FormTest::form() const
{
    return m_page->findChild<CaseForm *>();
}

FieldEditor *FormTest::editor(const QString &path) const
{
    return form()->editorAt(*FieldPath::parse(path));
}

RecordsField *FormTest::records(const QString &path) const
{
    return qobject_cast<RecordsField *>(editor(path));
}

QWidget *FormTest::focus(const QString &path) const
{
    form()->goTo(*FieldPath::parse(path));
    return QApplication::focusWidget();
}

void FormTest::type(const QString &path, const QString &text) const
{
    QWidget *control = focus(path);
    QTest::keyClick(control, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(control, Qt::Key_Delete);
    QTest::keyClicks(control, text);
}

void FormTest::press(int key, int modifiers) const
{
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
}

QByteArray FormTest::bytes() const
{
    QByteArray text = m_page->editor()->document()->toPlainText().toUtf8();
    return m_opened.contains("\r\n") ? text.replace("\n", "\r\n") : text;
}

QStringList FormTest::changes() const
{
    QStringList before = QString::fromUtf8(m_opened).split(u'\n');
    QStringList after = QString::fromUtf8(bytes()).split(u'\n');
    while (!before.isEmpty() && !after.isEmpty() && before.first() == after.first()) {
        before.removeFirst();
        after.removeFirst();
    }
    while (!before.isEmpty() && !after.isEmpty() && before.last() == after.last()) {
        before.removeLast();
        after.removeLast();
    }
    QStringList lines;
    for (const QString &line : before)
        lines.append(u'-' + line.trimmed());
    for (const QString &line : after)
        lines.append(u'+' + line.trimmed());
    return lines;
}

QByteArray FormTest::saved() const
{
    m_page->save();
    QFile file(m_page->path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString FormTest::textIn(const QString &path) const
{
    QWidget *control = editor(path)->control();
    if (const auto *line = qobject_cast<QLineEdit *>(control))
        return line->text();
    if (const auto *box = qobject_cast<QComboBox *>(control))
        return box->currentIndex() < 0 ? box->placeholderText() : box->currentText();
    const auto *text = qobject_cast<GrowingText *>(control);
    return text ? text->text() : QString();
}

QString FormTest::note(const QString &path) const
{
    return editor(path)->note();
}

} // namespace casebook
