#include "core/corpus/corpus.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Corpus", text);
}

} // namespace

Corpus::Corpus(CorpusLayout layout, Schema schema, Problems descriptionProblems)
    : m_layout(std::move(layout)), m_schema(std::move(schema)), m_descriptionProblems(std::move(descriptionProblems))
{
}

CaseStudyPtr Corpus::find(const QString &id) const
{
    const int position = positionOf(id);
    return position < 0 ? nullptr : at(position);
}

void Corpus::add(const CaseStudies &cases)
{
    for (const CaseStudyPtr &study : cases) {
        const auto position = m_positions.constFind(study->id);
        if (position != m_positions.constEnd()) {
            m_cases[static_cast<std::size_t>(*position)] = study;
        } else {
            m_positions.insert(study->id, size());
            m_cases.push_back(study);
        }
    }
}

void Corpus::remove(const QStringList &ids)
{
    const QSet<QString> gone(ids.begin(), ids.end());
    std::erase_if(m_cases, [&](const CaseStudyPtr &study) { return gone.contains(study->id); });
    m_positions.clear();
    for (int position = 0; position < size(); ++position)
        m_positions.insert(at(position)->id, position);
}

void Corpus::sortById()
{
    std::sort(m_cases.begin(), m_cases.end(), [](const auto &a, const auto &b) { return a->id < b->id; });
    for (int position = 0; position < size(); ++position)
        m_positions[at(position)->id] = position;
}

Problems Corpus::problemsOf(const CaseStudy &study) const
{
    return study.problems + m_across.value(study.id);
}

QList<FileProblem> Corpus::allProblems() const
{
    QList<FileProblem> all;
    for (const Problem &problem : m_descriptionProblems)
        all.append({u"corpus.yaml"_s, problem});
    for (const QString &path : m_refused) {
        const bool linked = QFileInfo(m_layout.absolute(path)).isSymLink();
        all.append({path,
                    {linked ? Severity::Warning : Severity::Error, 0, 0,
                     linked ? translate("This symbolic link leads out of the corpus and is not followed.")
                            : translate("This folder cannot be read: its permissions forbid it.")}});
    }
    const qsizetype casesFrom = all.size();
    for (const CaseStudyPtr &study : m_cases) {
        const Problems problems = problemsOf(*study);
        for (const Problem &problem : problems)
            all.append({study->path, problem});
    }
    std::stable_sort(all.begin() + casesFrom, all.end(), [](const FileProblem &a, const FileProblem &b) {
        return std::tie(a.path, a.problem.line, a.problem.column) < std::tie(b.path, b.problem.line, b.problem.column);
    });
    return all;
}

} // namespace casebook
