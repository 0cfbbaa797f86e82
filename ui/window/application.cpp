#include "ui/window/application.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settings.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace casebook {

using namespace Qt::StringLiterals;

int runWindow(QApplication &application, const WindowRequest &request)
{
    QApplication::setStyle(new CasebookStyle);
    QApplication::setWindowIcon(programIcon());
    QApplication::setApplicationDisplayName(u"Casebook"_s);
    QGuiApplication::setDesktopFileName(u"org.casebook.Casebook"_s);
    QTranslator qtTexts;
    if (qtTexts.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtTexts);
    applyAppearance(application, Settings::appearance());

    MainWindow window;
    window.setBundledCorpus(request.bundled);
    window.show();
    if (!request.corpus.isEmpty())
        window.openCorpus(request.corpus, request.caseId, request.filter);
    if (!request.view.isEmpty())
        window.showView(request.view, request.filter);
    return QApplication::exec();
}

} // namespace casebook
