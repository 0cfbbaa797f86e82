#pragma once

#include "core/curate/addressplan.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace casebook {

class CaseCommands;
class CorpusSession;
class FileWork;

/// Offers other addresses for sources: shows what would change in which file, and has what is ticked done as one
/// operation that can be undone.
class AddressOffers : public QObject {
    Q_OBJECT

public:
    /// `window` is the dialog's parent. All must outlive the offers.
    AddressOffers(const CorpusSession &session, CaseCommands &commands, QWidget *window);

    /// `explanation`: a sentence above the list of files. Nothing where no case cites an old address.
    void offer(const QList<AddressChange> &changes, const QString &title, const QString &explanation);

private:
    void show(const Plan &plan, const QString &title, const QString &explanation);

    const CorpusSession &m_session;
    CaseCommands &m_commands;
    QWidget *m_window;
    FileWork *m_planning;
};

} // namespace casebook
