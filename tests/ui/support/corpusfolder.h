#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace casebook {

/// A corpus in a temporary folder, to be changed at will. Paths are relative to it; a write that fails ends the test.
class CorpusFolder {
public:
    CorpusFolder();

    QString root() const { return m_root; }
    QString path(const QString &name) const { return m_root + u'/' + name; }
    /// Writes in place, making the folders it needs.
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    bool exists(const QString &name) const;
    void remove(const QString &name) const;
    void rename(const QString &from, const QString &to) const;

    /// Puts a copy of the bundled corpus here.
    void copyBundled() const;
    /// Puts five cases here that differ in every field the window shows: alpha and beta (migrating), gamma (adopting),
    /// delta (against), epsilon (in no group).
    void writeSmall() const;
    /// Puts `count` more cases here, "case-0000" and so on.
    void writeMany(int count) const;

private:
    QTemporaryDir m_folder;
    QString m_root;
};

/// A case file of the small corpus; empty fields are left out.
QByteArray caseText(const QByteArray &title, const QByteArray &frontMatter, const QByteArray &body = "Some text.\n");

} // namespace casebook
