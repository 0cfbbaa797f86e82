#pragma once

#include "core/store/presence.h"
#include "ui/edit/banner.h"

#include <QFileSystemWatcher>

#include <memory>

namespace casebook {

/// Shows others that a corpus is open in this window, and tells whom it found there when it was opened. It blocks
/// nothing, can be dismissed, and goes when the others have gone.
class NeighbourBanner : public Banner {
    Q_OBJECT

public:
    explicit NeighbourBanner(QWidget *parent = nullptr);

    /// The corpus at `root` is open from now on; nothing new where it is already.
    void enter(const QString &root);
    void leave();

private:
    void update();

    QAction *m_dismiss;
    QFileSystemWatcher m_watcher;
    std::unique_ptr<Presence> m_presence;
    QString m_root;
};

} // namespace casebook
