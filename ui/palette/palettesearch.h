#pragma once

#include "ui/palette/paletteentry.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <atomic>

namespace casebook {

/// One entry that was found.
struct PaletteMatch {
    PaletteEntry entry;
    QList<int> letters; ///< that matched, as places in text, two blanks and detail
};

/// Finds entries by some of their letters, off the GUI thread: cases in any number, and the rest. Lives in the GUI
/// thread.
class PaletteSearch : public QObject {
    Q_OBJECT

public:
    explicit PaletteSearch(QObject *parent = nullptr);
    ~PaletteSearch() override;

    /// The cases among the entries; they are prepared when they are first searched.
    void setCases(const Corpus &corpus);
    /// All other entries. What was chosen before comes first where nothing has been typed: `recent`, keys of entries.
    void setEntries(PaletteEntries entries, const QStringList &recent);
    /// Looks for a text; a search under way is cancelled, and never answered.
    void find(const QString &text);
    void cancel();

signals:
    /// The best first, and no more than a person reads.
    void found(const QString &text, const QList<casebook::PaletteMatch> &matches);

private:
    struct Job;
    struct Others; ///< entries that are no cases

    QThreadPool m_pool;
    std::shared_ptr<const Corpus> m_corpus;
    std::shared_ptr<PaletteEntriesPtr> m_cases; ///< filled by the first search
    std::shared_ptr<Others> m_others;
    QStringList m_recent;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace casebook
