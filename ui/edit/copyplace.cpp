#include "ui/edit/copyplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace casebook {

using namespace Qt::StringLiterals;

void askCopyPlace(QWidget *parent, const QString &name, CopyPlace chosen)
{
    // Not where the file lies: that is the place which may have failed.
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QFileInfo(documents).isDir() ? documents : QDir::homePath();
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("casebook::CopyPlace", "Save a Copy Elsewhere"));
    dialog->setObjectName(u"copyDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDirectory(folder);
    dialog->selectFile(QFileInfo(name).fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
}

} // namespace casebook
