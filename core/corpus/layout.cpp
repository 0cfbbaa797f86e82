#include "core/corpus/layout.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

namespace casebook {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

QString translate(const char *text)
{
    return QCoreApplication::translate("Corpus", text);
}

/// What stands after the last slash. A view, since a walk asks for it at every file.
std::string_view nameOf(const fs::directory_entry &entry)
{
    const std::string_view path = entry.path().native();
    return path.substr(path.rfind('/') + 1);
}

bool isInside(const QString &canonical, const QString &root)
{
    return canonical == root || canonical.startsWith(root.endsWith(u'/') ? root : QString(root + u'/'));
}

QString toText(std::string_view path)
{
    return QFile::decodeName(QByteArray(path.data(), static_cast<qsizetype>(path.size())));
}

/// Goes through the folders, each on its own, so that one which cannot be read does not end the walk.
class Walk {
public:
    Walk(const CorpusLayout &layout, const std::function<bool(const FoundFile &)> &found,
         const std::function<void(const QString &)> &refused)
        : m_layout(layout), m_found(found), m_refused(refused)
    {
    }

    void run()
    {
        if (!leadsInside(m_layout, m_layout.caseFolder)) {
            m_refused(QDir::cleanPath(m_layout.caseFolder));
            return;
        }
        m_folders.emplace_back(QFile::encodeName(m_layout.absolute(m_layout.caseFolder)).toStdString());
        while (!m_folders.empty()) {
            const fs::path folder = std::move(m_folders.back());
            m_folders.pop_back();
            if (!lookInto(folder))
                return;
        }
    }

private:
    /// Answers false where the walk is to end.
    bool lookInto(const fs::path &folder)
    {
        const QString inside = relative(folder);
        const QString prefix = inside.isEmpty() ? QString() : QString(inside + u'/');
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        if (error == std::errc::permission_denied)
            m_refused(inside);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
            if (!visit(*entries, prefix))
                return false;
        }
        return true;
    }

    /// `prefix`: the folder below the corpus, with a slash at its end unless it is the corpus.
    bool visit(const fs::directory_entry &entry, const QString &prefix)
    {
        std::error_code error;
        const std::string_view name = nameOf(entry);
        const bool linked = entry.is_symlink(error);
        if (name.starts_with('.'))
            return true;
        const auto path = [&] { return QString(prefix + toText(name)); };
        if (name.ends_with(".md") && (linked || !entry.is_directory(error))) {
            const QString found = path();
            return found == CorpusLayout::templatePath() || m_found({found, linked});
        }
        if (!entry.is_directory(error))
            return true;
        if (!linked)
            m_folders.push_back(entry.path());
        else if (!leadsInside(m_layout, path()))
            m_refused(path());
        return true;
    }

    QString relative(const fs::path &path) const
    {
        return QDir::cleanPath(toText(path.native())).mid(m_layout.absolute({}).size());
    }

    const CorpusLayout &m_layout;
    const std::function<bool(const FoundFile &)> &m_found;
    const std::function<void(const QString &)> &m_refused;
    std::vector<fs::path> m_folders; ///< still to be looked into
};

} // namespace

QString CorpusLayout::absolute(const QString &path) const
{
    return root.endsWith(u'/') ? QString(root + path) : QString(root + u'/' + path);
}

QString CorpusLayout::idOf(const QString &path) const
{
    QString id = path;
    if (id.startsWith(caseFolder))
        id.remove(0, caseFolder.size());
    if (id.endsWith(u".md"))
        id.chop(3);
    return id;
}

QString CorpusLayout::pathOf(const QString &id) const
{
    return caseFolder + id + u".md";
}

Result<CorpusLayout> findLayout(const QString &folder)
{
    const QFileInfo info(folder);
    if (folder.isEmpty() || !info.exists())
        return Error{translate("The folder %1 is not there: it may have been moved or deleted.").arg(folder)};
    if (!info.isDir())
        return Error{translate("%1 is a file, and a corpus is a folder.").arg(folder)};
    if (!info.isReadable() || !info.isExecutable())
        return Error{translate("The folder %1 cannot be read: its permissions forbid it.").arg(folder)};
    CorpusLayout layout;
    layout.root = info.canonicalFilePath();
    layout.hasDescription = QFileInfo(layout.descriptionPath()).isFile();
    if (layout.hasDescription && QFileInfo(layout.absolute(u"cases"_s)).isDir())
        layout.caseFolder = u"cases/"_s;
    return layout;
}

bool isValidId(QStringView id)
{
    const auto isPlain = [](QChar character) {
        return (character.unicode() < 128 && character.isLetterOrNumber()) || character == u'-' || character == u'_'
            || character == u'.';
    };
    const auto parts = id.split(u'/');
    return std::all_of(parts.begin(), parts.end(), [&](QStringView part) {
        return !part.isEmpty() && part.front() != u'.' && part.size() <= 200
            && std::all_of(part.begin(), part.end(), isPlain);
    });
}

bool leadsInside(const CorpusLayout &layout, const QString &path)
{
    // Not QFileInfo::canonicalFilePath(), which gives back a path that it cannot follow, such as a link to itself.
    std::error_code error;
    const fs::path target = fs::canonical(QFile::encodeName(layout.absolute(path)).toStdString(), error);
    return !error && isInside(toText(target.native()), layout.root);
}

void walkCases(const CorpusLayout &layout, const std::function<bool(const FoundFile &)> &found,
               const std::function<void(const QString &)> &refused)
{
    Walk(layout, found, refused).run();
}

QStringList caseFolders(const CorpusLayout &layout, int most)
{
    QStringList folders{layout.root};
    if (!leadsInside(layout, layout.caseFolder))
        return folders;
    QDirIterator entries(layout.absolute(layout.caseFolder), QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                         QDirIterator::Subdirectories);
    if (!layout.caseFolder.isEmpty())
        folders.append(QDir::cleanPath(layout.absolute(layout.caseFolder)));
    while (entries.hasNext() && folders.size() < most) {
        const QString folder = entries.next();
        if (!folder.mid(layout.root.size()).contains(u"/."))
            folders.append(QDir::cleanPath(folder));
    }
    return folders;
}

} // namespace casebook
