#pragma once

#include "core/document/edit.h"
#include "core/validation/validation.h"
#include "ui/edit/form/fieldspec.h"

#include <QWidget>

class QLabel;

namespace casebook {

class FormHost;

/// How much of a row a field wants, in pixels.
struct FieldWidth {
    int wanted = 0;
    int most = 0;          ///< it does not grow beyond
    bool wholeRow = false; ///< it takes all the row, at most beside one small field
};

/// One field of a form: its label, what it is edited with, and beside it what is wrong with it.
///
/// It shows what stands at a path of the front matter and makes edits of what a person does; it never keeps a value of
/// its own but for the moment in which a text is being typed.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    /// The host must outlive the editor.
    FieldEditor(FieldSpec spec, FormHost &host, QWidget *parent);

    const FieldSpec &spec() const { return m_spec; }
    const FieldPath &path() const { return m_path; }

    /// Shows what stands at a path, which the node was found at. What is being typed stays.
    void follow(const FieldPath &path, const YamlNode *node);

    /// Shows those of the form's problems that are this field's own, or are below it.
    virtual void showProblems(const QList<FieldProblem> &problems);
    /// Whether a path is that of this field, or of something below it.
    bool holds(const FieldPath &path) const;
    /// Shows why an edit was refused, with a way into the source, and what the file says instead.
    void showRefusal(const QString &message);
    virtual void clearRefusal();
    /// What is shown beside the field: refusal, then problems.
    QString note() const;

    /// Makes an edit of what has been typed.
    virtual void flush() {}
    /// Whether something is typed that flush() has not made an edit of.
    virtual bool isPending() const { return false; }

    /// What takes the focus for this field; null where nothing does.
    virtual QWidget *control() const = 0;
    /// All that takes the focus here, in the order in which it is read.
    virtual QList<QWidget *> controls() const;
    /// The editor of a path, which is this one or below it; null where there is none. The nearest one above it if the
    /// path leads on into what an editor shows as a whole.
    virtual FieldEditor *editorAt(const FieldPath &path);
    virtual FieldWidth width() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    /// Shows what stands at the path, which is of a kind that this editor was made for; null: nothing does.
    virtual void showNode(const YamlNode *node) = 0;
    /// Shows problems beside the field itself.
    void setProblems(const Problems &problems);
    /// The widget below the label; once.
    void setContent(QWidget *content);
    QWidget *content() const { return m_content; }
    /// Puts a widget at the end of the label's row.
    void setCorner(QWidget *corner);
    /// Makes the label a heading.
    void setHeading();
    /// Lets this editor know of a control's focus and of the keys for undo.
    void watch(QWidget *control);

    FormHost &host() const { return m_host; }
    bool isPresent() const { return m_present; }
    /// Whether the key was in the file when the focus came here.
    bool wasPresent() const { return m_wasPresent; }
    /// Makes edits, joined with those of the same visit if `join`. Must not be followed by anything that relies on this
    /// editor being still there.
    bool commit(const Edits &edits, bool join = false);
    /// The label with what it is a part of, for those who cannot see where it stands.
    QString spokenLabel() const;

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont labelFont() const;
    int labelHeight() const;
    int contentHeight(int width) const;
    void place();
    void showNote();
    void leave();

    FieldSpec m_spec;
    FormHost &m_host;
    FieldPath m_path;
    QWidget *m_content = nullptr;
    QWidget *m_corner = nullptr;
    QLabel *m_note = nullptr; // made when there is something to say
    QString m_refusal;
    Problems m_problems;
    Problems m_heldProblems; // of a value that is still being typed
    bool m_heading = false;
    bool m_present = false;
    bool m_wasPresent = false;
    bool m_joins = false;   // the visit has made an edit
    bool m_visited = false; // the focus is here
};

} // namespace casebook
