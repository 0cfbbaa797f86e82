#pragma once

#include "core/document/typingplace.h"
#include "ui/edit/editcontext.h"
#include "ui/edit/form/formterms.h"

namespace casebook {

/// What may stand where something is being typed.
struct TermOffer {
    TypingPlace place;
    FieldSpec spec;          ///< of a value: the field that it is a value of
    bool keys = false;       ///< names of fields are offered, else values
    QStringList collections; ///< of those the ones whose value stands on lines of its own
    bool known =
        false; ///< a set that the schema knows, as names and vocabularies are: to be shown before anything is typed
    bool free = false; ///< of a field that mostly has a text of its own: to be shown only where it is asked for
    QList<Term> terms; ///< the best first; none where there is nothing to add to what is typed

    bool isEmpty() const { return terms.isEmpty(); }
};

/// What takes the place of a TypingPlace.
struct TermText {
    QString text;
    bool endsKey = false; ///< a value is to follow
};

/// What the source of a case may be completed with: names of fields and of the parts of records, those that are not
/// there yet first; vocabularies, groups, the case's own records, other cases, and values in use. GUI thread, but no
/// widget.
class SourceTerms {
public:
    void setContext(const EditContext &context) { m_terms.setContext(context); }

    /// `text` as typingPlace() wants it. What is typed may stand anywhere in a name or a label. `asked`: by a person,
    /// who is to see what else there is where a word stands already.
    TermOffer offer(const QString &text, qsizetype cursor, bool asked = false);
    /// A term of an offer as it is to be written: in quotes where it would be read as something else, and where a
    /// quotation mark was typed; a name with its colon.
    static TermText written(const TermOffer &offer, const Term &term);

private:
    QList<Term> keys(TermOffer &offer, const QList<FieldSpec> &specs) const;
    QList<Term> values(TermOffer &offer, const FieldSpec &spec, const QString &text);

    FormTerms m_terms;
};

} // namespace casebook
