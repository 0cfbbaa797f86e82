#pragma once

#include "core/corpus/schema.h"

#include <QListView>

namespace casebook {

class TermModel;

/// A list of terms beside what is being typed: what stands in the file, and what it means. It never takes the focus:
/// whoever has it hands the keys on.
class CompletionPopup : public QListView {
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget *parent);
    ~CompletionPopup() override;

    /// Shows terms below `place`, a rectangle of `widget`, or above it where there is more room. With `choose` the
    /// first of them is the current one, else none is.
    void showTerms(const QList<Term> &terms, QWidget *widget, const QRect &place, bool choose);
    /// Puts it beside another place.
    void moveTo(QWidget *widget, const QRect &place);
    /// Makes another term the current one, by rows; from none the first or the last.
    void step(int rows);
    /// Null where none is current.
    const Term *current() const;
    const Term *first() const;

signals:
    /// A term was clicked.
    void chosen(const casebook::Term &term);

private:
    QSize wantedSize() const;

    TermModel *m_model;
};

} // namespace casebook
