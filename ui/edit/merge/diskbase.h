#pragma once

#include "ui/edit/editbuffer.h"

#include <QObject>
#include <QSet>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace casebook {

/// A version of a file on disk.
struct DiskVersion {
    QByteArray hash; ///< contentHash() of the bytes
    EditBuffer buffer;
};

/// The version on disk that a text being edited is a change of.
///
/// Undo may take out of the text what another program had changed on disk and what the text has taken in since: then
/// the text is a change of the version before that again, and saving it must not pass for having seen the later one. So
/// the base follows the text's undo steps.
class DiskBase : public QObject {
    Q_OBJECT

public:
    /// The document must live as long as the base.
    explicit DiskBase(const QTextDocument *document, QObject *parent = nullptr);

    const DiskVersion &current() const { return m_reached == 0 ? m_first : m_steps[m_reached - 1].version; }
    /// The text was read, or written, and has no other past.
    void reset(DiskVersion version);
    /// The text has just taken in a version, by one step of undo; where nothing in it had to change, by none.
    void advance(DiskVersion version, bool changedText);
    /// What the last advance() has put into the text has just been taken out of it, by another step of undo.
    void retreat();
    /// Whether a person has taken this version out of the text again.
    bool isRefused(const QByteArray &hash) const { return m_refused.contains(hash); }
    bool hasRefused() const { return !m_refused.isEmpty(); }

signals:
    /// Undo or redo has led to another version.
    void moved();

private:
    struct Step {
        int position = 0; // of the undo stack, after the step
        DiskVersion version;
        QByteArray refused; // by the step itself: it took that version out
    };

    void follow();
    void findRefused();

    const QTextDocument *m_document;
    DiskVersion m_first;
    QList<Step> m_steps;
    int m_reached = 0; // steps that are in the text
    QSet<QByteArray> m_refused;
    QSet<QByteArray> m_lost; // versions whose taking in was undone for good
    bool m_isNewEdit = false;
};

} // namespace casebook
