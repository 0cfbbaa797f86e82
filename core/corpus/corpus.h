#pragma once

#include "core/corpus/casestudy.h"
#include "core/corpus/layout.h"
#include "core/corpus/schema.h"
#include "core/sources/sourcefacts.h"

#include <QDate>
#include <QHash>

namespace casebook {

/// A problem and the file that it is in.
struct FileProblem {
    QString path; ///< relative to the corpus
    Problem problem;

    bool operator==(const FileProblem &) const = default;
};

/// A folder of case studies, in memory. A value without a thread of its own: whoever loads it fills it.
///
/// Cases have a position, from 0, which holds until the next change.
class Corpus {
public:
    Corpus() = default;
    Corpus(CorpusLayout layout, Schema schema, Problems descriptionProblems);

    const CorpusLayout &layout() const { return m_layout; }
    const Schema &schema() const { return m_schema; }
    /// Only an inferred schema is ever replaced: when more files have been seen.
    void setSchema(Schema schema) { m_schema = std::move(schema); }

    /// The day to which the age of evidence is counted: the loader's today. An invalid one makes nothing old.
    const QDate &today() const { return m_today; }
    void setToday(const QDate &today) { m_today = today; }

    /// What is known of the pages that its cases cite; null: nothing.
    const SourceFactsPtr &sourceFacts() const { return m_sourceFacts; }
    void setSourceFacts(SourceFactsPtr facts) { m_sourceFacts = std::move(facts); }

    const CaseStudies &cases() const { return m_cases; }
    int size() const { return static_cast<int>(m_cases.size()); }
    const CaseStudyPtr &at(int position) const { return m_cases[static_cast<std::size_t>(position)]; }
    /// The case with an id, or null.
    CaseStudyPtr find(const QString &id) const;
    /// The position of an id, or -1.
    int positionOf(const QString &id) const { return m_positions.value(id, -1); }

    /// Adds cases, or replaces those of the same id. Positions of cases already there stay.
    void add(const CaseStudies &cases);
    /// Takes cases out. Positions change.
    void remove(const QStringList &ids);
    /// Puts the cases in the order of their ids, so that every load gives the same positions.
    void sortById();

    /// What only all cases together can tell: see validateAcross().
    void setAcrossProblems(QHash<QString, Problems> problems) { m_across = std::move(problems); }
    /// A case's own problems and those that all cases together showed.
    Problems problemsOf(const CaseStudy &study) const;
    /// Folders that were not entered, since a symbolic link led out of the corpus, or since they may not be read.
    void setRefused(QStringList paths) { m_refused = std::move(paths); }
    /// Every problem of the corpus: its description's, refused folders, then cases by path.
    QList<FileProblem> allProblems() const;

private:
    CorpusLayout m_layout;
    Schema m_schema;
    QDate m_today;
    SourceFactsPtr m_sourceFacts;
    Problems m_descriptionProblems;
    CaseStudies m_cases;
    QHash<QString, int> m_positions; ///< by id
    QHash<QString, Problems> m_across;
    QStringList m_refused;
};

} // namespace casebook
