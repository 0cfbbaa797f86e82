#pragma once

#include "core/base/result.h"
#include "core/importers/importcomparison.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CaseCommands;
class CorpusSession;
class FileWork;
class ImportDialog;

/// Brings cases of a document into the open corpus: asks for the file, reads and compares it on another thread, shows
/// what would happen, and has the case commands do it as one step that can be undone.
class ImportCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialogs' parent. All must outlive the commands.
    ImportCommands(CorpusSession &session, CaseCommands &commands, QWidget *window);

    void chooseFile();
    void importFile(const QString &path);

private:
    /// What the other thread answers.
    struct Reading {
        Result<ImportedDocument> document = Error{};
        ImportComparison comparison;
    };

    void show(const QString &path, const std::shared_ptr<Reading> &reading);
    void compareAgain(ImportDialog *dialog, const ImportedDocument &document, const QString &group);
    void carryOut(const ImportComparison &comparison);

    CorpusSession &m_session;
    CaseCommands &m_commands;
    QWidget *m_window;
    FileWork *m_work;
};

} // namespace casebook
