#include "ui/recover/neighbourbanner.h"

#include <QAction>
#include <QCoreApplication>
#include <QSysInfo>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

struct Neighbour {
    Q_DECLARE_TR_FUNCTIONS(casebook::NeighbourBanner)

public:
    static QString describe(const LockFile::Holder &holder)
    {
        const bool here = holder.computer == QSysInfo::machineHostName();
        return here ? tr("process %1 on this computer").arg(holder.process)
                    : tr("process %1 on %2").arg(holder.process).arg(holder.computer);
    }
};

} // namespace

NeighbourBanner::NeighbourBanner(QWidget *parent) : Banner(parent), m_dismiss(new QAction(tr("Dismiss"), this))
{
    setObjectName(u"neighbourBanner"_s);
    m_dismiss->setObjectName(u"dismissNeighbours"_s);
    connect(m_dismiss, &QAction::triggered, this, &QWidget::hide);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (isVisibleTo(parentWidget()))
            update();
    });
}

void NeighbourBanner::enter(const QString &root)
{
    if (root == m_root)
        return;
    leave();
    m_root = root;
    m_presence = std::make_unique<Presence>(root);
    m_watcher.addPath(m_presence->folder());
    update();
}

void NeighbourBanner::leave()
{
    m_root.clear();
    m_presence.reset();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    hide();
}

void NeighbourBanner::update()
{
    QStringList others;
    const QList<LockFile::Holder> holders = m_presence ? m_presence->others() : QList<LockFile::Holder>();
    for (const LockFile::Holder &holder : holders)
        others.append(Neighbour::describe(holder));
    if (others.isEmpty()) {
        hide();
        return;
    }
    showMessage(tr("This corpus is open in another Casebook too: %1. You may go on: what is changed there is not "
                   "overwritten without a question.")
                    .arg(others.join(u"; "_s)),
                {m_dismiss}, false);
}

} // namespace casebook
