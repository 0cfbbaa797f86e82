#pragma once

#include "core/corpus/schema.h"

#include <QTemporaryDir>

#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CaseForm;
class EditPage;
class FieldEditor;
class RecordsField;

/// What tests of the form start from: a page with one file in it, of a corpus with this description, the form with the
/// focus. Paths are written as FieldPath has them.
class FormTest : public QObject {
protected:
    static const QByteArray description; ///< a corpus.yaml with a field of every type

    FormTest();
    ~FormTest() override;

    /// Opens a file of these bytes; without a description the schema is inferred from the file.
    void open(const QByteArray &bytes, const QByteArray &corpus = description);
    void close();

    CaseForm *form() const;
    FieldEditor *editor(const QString &path) const;
    RecordsField *records(const QString &path) const;
    /// What takes the focus for a field, with the focus.
    QWidget *focus(const QString &path) const;
    /// Puts text in the place of what stands in a field, by keys, and leaves it pending.
    void type(const QString &path, const QString &text) const;
    void press(int key, int modifiers = 0) const;
    /// The text of the source, as bytes that would be saved.
    QByteArray bytes() const;
    /// The lines that differ from what was opened: "-old" and "+new".
    QStringList changes() const;
    QByteArray saved() const;
    QString textIn(const QString &path) const;
    QString note(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EditPage> m_page;
    QByteArray m_opened;
    QByteArray m_previewed;
};

} // namespace casebook
