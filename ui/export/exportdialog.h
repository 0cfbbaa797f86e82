#pragma once

#include "ui/report/briefing.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace casebook {

/// What may be exported, in numbers and words.
struct ExportChoice {
    int shown = 0;      ///< cases in the tree
    int selected = 0;   ///< of them selected; fewer than two offer no choice
    QString selection;  ///< the query in words; may be empty
    QString proposedName; ///< of the file, without a folder
};

/// Asks what to export as a PDF, how, and where to. Remembers folder and paper.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const ExportChoice &choice, const BriefingOptions &options, QWidget *parent = nullptr);

    /// The options with what was asked for.
    BriefingOptions options() const;
    QString path() const;
    bool onlySelected() const;

    void accept() override;

private:
    void browse();
    void check();

    BriefingOptions m_options;
    QLineEdit *m_title;
    QLineEdit *m_path;
    QComboBox *m_paper;
    QRadioButton *m_all;
    QRadioButton *m_selected;
    QLabel *m_complaint;
    QPushButton *m_export;
};

} // namespace casebook
