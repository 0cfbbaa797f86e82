#pragma once

#include "ui/edit/prompter.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace casebook {

class ComparedSides;
class MergePane;

/// Both versions of a file side by side, and below them what becomes of the two, to be edited; asks what is to be
/// saved.
///
/// What the person changed and what was changed on disk is merged where it does not meet. Where it does, each conflict
/// is decided for itself; saving the merged text is off while one is open, unless the person says that their own lines
/// may stand there. Versions that are no text are shown without merging: one of the two can be taken.
class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConflictDialog(const FileVersions &versions, QWidget *parent = nullptr);

    /// What was chosen; Cancel until then.
    ConflictResult choice() const;
    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut(const QString &name);
    QLayout *makeSteps();
    QDialogButtonBox *makeButtons();
    QPushButton *addChoice(QDialogButtonBox *box, const QString &name, const QString &text, const QString &help,
                           ConflictAnswer answer);
    void fill(const FileVersions &versions);
    void showDifference(int step);
    void showOpen(int open);

    ComparedSides *m_sides;
    MergePane *m_pane;
    QWidget *m_steps; // through the differences, where there are no conflicts to go through
    QLabel *m_count;
    QCheckBox *m_accept; // mine where nothing was decided
    QPushButton *m_save = nullptr;
    int m_shown = -1; // the difference that was gone to last
    bool m_isMergeable = false;
    ConflictAnswer m_answer = ConflictAnswer::Cancel;
};

} // namespace casebook
