#include "ui/window/aboutbox.h"

#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QMessageBox>

namespace casebook {

using namespace Qt::StringLiterals;

void showAboutBox(QWidget *parent)
{
    const auto translate = [](const char *text) { return QCoreApplication::translate("AboutBox", text); };
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"aboutBox"_s);
    box->setWindowTitle(translate("About Casebook"));
    box->setIconPixmap(programIcon().pixmap(64));
    box->setText(translate("Casebook %1").arg(QStringLiteral(CASEBOOK_VERSION)));
    box->setInformativeText(
        translate("Read, question and curate case studies: both sides of every argument, with the evidence.\n\n"
                  "A corpus is a folder of plain files, and nothing in them changes that you do not change. Nothing is "
                  "fetched from the network unless you ask for it.\n\n"
                  "MIT licence. Built with Qt %1, cmark, yaml-cpp, libxml2, uchardet, libqpdf and dtl.")
            .arg(QLibraryInfo::version().toString()));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace casebook
