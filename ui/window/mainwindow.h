#pragma once

#include "core/corpus/session.h"
#include "ui/browse/browser.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QDockWidget;
class QStackedWidget;
QT_END_NAMESPACE

namespace casebook {

class Actions;
class Archiving;
class CorpusPage;
class Curating;
class Exporter;
class Opening;
class PaletteControl;
class ProblemsPanel;
class Sourcing;
class StatusLine;
class Viewing;
class WelcomePage;

/// The window: wires its pages together.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a folder; where it cannot be opened, the welcome page says why. A case and a filter may be asked for.
    void openCorpus(const QString &folder, const QString &caseId = {}, const QString &filter = {});
    /// Shows a saved view of the corpus that is open, as soon as it has been read, narrowed by a filter.
    void showView(const QString &id, const QString &filter);
    /// The bundled corpus, offered on the welcome page.
    void setBundledCorpus(const QString &folder);

    const CorpusSession &session() const { return m_session; }

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void connectSession();
    void connectPages();
    void connectFileActions();
    void connectViewActions();
    void restoreState();
    void saveState();
    void makeMatching();
    void makeSimilar();
    void showCorpus();
    void showWelcome();
    void updateActions();
    void updateProblems();
    void goToProblem(const QString &path, int line, int column);
    void setAppearance(Appearance appearance);

    CorpusSession m_session;
    Browser m_browser;
    Actions *m_actions;
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    CorpusPage *m_page;
    ProblemsPanel *m_problems;
    QDockWidget *m_problemsDock;
    StatusLine *m_status;
    Curating *m_curating;
    Opening *m_opening;
    Sourcing *m_sourcing;
    Archiving *m_archiving = nullptr;
    Viewing *m_viewing;
    PaletteControl *m_palette;
    Exporter *m_exporter;
    bool m_mayClose = false; ///< what is being edited may be left
};

} // namespace casebook
