#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace casebook {

/// Every action of the window with its text, key and icon, and the menus that hold them. What they do is connected by the
/// window. All are children of the window, and findable by object name.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QMainWindow *window);

    QAction *open;
    QAction *closeCorpus;
    QAction *recover;
    QAction *newCase;
    QAction *importCases;
    QAction *duplicate;
    QAction *rename;
    QAction *trash;
    QAction *exportPdf;
    QAction *printBriefing;
    QAction *print;
    QAction *quit;

    QAction *undo; ///< of what was done to files; a text has its own
    QAction *redo;
    QAction *edit;
    QAction *editFields;
    QAction *save;
    QAction *revert;
    QAction *showChanges;
    QAction *copy;
    QAction *copyMarkdown; ///< of the case that is shown
    QAction *copyRichText;
    QAction *copyCitation;
    QAction *find;
    QAction *nextMatch; ///< of the words that the query asks for
    QAction *previousMatch;
    QAction *search;
    QAction *clearSearch;
    QAction *palette;

    QAction *back;
    QAction *forward;
    QAction *nextCase;
    QAction *previousCase;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomReset;
    QAction *showFilters;
    QAction *showProblems;
    QAction *explainEvidence;
    QAction *showSimilar;
    QAction *refresh;
    QAction *systemColors;
    QAction *lightColors;
    QAction *darkColors;
    QAction *fullScreen;

    QAction *checkCase; ///< whether its sources still answer
    QAction *checkSelection;
    QAction *checkAll;
    QAction *stopChecks;
    QAction *useMoves;
    QAction *findCopies;
    QAction *showLinks;
    QAction *showNeeds;
    QAction *allowPrivate;

    QAction *shortcuts; ///< shows every key
    QAction *about;
    QAction *aboutQt;

    QMenu *recentMenu;
    QMenu *viewsMenu; ///< saved views; empty until they are there
    QMenu *sourcesMenu;
    QMenu *formatMenu; ///< filled by whoever owns the editor

    /// What can be done with no corpus open, with one, with a case, and with a text that has not been saved. Whoever owns
    /// the editor enables showChanges.
    void setState(bool corpusOpen, bool caseShown, bool unsaved);

private:
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QString &iconName, const QList<QKeySequence> &keys);
    void fillFileMenu(QMenu *menu);
    void fillEditMenu(QMenu *menu);
    void fillViewMenu(QMenu *menu);
    void fillSourcesMenu(QMenu *menu);
    void fillHelpMenu(QMenu *menu);

    QMainWindow *m_window;
};

} // namespace casebook
