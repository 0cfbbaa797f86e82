#include "tests/bench/generator.h"

#include "tests/bench/casename.h"
#include "tests/bench/casetext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtConcurrent>

#include <atomic>
#include <vector>

namespace casebook::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int chunkSize = 500; // cases that one task writes

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

Error cannotWrite(const QString &path)
{
    return Error{QCoreApplication::translate("Generator", "%1 cannot be written.").arg(path)};
}

} // namespace

Result<GeneratedCorpus> generateCorpus(const QString &folder, int cases, quint64 seed, FacetFields facets)
{
    const QDir root(QDir(folder).absolutePath()); // what a relative QDir makes lies in the current folder
    if (root.exists() && !root.isEmpty())
        return Error{QCoreApplication::translate("Generator", "%1 is not empty: choose another folder.").arg(folder)};
    const QString caseFolder = root.filePath(u"cases"_s);
    if (!root.mkpath(caseFolder) || !writeFile(root.filePath(u"corpus.yaml"_s), corpusDescription(facets)))
        return cannotWrite(folder);
    for (int first = 0; cases > mostInOneFolder && first < cases; first += 1000) {
        const QByteArray id = caseName(seed, first, cases).id;
        if (!root.mkpath(caseFolder + u'/' + QString::fromUtf8(id.left(id.indexOf('/')))))
            return cannotWrite(folder);
    }

    std::vector<int> chunks;
    for (int first = 0; first < cases; first += chunkSize)
        chunks.push_back(first);
    std::atomic<qint64> bytes = 0;
    std::atomic<bool> failed = false;
    QtConcurrent::blockingMap(chunks, [&](int first) {
        for (int index = first; index < std::min(first + chunkSize, cases) && !failed; ++index) {
            const QByteArray text = caseText(seed, index, cases);
            const QString id = QString::fromUtf8(caseName(seed, index, cases).id);
            failed = failed || !writeFile(caseFolder + u'/' + id + u".md"_s, text);
            bytes += text.size();
        }
    });
    if (failed)
        return cannotWrite(caseFolder);
    return GeneratedCorpus{cases, bytes};
}

} // namespace casebook::bench
