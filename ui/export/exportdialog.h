#pragma once

#include "core/corpus/corpus.h"
#include "core/query/searchresult.h"
#include "ui/report/briefing.h"

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace casebook {

class BriefingForm;
class BriefingPreview;

/// What may be exported, in numbers and words, and for the preview itself.
struct ExportChoice {
    int shown = 0;                                  ///< cases in the tree
    int selected = 0;                               ///< of them selected; fewer than two offer no choice
    QString selection;                              ///< the query in words; may be empty
    QString proposedName;                           ///< of the file, without a folder
    std::shared_ptr<const Corpus> corpus = nullptr; ///< as it is now, for the preview; null: there is none
    SearchResult shownCases = {};
    SearchResult selectedCases = {};
    QString view = {}; ///< the name of the saved view that is shown; empty: none
};

/// The same for cases that were picked by hand: no query tells which.
BriefingOptions pickedOneByOne(BriefingOptions options);

/// Asks what to export, in which format, how, and where to; shows the pages of a PDF as they will be. Remembers folder,
/// format and all but the texts.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `options` hold the texts to begin with, and, where a view has a recipe, that.
    ExportDialog(ExportChoice choice, const BriefingOptions &options, QWidget *parent = nullptr);

    /// The options with what was asked for.
    BriefingOptions options() const;
    /// "pdf", or the name of a text format.
    QString format() const;
    QString path() const;
    bool onlySelected() const;
    const ExportChoice &choice() const { return m_choice; }

    void accept() override;
    void done(int result) override;

signals:
    /// To be printed instead; the dialog closes.
    void printRequested();
    /// The view is to keep this recipe; pictures lie in the corpus.
    void keepRequested(const BriefingRecipe &recipe);

private:
    void keep();
    void print();
    QPushButton *addButton(const QString &name, const QString &text);
    void addChoices(QFormLayout *form);
    QWidget *makePlace();
    QString suffix() const;
    void changeFormat();
    void browse();
    void check();
    void fitToScreen();
    void updatePreview();
    void askToReplace();

    ExportChoice m_choice;
    BriefingOptions m_options;
    QComboBox *m_format;
    BriefingForm *m_form;
    BriefingPreview *m_preview;
    QLineEdit *m_path;
    QRadioButton *m_all;
    QRadioButton *m_selected;
    QLabel *m_complaint;
    QPushButton *m_export;
    QPushButton *m_keep;
    QPushButton *m_print;
    QDialogButtonBox *m_buttons;
};

} // namespace casebook
