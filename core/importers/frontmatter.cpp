#include "core/importers/frontmatter.h"

#include "core/document/document.h"

#include <QStringList>

namespace casebook {

using namespace Qt::StringLiterals;

ForeignText withoutFrontMatter(const QString &text)
{
    const Document document = Document::parse(text.toUtf8());
    if (document.frontMatterKind() == FrontMatterKind::None || document.isBroken())
        return {{}, {}, text, 1};
    const Span matter = document.frontMatter();
    const QByteArray before = document.bytes().first(document.body().begin);
    return {toValue(document.tree()), QString::fromUtf8(document.bytes().mid(matter.begin, matter.size())).trimmed(),
            QString::fromUtf8(document.bodyText().toByteArray()), static_cast<int>(before.count('\n')) + 1};
}

QString aboutWith(const ForeignText &text, const QString &rest)
{
    QStringList parts;
    const QString title = text.fields[u"title"].toText().simplified();
    if (!title.isEmpty())
        parts.append(u"# "_s + title);
    if (!text.frontMatter.isEmpty())
        parts.append(u"~~~~yaml\n"_s + text.frontMatter + u"\n~~~~"_s);
    if (!rest.isEmpty())
        parts.append(rest);
    return parts.join(u"\n\n"_s);
}

} // namespace casebook
