#pragma once

#include "core/difference/linedifference.h"
#include "ui/edit/prompter.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace casebook {

class SourceEditor;

/// Both versions of a file side by side, what differs tinted, scrolling together; asks which is to stand.
class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConflictDialog(const FileVersions &versions, QWidget *parent = nullptr);

    /// What was chosen; Cancel until then.
    ConflictAnswer answer() const { return m_answer; }
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut(const QString &name);
    void addChoice(QDialogButtonBox *box, const QString &name, const QString &text, const QString &help,
                   ConflictAnswer answer);
    void fill(const FileVersions &versions);
    void tint();
    void follow(SourceEditor *leader, SourceEditor *follower, bool leaderIsOld);
    void showDifference(int step);

    SourceEditor *m_mine;
    SourceEditor *m_onDisk;
    QLabel *m_count;
    QList<LineHunk> m_hunks; // from mine to what is on disk
    int m_shown = -1;        // the hunk that was gone to last
    bool m_following = false;
    ConflictAnswer m_answer = ConflictAnswer::Cancel;
};

} // namespace casebook
