#pragma once

#include "core/evidence/evidencerules.h"

#include <QFrame>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace casebook {

/// Explains how strong a piece of evidence is, step by step: a small window of its own that has the keys while it is
/// open, and that Escape, Return or a click beside it closes. It deletes itself then.
class EvidencePanel : public QFrame {
    Q_OBJECT

public:
    /// What is explained.
    struct Content {
        QString about; ///< the claim, or the case's title
        QString word;  ///< wordOf()
        QList<EvidenceStep> steps;
        bool legend = false; ///< says what all the words mean as well
        QString seen = {};   ///< of the claim in the copy of its source, in lines; may be empty
    };

    EvidencePanel(const Content &content, QWidget *parent);

    /// Shows it below or above a place on the screen, wherever there is room.
    void popUp(const QRect &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addLabel(const QString &text, const QFont &font, bool muted);
    void addSteps(const QList<EvidenceStep> &steps);
    void addLegend();
    void addRow(QGridLayout *grid, const QString &name, const QString &text);

    QPointer<QWidget> m_before; ///< had the keys
};

} // namespace casebook
