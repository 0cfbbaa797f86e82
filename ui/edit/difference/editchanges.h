#pragma once

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QTimer;
QT_END_NAMESPACE

namespace casebook {

class ChangeCounter;
class DifferencePanel;
class EditSession;
class SourceEditor;

/// What has been changed in the file being edited and not been saved: how much, all the time, and exactly, when asked.
///
/// A widget that stands in the place of what is edited while showAction() is checked: by its key (F7), which leads back
/// too, as Escape does. It keeps to the text while it is shown.
class EditChanges : public QWidget {
    Q_OBJECT

public:
    /// Hides and shows `edited`. All three must live as long as this.
    EditChanges(EditSession *session, SourceEditor *editor, QWidget *edited, QWidget *parent = nullptr);

    /// "showChanges": checkable, enabled while a file is open.
    QAction *showAction() const { return m_action; }
    DifferencePanel *panel() const { return m_panel; }
    /// Shows two other texts in the same place and way, until the person goes back.
    void showOther(const QByteArray &before, const QByteArray &after, const QString &beforeTitle,
                   const QString &afterTitle);
    /// How many lines differ from what was last read or saved. Follows an edit within a moment.
    int changedLines() const;

signals:
    void changedLinesChanged(int lines);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setShown(bool shown);
    void compare();
    void followSession();

    EditSession *m_session;
    SourceEditor *m_editor;
    QWidget *m_edited;
    DifferencePanel *m_panel;
    ChangeCounter *m_counter;
    QTimer *m_timer;
    QAction *m_action;
    QPointer<QWidget> m_focusBefore;
    bool m_showsOther = false;
};

} // namespace casebook
