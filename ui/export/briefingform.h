#pragma once

#include "core/exporters/briefingrecipe.h"

#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace casebook {

/// The fields for what makes a briefing: texts, paper, parts and so on.
class BriefingForm : public QWidget {
    Q_OBJECT

public:
    explicit BriefingForm(QWidget *parent = nullptr);

    BriefingRecipe recipe() const;
    void setRecipe(const BriefingRecipe &recipe);
    /// How wide the column of labels is, in pixels, so that rows around the form stand in line with it.
    int labelWidth() const;

signals:
    /// Whenever recipe() answers something else, whether a person or the program changed it.
    void changed();

private:
    void addTexts(QFormLayout *form);
    void addPaper(QFormLayout *form);
    void addParts(QFormLayout *form);
    void addLogo(QFormLayout *form);
    void chooseLogo();
    QLineEdit *line(const QString &name);

    QLineEdit *m_title;
    QLineEdit *m_question;
    QLineEdit *m_notice;
    QLineEdit *m_logo;
    QComboBox *m_paper;
    QComboBox *m_layout;
    QCheckBox *m_grey;
    std::array<QDoubleSpinBox *, 4> m_margins; ///< left, top, right, bottom
    std::array<QCheckBox *, 5> m_parts;        ///< summary, contents, cases, sources, appendix
};

/// What was chosen last, without the texts that are about one corpus; the usual recipe where nothing was.
BriefingRecipe rememberedRecipe();
/// Keeps in the person's settings what rememberedRecipe() answers.
void rememberRecipe(const BriefingRecipe &recipe);

} // namespace casebook
