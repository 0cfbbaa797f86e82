#pragma once

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace casebook {

/// Asks what a saved view is to be called, and for a sentence about it. Says at once where a name is taken.
class ViewNameDialog : public QDialog {
    Q_OBJECT

public:
    /// `isTaken` tells whether another view has the name.
    ViewNameDialog(const QString &title, const QString &action, std::function<bool(const QString &)> isTaken,
                   QWidget *parent = nullptr);

    /// What to begin with.
    void propose(const QString &name, const QString &description);
    /// A line about what is saved, and one about where, made of the name.
    void setExplanation(const QString &what, std::function<QString(const QString &name)> where);

    QString name() const;
    QString description() const;

private:
    void check();

    std::function<bool(const QString &)> m_isTaken;
    std::function<QString(const QString &)> m_where;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QLabel *m_what;
    QLabel *m_note; ///< what is wrong, else where the file will be
    QPushButton *m_ok;
};

} // namespace casebook
