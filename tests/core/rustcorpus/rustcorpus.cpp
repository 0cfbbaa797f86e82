#include "tests/core/rustcorpus/rustcorpus.h"

#include "core/corpus/casereader.h"
#include "core/corpus/loader.h"
#include "core/markdown/parser.h"

#include <QFile>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

Corpus load()
{
    Result<Corpus> corpus = loadCorpus(dataFolder() + u"/rust"_s);
    if (!corpus)
        qFatal("%s", qPrintable(corpus.error().message));
    return std::move(*corpus);
}

} // namespace

QString dataFolder()
{
    return QStringLiteral(CASEBOOK_SOURCE_DIR "/data");
}

const Corpus &rustCorpus()
{
    static const Corpus corpus = load();
    return corpus;
}

const CaseStudy &rustCase(const QString &id)
{
    const CaseStudyPtr study = rustCorpus().find(id); // the corpus keeps it
    if (!study)
        qFatal("there is no case %s", qPrintable(id));
    return *study;
}

QStringList rustIds()
{
    QStringList ids;
    for (const CaseStudyPtr &study : rustCorpus().cases())
        ids.append(study->id);
    ids.sort();
    return ids;
}

QString fileText(const CaseStudy &study)
{
    return textOfFile(rustCorpus().layout().absolute(study.path));
}

QString bodyWords(const CaseStudy &study)
{
    const Document document = Document::parse(fileText(study).toUtf8());
    return plainText(parseMarkdown(document.bodyText()));
}

QString textOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

} // namespace casebook
