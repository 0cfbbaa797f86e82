#pragma once

#include <QHash>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QSplitter;
class QToolButton;

namespace casebook {

/// The ways to look at a file that is being edited.
enum class Face {
    Form,
    Source,
    Preview,
};

/// Buttons that choose which faces of a file are shown beside each other, in a splitter: as many of those that a person
/// wants as there is room for, the ones gone to last first. Where there is room for one alone they are tabs.
///
/// Each face has an action that goes to it, "showForm", "showSource" and "showPreview", with Ctrl+1 to Ctrl+3.
class Faces : public QWidget {
    Q_OBJECT

public:
    /// The splitter must live as long as this.
    explicit Faces(QSplitter *splitter, QWidget *parent = nullptr);
    ~Faces() override;

    /// Adds a pane at the end of the splitter, which owns it from now on. `focus` puts the focus into it.
    void add(Face face, QWidget *pane, std::function<void()> focus);

    /// Shows a face, in the place of another if need be, and puts the focus there.
    void goTo(Face face);
    /// The one that was gone to last, or has the focus.
    Face current() const { return m_wanted.first(); }
    bool isShown(Face face) const;
    /// Puts the focus into the current face.
    void focusCurrent();
    QAction *action(Face face) const;

    /// Which faces are wanted, and how they share the room.
    QByteArray saveState() const;
    /// False where `state` is not from saveState(); then nothing changes.
    bool restoreState(const QByteArray &state);

signals:
    /// A face is about to be gone to.
    void chosen(casebook::Face face);
    /// Other faces are shown than before.
    void arranged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Pane {
        QWidget *widget = nullptr;
        QToolButton *button = nullptr;
        QAction *action = nullptr;
        std::function<void()> focus;
    };

    void click(Face face);
    void prefer(Face face);
    void followFocus(QWidget *now);
    void arrange();
    QList<Face> fitting() const;
    int shownMask() const;
    void share(int mask);

    QSplitter *m_splitter;
    QHBoxLayout *m_row;
    QHash<Face, Pane> m_panes;
    QList<Face> m_wanted{Face::Form, Face::Source, Face::Preview}; // the one gone to last first; never empty
    QHash<int, QList<int>> m_sizes;                                // of the splitter, by what is shown
    bool m_arranging = false;
};

} // namespace casebook
