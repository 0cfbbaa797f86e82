#pragma once

#include "core/document/edit.h"
#include "core/validation/validation.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace casebook {

class Banner;
class FieldEditor;
class FieldGroup;
class FormHost;

/// A front matter as a form: the fields of the schema, then those that only the file has. It shows what it is given and
/// hands what a person does to its host.
class CaseForm : public QWidget {
    Q_OBJECT

public:
    /// The host must outlive the form.
    explicit CaseForm(FormHost &host, QWidget *parent = nullptr);
    ~CaseForm() override;

    /// Makes the fields of the host's schema anew, empty.
    void rebuild();
    /// Shows a front matter. What is being typed, the focus and what is visible stay where they are.
    void showFields(const YamlNode &tree, const QList<FieldProblem> &problems);
    /// Says why there are no fields to edit, and where: the fields stay as they were last, out of reach. A line of 0:
    /// no place.
    void showObstacle(const QString &message, int line);
    /// Out of reach, or not, without a reason: something else gives it.
    void setReadOnly(bool readOnly);
    /// The fields that are shown next are those of another file: from their start.
    void startOver();
    /// Shows no fields, since there is no file.
    void clear();

    /// The editor of a path; null where there is none.
    FieldEditor *editorAt(const FieldPath &path) const;
    /// Puts the focus into a field, and shows it. False where the path has none.
    bool goTo(const FieldPath &path);
    /// Puts the focus where it was in the form, else into the first field.
    void takeFocus();
    void clearRefusals();

    /// What keeps the fields from being edited; empty if nothing does.
    QString obstacle() const;

signals:
    /// The form has become visible.
    void shown();
    void lineRequested(int line);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Anchor {
        FieldEditor *editor = nullptr;
        int y = 0; // in the viewport
    };

    void followFocus(QWidget *before, QWidget *now);
    void chainFocus();
    void fillAddMenu();
    Anchor anchor() const;
    void restore(const Anchor &anchor);

    FormHost &m_host;
    Banner *m_obstacle;
    QAction *m_goToLine;
    QScrollArea *m_area;
    QWidget *m_page;
    QVBoxLayout *m_column;
    FieldGroup *m_fields = nullptr;
    QLabel *m_othersTitle;
    FieldGroup *m_others = nullptr;
    QToolButton *m_addField;
    QLabel *m_hint;
    QPointer<QWidget> m_lastFocus;
    QList<QWidget *> m_chain; // as Tab goes; to be compared alone: some may be gone
    int m_line = 0;
    bool m_hasFields = false;
};

} // namespace casebook
