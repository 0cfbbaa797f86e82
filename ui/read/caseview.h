#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"
#include "core/document/document.h"
#include "core/evidence/evidence.h"
#include "core/provenance/provenance.h"
#include "core/sources/sourcefacts.h"
#include "ui/read/matchmarks.h"
#include "ui/read/typesetview.h"

#include <QDate>

#include <functional>
#include <optional>

namespace casebook {

/// What a view needs to know to show a case.
struct ShownCase {
    CaseStudyPtr study;
    Document document; ///< the file's bytes
    Problems problems; ///< of the file, and what all cases together showed
    Schema schema;
    CorpusLayout layout;
    QColor accent; ///< the group's
    /// The title of a related case's id, or "" where there is no such case. May be empty.
    std::function<QString(const QString &)> titleOf;
    /// What is said of the copies that are kept of a source's page, by its address; "" where none is. May be empty.
    std::function<QString(const QString &)> copyOf = {};
    QDate today = {}; ///< to which the age of evidence is counted
    SourceFactsPtr facts = {}; ///< what is known of its sources; may be null
    QList<Provenance> provenance = {}; ///< what was seen of its claims and quotes in the copies of its sources
};

/// A case study as it is read, its images scaled to the pane. Links inside the corpus become signals.
class CaseView : public TypesetView {
    Q_OBJECT

public:
    explicit CaseView(QWidget *parent = nullptr);

    /// Shows a case. The same case again, changed, keeps the place that is being read.
    void showCase(const ShownCase &shown);
    void showNothing(const QString &message);
    /// Tells beside the claims and quotes of the case what was seen of them. It stays until the case has changed.
    void setProvenance(const QList<Provenance> &provenance);
    bool hasCase() const { return m_shown.study != nullptr; }
    QString currentId() const { return m_shown.study ? m_shown.study->id : QString(); }

    /// What is shown; its study is null where nothing is.
    const ShownCase &shown() const { return m_shown; }

    /// Marks the words and phrases (folded) that a query asks for, from now on in every case.
    void setSought(const QList<QByteArray> &sought);
    const MatchMarks &matches() const { return m_matches; }
    /// Goes to a place of them, from 0, and shows it. False where there is none of that number.
    bool goToMatch(int place);

    /// Whether there is evidence to explain.
    bool hasEvidence() const { return evidence().has_value(); }
    /// Opens a panel that explains the strength of a claim (its number, from 1) or of the case (0). Does nothing where
    /// there is none.
    void explainEvidence(int claim = 0);

signals:
    /// Another case is shown, the same one again, or none.
    void caseShown();
    void caseRequested(const QString &id);
    /// To read what is kept of a source's page.
    void snapshotRequested(const QString &url);
    /// To keep a copy of a source's page.
    void copyRequested(const QString &url);
    /// To read the copy of a source's page that has this sum, at a passage where that is not empty.
    void passageRequested(const QString &url, const QString &passage, const QByteArray &sha256);
    /// To the source of this case, at a line from 1.
    void lineRequested(int line);
    /// Other matches than before, or another one is current.
    void matchesChanged();

protected:
    bool fill(QTextDocument *document, const TypeStyle &style, qsizetype limit) override;
    void documentReplaced() override;
    QList<QTextEdit::ExtraSelection> ownMarks() const override { return m_matches.selections(palette()); }
    bool followOwn(const QString &address) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void findMatches(bool keepCurrent);
    std::optional<CaseEvidence> evidence() const;
    QRect placeOf(const QString &address) const;

    ShownCase m_shown;
    QString m_message;
    MatchMarks m_matches;
};

} // namespace casebook
