#include "tests/ui/support/corpusfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace casebook {

using namespace Qt::StringLiterals;

namespace {

const QByteArray smallDescription = R"(name: Small
subject: Rust
roles: {title: title, group: decision, organization: organization, from: from, to: to, year: year, claims: claims,
  sources: sources, related: related}
groups:
  - {value: migrating, label: Migrating, description: Moved over, color: blue}
  - {value: adopting, label: Adopting}
  - {value: against, label: Against}
fields:
  title: {type: text, label: Title, required: true}
  organization: {type: text, label: Organization}
  decision: {type: choice, label: Decision, facet: true}
  from: {type: list, label: From, facet: true}
  to: {type: list, label: To}
  year: {type: year, label: Year, facet: true}
  tags: {type: list, label: Tags, facet: true}
  related: {type: list, label: Related}
)";

} // namespace

CorpusFolder::CorpusFolder() : m_root(QFileInfo(m_folder.path()).canonicalFilePath())
{
    if (!m_folder.isValid())
        qFatal("no temporary folder");
}

void CorpusFolder::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).absolutePath());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path(name)));
}

QByteArray CorpusFolder::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

bool CorpusFolder::exists(const QString &name) const
{
    return QFileInfo::exists(path(name));
}

void CorpusFolder::remove(const QString &name) const
{
    if (!QFile::remove(path(name)))
        qFatal("cannot remove %s", qPrintable(path(name)));
}

void CorpusFolder::rename(const QString &from, const QString &to) const
{
    QDir().mkpath(QFileInfo(path(to)).absolutePath());
    if (!QFile::rename(path(from), path(to)))
        qFatal("cannot rename %s", qPrintable(path(from)));
}

void CorpusFolder::copyBundled() const
{
    const QString source = QStringLiteral(CASEBOOK_SOURCE_DIR "/data/rust");
    QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        write(QDir(source).relativeFilePath(file.fileName()), file.readAll());
    }
}

void CorpusFolder::writeSmall() const
{
    write(u"corpus.yaml"_s, smallDescription);
    write(u"cases/alpha.md"_s,
          caseText("Alpha service",
                   "organization: Acme\ndecision: migrating\nfrom: [Go]\nto: [Rust]\n"
                   "year: 2018\ntags: [web, cache]\nrelated: [beta]\n"));
    write(u"cases/beta.md"_s,
          caseText("Beta engine",
                   "organization: Bolt\ndecision: migrating\nfrom: [C++, Go]\n"
                   "to: [Rust]\nyear: 2020\ntags: [web]\n",
                   "It was slow before.\n"));
    write(u"cases/gamma.md"_s,
          caseText("Gamma tool",
                   "organization: Cog\ndecision: adopting\nto: [Rust]\nyear: 2021\n"
                   "tags: [cli]\n"));
    write(u"cases/delta.md"_s,
          caseText("Delta game",
                   "organization: Dust\ndecision: against\nfrom: [Rust]\nto: [C#]\n"
                   "year: 2024\n",
                   "It was slow to build.\n"));
    write(u"cases/epsilon.md"_s, caseText("Epsilon notes", "organization: Etch\n"));
}

void CorpusFolder::writeMany(int count) const
{
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(4, '0');
        write(u"cases/case-"_s + QString::fromLatin1(number) + u".md"_s,
              caseText("Case " + number,
                       "organization: Many\ndecision: " + QByteArray(i % 2 ? "migrating" : "adopting")
                           + "\nyear: " + QByteArray::number(2000 + i % 20) + '\n'));
    }
}

QByteArray caseText(const QByteArray &title, const QByteArray &frontMatter, const QByteArray &body)
{
    return "---\ntitle: " + title + '\n' + frontMatter + "---\n\n" + body;
}

} // namespace casebook
