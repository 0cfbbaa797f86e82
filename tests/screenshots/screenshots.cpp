// Opens the bundled corpus in the real window, off screen, and keeps pictures of it under resources/screenshots.

#include "core/base/texts.h"
#include "core/corpus/loader.h"
#include "core/query/search.h"
#include "ui/browse/casetreeview.h"
#include "ui/browse/queryfield.h"
#include "ui/report/briefing.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/window/casepane.h"
#include "ui/window/corpuspage.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QStandardPaths>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace casebook;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize windowSize(1280, 800);
constexpr int settleTime = 400; // ms for pauses of typesetting and preview to end

/// Lets the window do what it has to do.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(settleTime, &loop, &QEventLoop::quit);
    loop.exec();
}

void take(QWidget &window, const QString &name)
{
    settle();
    const QString path = QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/resources/screenshots/"_s + name + u".png"_s;
    if (!window.grab().save(path))
        std::fprintf(stderr, "%s could not be written\n", qPrintable(path));
}

void openBundled(MainWindow &window, const QString &id, const QString &filter)
{
    window.setWindowState(Qt::WindowNoState); // the off-screen display is small, and the window need not care
    window.show();
    window.resize(windowSize);
    window.openCorpus(QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/data/rust"_s, id, filter);
    window.activateWindow();
}

/// Some pages of the briefing of a query, numbered from 0, beside each other on grey.
void takeBriefing(const QString &filter, const QList<int> &numbers, const QString &name)
{
    const Result<Corpus> corpus = loadCorpus(QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/data/rust"_s);
    if (!corpus)
        return;
    constexpr int gap = 12; // pixels
    BriefingOptions options;
    options.filter = parseQuery(filter, corpus->schema());
    options.selection = describeQuery(options.filter, corpus->schema());
    options.query = toText(options.filter, corpus->schema());
    QList<QImage> pages;
    const auto take = [&](int number, int, const QByteArray &png) {
        if (numbers.contains(number))
            pages.append(QImage::fromData(png, "PNG"));
        return true;
    };
    const SearchResult selection = Search(*corpus).run(options.filter, {});
    if (!drawBriefing(*corpus, selection, options, 80, 100, {}, take) || pages.isEmpty())
        return;
    const QSize page = pages.first().size();
    QImage all((page.width() + gap) * static_cast<int>(pages.size()) + gap, page.height() + 2 * gap,
               QImage::Format_RGB32);
    all.fill(QColor(0x90, 0x94, 0x9a));
    QPainter painter(&all);
    for (int i = 0; i < pages.size(); ++i)
        painter.drawImage(gap + i * (page.width() + gap), gap, pages.at(i));
    painter.end();
    const QString path = QStringLiteral(CASEBOOK_SOURCE_DIR) + u"/resources/screenshots/"_s + name + u".png"_s;
    if (!all.save(path))
        std::fprintf(stderr, "%s could not be written\n", qPrintable(path));
}

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir settings;
    qputenv("XDG_STATE_HOME", settings.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QCoreApplication::setOrganizationName(u"casebook"_s);
    QCoreApplication::setApplicationName(u"casebook"_s);
    QApplication application(argc, argv);
    installTexts();
    QApplication::setStyle(new CasebookStyle);
    QDir(QStringLiteral(CASEBOOK_SOURCE_DIR)).mkpath(u"resources/screenshots"_s);

    applyAppearance(application, Appearance::Light);
    {
        MainWindow window;
        openBundled(window, u"discord-read-states"_s, {});
        take(window, u"light"_s);
        window.findChild<QAction *>(u"edit"_s)->trigger();
        take(window, u"edit"_s);
    }
    {
        MainWindow window;
        openBundled(window, u"discord-read-states"_s, u"(latency OR collector) -stage:hypothetical"_s);
        window.findChild<QAction *>(u"showSimilar"_s)->trigger();
        take(window, u"find"_s);
    }
    takeBriefing(u"decision:decided-against"_s, {0, 1, 4}, u"briefing"_s);
    applyAppearance(application, Appearance::Dark);
    {
        MainWindow window;
        openBundled(window, u"prisma"_s, u"side:against -decision:adopting"_s);
        take(window, u"dark"_s);
    }
    return 0;
}
