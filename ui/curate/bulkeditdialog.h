#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"
#include "core/curate/fieldchange.h"
#include "ui/curate/plandialog.h"

#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace casebook {

class FileWork;
class ValueLine;

/// Asks for a change of one field of several cases, and shows what that does to every file before it is done.
///
/// The plan follows what is typed, made on another thread; until it is there, nothing can be agreed to.
class BulkEditDialog : public PlanDialog {
    Q_OBJECT

public:
    BulkEditDialog(CorpusLayout layout, Schema schema, const CaseStudies &cases, QWidget *parent = nullptr);

    /// Where values to choose from come from, besides vocabularies: those in use at a path, the most frequent first.
    void setValuesInUse(std::function<QStringList(const QString &path)> values) { m_valuesInUse = std::move(values); }

    /// What is asked for; nothing while that makes no sense.
    std::optional<FieldChange> change() const;

    Plan chosenPlan() const override;
    void accept() override;

private:
    QWidget *makeControls();
    void fillFields(const CaseStudies &cases);
    /// The path of the chosen or typed field; an empty one where it makes no sense.
    FieldPath fieldPath() const;
    const Field *field() const { return fieldAt(m_schema, fieldPath()); }
    FieldChange::Kind kind() const;
    void showField();
    void showKind();
    void changeSoon();
    void makePlan();
    QString complaint() const;
    static QString planName(FieldChange::Kind kind, const QString &label, int count);

    CorpusLayout m_layout;
    Schema m_schema;
    QStringList m_paths;
    std::function<QStringList(const QString &)> m_valuesInUse;
    QComboBox *m_field;
    QComboBox *m_kind;
    ValueLine *m_value;
    QLabel *m_complaint;
    QTimer m_soon;
    FileWork *m_work;
    bool m_kindChosen = false; ///< by a person: it stays where another field has it too
};

} // namespace casebook
