#pragma once

#include "core/store/leftjournal.h"
#include "ui/edit/copyplace.h"

#include <QDialog>

#include <functional>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace casebook {

class DifferencePanel;

/// Offers text that was not saved before the program ended: each with what has become of its file, and the difference
/// between the file and the text. Closed without a choice, everything is kept for later.
class RecoveryDialog : public QDialog {
    Q_OBJECT

public:
    /// Asks for a place for a copy; askCopyPlace() is the usual one.
    using AskPlace = std::function<void(QWidget *parent, const QString &name, CopyPlace chosen)>;

    /// `journals`: at least one; they are held until the dialog is closed.
    explicit RecoveryDialog(QList<LeftJournal> journals, QWidget *parent = nullptr);
    void setAskPlace(AskPlace ask) { m_askPlace = std::move(ask); }

    QSize sizeHint() const override;

signals:
    /// The text is wanted back in the editor. The dialog has closed.
    void restoreRequested(const casebook::LeftJournal &journal);

private:
    void layOut();
    void addChoices(QDialogButtonBox *box);
    QPushButton *addChoice(QDialogButtonBox *box, const QString &name, const QString &text, const QString &help,
                           void (RecoveryDialog::*choice)());
    const LeftJournal *current() const;
    void fillList();
    void showCurrent();
    void restore();
    void discard();
    void saveCopy();
    void say(const QString &message);

    QList<LeftJournal> m_journals;
    AskPlace m_askPlace = askCopyPlace;
    QListWidget *m_list;
    QLabel *m_state;
    DifferencePanel *m_difference;
    QLabel *m_message;
    QPushButton *m_restore = nullptr;
};

} // namespace casebook
