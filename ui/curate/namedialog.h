#pragma once

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace casebook {

class Schema;

/// Asks for what a case is to be called: an id, and for a new one its title and group too. Says at once what is wrong
/// with an id; OK is there only for a good one.
class NameDialog : public QDialog {
    Q_OBJECT

public:
    /// `isTaken` tells whether an id is not free.
    NameDialog(const QString &title, const QString &action, std::function<bool(const QString &)> isTaken,
               QWidget *parent = nullptr);

    /// Asks for a title and a group too; the id follows the title until it is edited.
    void askForTitle(const Schema &schema, const QString &group);
    /// Asks for a title too, with one to begin with; the id follows as soon as the title is edited.
    void proposeTitle(const QString &title);
    /// The folder, as ids name it, that ids made of titles lie in.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// The present id of a case that is to be renamed: it must change.
    void setOldId(const QString &id);
    /// An id to begin with; it may stay.
    void proposeId(const QString &id);

    QString id() const;
    QString caseTitle() const;
    QString group() const;

private:
    void addTitle();
    void check();
    QString complaint() const;

    std::function<bool(const QString &)> m_isTaken;
    QLineEdit *m_title = nullptr;
    QComboBox *m_group = nullptr;
    QLineEdit *m_id;
    QLabel *m_complaint;
    QPushButton *m_ok;
    QString m_oldId; ///< not accepted again
    QString m_folder;
    bool m_idEdited = false;
};

} // namespace casebook
