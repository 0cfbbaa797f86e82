#pragma once

#include <QDialog>
#include <QString>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace casebook {

/// Asks which document is to be imported, a file or an address, and into which corpus: the open one, or a new one in a
/// folder of its own. Stays while the document is fetched and read, shows how far that is, and what went wrong.
class ImportStartDialog : public QDialog {
    Q_OBJECT

public:
    /// `openCorpus`: the name of the open corpus; empty where none is open.
    explicit ImportStartDialog(const QString &openCorpus, QWidget *parent = nullptr);

    /// A path, or an address; without blanks around it.
    QString source() const;
    void setSource(const QString &text);
    /// The folder of the new corpus; empty: the open one is meant.
    QString newFolder() const;

    /// `total` 0: nobody knows. The fields are closed until showFailure() or the dialog's end.
    void showProgress(const QString &text, qint64 done = 0, qint64 total = 0);
    void showFailure(const QString &message);
    /// Nothing is under way any more.
    void showIdle();

    void reject() override;

signals:
    /// The document is to be read and looked at.
    void requested();
    /// What is under way is to stop.
    void cancelled();

private:
    QWidget *makeSource();
    QWidget *makeTarget(const QString &openCorpus);
    void chooseFile();
    void chooseFolder();
    void request();
    void showHint();
    void setBusy(bool busy);

    QLineEdit *m_source;
    QLabel *m_hint;
    QPushButton *m_useHint;
    QRadioButton *m_intoOpen;
    QRadioButton *m_intoNew;
    QLineEdit *m_folder;
    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_preview = nullptr;
    QList<QWidget *> m_fields; ///< closed while something is under way
    bool m_isBusy = false;
};

} // namespace casebook
