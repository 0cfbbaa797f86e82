#pragma once

#include "ui/edit/editcontext.h"
#include "ui/edit/form/fieldspec.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace casebook {

class TermModel;

/// What the fields of a form may hold: the models are made when they are first asked for, and shared by all fields of
/// one path, as the parts of a list's records are. They belong to this, and change their terms rather than go.
class FormTerms : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether the schema is another one: then all models go, and who shows them has to be made anew. Otherwise they
    /// stay, and what is suggested is looked up again.
    bool setContext(const EditContext &context);
    const EditContext &context() const { return m_context; }
    /// The records that a field of the case at hand has, for the parts that name one by its number.
    void setRecords(const QString &field, const QList<Term> &records);

    /// The terms that a field chooses from, the empty one first where it may be empty; null where any value goes.
    TermModel *choices(const FieldSpec &spec);
    /// What to offer while a value is typed: the vocabulary, then the values in use, or the other cases. May read the
    /// whole corpus the first time.
    TermModel *suggestions(const FieldSpec &spec);
    /// The term of a value, with the value itself as its label where there is none. Reads nothing but the schema.
    Term term(const FieldSpec &spec, const QString &value) const;

private:
    struct Choices {
        FieldSpec spec;
        TermModel *model = nullptr;
    };

    QList<Term> vocabulary(const FieldSpec &spec) const;
    QList<Term> choosable(const FieldSpec &spec) const;
    QList<Term> suggested(const FieldSpec &spec) const;

    EditContext m_context;
    QHash<QString, QList<Term>> m_records;     // by the field's id
    QHash<QString, Choices> m_choices;         // by the path in the schema
    QHash<QString, TermModel *> m_suggestions; // the same
    QSet<QString> m_fresh;                     // paths whose suggestions are those of the context
};

} // namespace casebook
