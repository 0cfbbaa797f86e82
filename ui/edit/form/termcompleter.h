#pragma once

#include <QCompleter>

namespace casebook {

class TermModel;

/// Completes the id of a term from what is typed anywhere in its label or id. The list goes with the field that it belongs to.
class TermCompleter : public QCompleter {
    Q_OBJECT

public:
    /// The model stays its owner's.
    TermCompleter(TermModel *model, QObject *parent);

    QString pathFromIndex(const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace casebook
