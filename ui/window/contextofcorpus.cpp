#include "ui/window/contextofcorpus.h"

#include "core/query/valuesinuse.h"

namespace casebook {

EditContext contextOf(const Corpus &corpus)
{
    EditContext context;
    context.schema = corpus.schema();
    context.valuesInUse = [&corpus](const QString &path) { return valuesInUse(corpus, path); };
    context.cases = [&corpus] {
        QList<CaseName> names;
        names.reserve(corpus.size());
        for (const CaseStudyPtr &study : corpus.cases())
            names.append({study->id, study->title});
        return names;
    };
    return context;
}

} // namespace casebook
