#include "ui/report/briefingmeter.h"

#include "ui/report/reportwords.h"

#include <algorithm>

namespace casebook {

namespace {

constexpr qreal layoutShare = 0.9; // of all that is to be done for a file; the rest is putting it together

} // namespace

BriefingMeter::BriefingMeter(BriefingProgress progress)
    : m_progress(std::move(progress)), m_thread(QThread::currentThreadId())
{
}

void BriefingMeter::begin(BriefingStep::Phase phase, int cases, int pages)
{
    m_phase = phase;
    m_allCases = cases;
    m_allPages = pages;
    m_cases = 0;
    m_pages = 0;
}

void BriefingMeter::addPage()
{
    ++m_pages;
    tellHere();
}

void BriefingMeter::addCase()
{
    ++m_cases;
    tellHere();
}

void BriefingMeter::tellHere()
{
    if (QThread::currentThreadId() == m_thread)
        tell();
}

bool BriefingMeter::tell()
{
    if (!m_stopped && m_progress && !m_progress(step()))
        m_stopped = true;
    return !m_stopped;
}

bool BriefingMeter::tellEnd()
{
    BriefingStep last = step();
    last.share = 1;
    if (!m_stopped && m_progress && !m_progress(last))
        m_stopped = true;
    return !m_stopped;
}

BriefingStep BriefingMeter::step() const
{
    return {m_phase, m_pages, m_allPages, m_cases, m_allCases, share()};
}

qreal BriefingMeter::share() const
{
    const auto part = [](int done, int all) { return all > 0 ? std::min(1.0, qreal(done) / all) : 0.0; };
    switch (m_phase) {
    case BriefingStep::Phase::LayOut:
        return part(m_cases, m_allCases) * (m_rounds > 1 ? 1.0 / m_rounds : layoutShare);
    case BriefingStep::Phase::Write:
        return layoutShare + part(m_pages, m_allPages) * (1 - layoutShare);
    case BriefingStep::Phase::Print:
        break;
    }
    return (m_round + part(m_pages, m_allPages)) / m_rounds;
}

QString stepInWords(const BriefingStep &step)
{
    const QString page = QString::number(std::max(1, step.pages));
    const QString pages = QString::number(step.allPages);
    switch (step.phase) {
    case BriefingStep::Phase::LayOut:
        break;
    case BriefingStep::Phase::Write:
        return ReportWords::tr("Writing page %1 of %2").arg(page, pages);
    case BriefingStep::Phase::Print:
        return ReportWords::tr("Printing page %1 of %2").arg(page, pages);
    }
    if (step.cases == step.allCases)
        return ReportWords::tr("Laying out page %1").arg(page);
    return ReportWords::tr("Laying out page %1, case %2 of %3")
        .arg(page, QString::number(step.cases + 1), QString::number(step.allCases));
}

} // namespace casebook
