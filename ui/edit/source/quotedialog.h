#pragma once

#include "ui/edit/markdown/blocks.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace casebook {

class Schema;

/// Asks for a text to quote, and where it comes from: a source of the case, another page, or nothing that is named.
class QuoteDialog : public QDialog {
    Q_OBJECT

public:
    /// `text` is what to begin with.
    QuoteDialog(const QString &text, const QList<QuoteSource> &sources, QWidget *parent = nullptr);

    /// The attributed quote, as Markdown.
    QString quote() const;

private:
    void fillSources();
    void showState();
    QuoteSource source() const;

    QList<QuoteSource> m_sources;
    QPlainTextEdit *m_text;
    QComboBox *m_source;
    QLineEdit *m_title;
    QLineEdit *m_address;
    QLineEdit *m_speaker;
    QFormLayout *m_form;
    QPushButton *m_insert;
};

/// The sources that a case has by its text, a whole file, and the schema's role of sources; in their order. Empty where
/// the front matter cannot be read.
QList<QuoteSource> quoteSources(const QByteArray &file, const Schema &schema);

} // namespace casebook
