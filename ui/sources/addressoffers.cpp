#include "ui/sources/addressoffers.h"

#include "core/corpus/session.h"
#include "ui/curate/casecommands.h"
#include "ui/curate/filework.h"
#include "ui/curate/plandialog.h"

namespace casebook {

using namespace Qt::StringLiterals;

AddressOffers::AddressOffers(const CorpusSession &session, CaseCommands &commands, QWidget *window)
    : QObject(window), m_session(session), m_commands(commands), m_window(window), m_planning(new FileWork(this))
{
}

void AddressOffers::offer(const QList<AddressChange> &changes, const QString &title, const QString &explanation)
{
    const Corpus &corpus = m_session.corpus();
    const auto plan = std::make_shared<Plan>();
    m_planning->start(
        [plan, layout = corpus.layout(), schema = corpus.schema(), paths = pathsCiting(corpus, changes),
         changes](const FileProgress &progress) { *plan = planAddresses(layout, schema, paths, changes, progress); },
        [this, plan, title, explanation] {
            if (!plan->cancelled && !(plan->files.isEmpty() && plan->leftOut.isEmpty()))
                show(*plan, title, explanation);
        });
}

void AddressOffers::show(const Plan &plan, const QString &title, const QString &explanation)
{
    auto *dialog = new PlanDialog(title, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"addressDialog"_s);
    dialog->setExplanation(explanation);
    dialog->setAction([](int count) { return tr("Change %Ln file(s)", nullptr, count); });
    dialog->setPlan(plan);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_commands.carryOut(dialog->chosenPlan(), tr("The sources have their new addresses"),
                            tr("Some addresses could not be changed"));
    });
    dialog->open();
}

} // namespace casebook
