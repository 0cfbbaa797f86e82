#pragma once

#include "ui/palette/actionentries.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace casebook {

class Actions;
class Browser;
class CorpusPage;
class CorpusSession;
class Palette;
class Viewing;

/// Connects the command palette with the window: what can be found in it, and what becomes of what is chosen.
class PaletteControl : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const Actions &actions;
        CorpusPage &page;
        const Viewing &viewing;
    };

    /// `window` owns it, and outlives whatever is given.
    PaletteControl(const CorpusSession &session, Browser &browser, const Parts &parts, QMainWindow *window);

private:
    void open();
    void collect();
    void collectActions();
    void carryOut(const PaletteEntry &entry);
    void goToCase(const QString &id);
    void remember(const PaletteEntry &entry);

    const CorpusSession &m_session;
    Browser &m_browser;
    Parts m_parts;
    QMainWindow *m_window;
    Palette *m_palette;
    ActionEntries m_actions;    ///< as they were when the palette was opened
    bool m_casesChanged = true; ///< since the palette was told of them
};

} // namespace casebook
