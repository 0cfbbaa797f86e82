#include "ui/export/copycase.h"

#include "core/exporters/casemarkdown.h"
#include "core/exporters/citation.h"
#include "core/exporters/htmlcase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace casebook {

using namespace Qt::StringLiterals;

QMimeData *copiedCase(CopyAs how, const Corpus &corpus, const CaseStudy &study)
{
    auto *data = new QMimeData;
    if (how == CopyAs::Citation) {
        data->setText(citation(study, corpus.schema()));
        return data;
    }
    const QString markdown = caseMarkdown(corpus, study);
    data->setText(markdown);
    if (how == CopyAs::Markdown) {
        data->setData(u"text/markdown"_s, markdown.toUtf8());
    } else {
        HtmlCaseRules rules;
        rules.level = 2;
        rules.pictures = false; // a clipboard need not hold megabytes
        data->setHtml(caseHtml(corpus, study, rules));
    }
    return data;
}

void copyCase(CopyAs how, const Corpus &corpus, const CaseStudy &study)
{
    QGuiApplication::clipboard()->setMimeData(copiedCase(how, corpus, study));
}

} // namespace casebook
