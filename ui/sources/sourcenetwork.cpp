#include "ui/sources/sourcenetwork.h"

#include "core/sources/linkchecker.h"
#include "core/sources/waybacklookup.h"

namespace casebook {

namespace {

class WebLinkCheck : public LinkCheck {
public:
    WebLinkCheck(Fetcher &fetcher, QObject *parent) : LinkCheck(parent), m_checker(fetcher)
    {
        connect(&m_checker, &LinkChecker::asking, this, [this](const QString &url) { emit asking({url}); });
        connect(&m_checker, &LinkChecker::checked, this, &LinkCheck::answered);
        connect(&m_checker, &LinkChecker::finished, this, &LinkCheck::finished);
    }

    void start(const QStringList &addresses, bool allowPrivate) override
    {
        m_checker.setAllowPrivate(allowPrivate);
        m_checker.start(addresses);
    }
    void cancel() override
    {
        m_checker.cancel();
        emit finished();
    }

private:
    LinkChecker m_checker;
};

class WaybackCopyLookup : public CopyLookup {
public:
    WaybackCopyLookup(Fetcher &fetcher, QObject *parent) : CopyLookup(parent), m_lookup(fetcher) {}

    void start(const QList<SoughtCopy> &pages) override
    {
        m_left = pages.size();
        for (const SoughtCopy &page : pages) {
            m_lookup.find(page.address, page.near, this,
                          [this, address = page.address](const Result<std::optional<WaybackCopy>> &copy) {
                              take(address, copy);
                          });
        }
    }
    void cancel() override
    {
        m_lookup.cancel();
        emit finished();
    }

private:
    void take(const QString &address, const Result<std::optional<WaybackCopy>> &copy)
    {
        FoundCopy found;
        found.address = address;
        if (!copy) {
            found.error = copy.error().message;
        } else if (*copy) {
            found.copy = QString::fromLatin1((*copy)->url.toEncoded());
            found.taken = (*copy)->when;
        }
        emit answered(found);
        if (--m_left == 0)
            emit finished();
    }

    WaybackLookup m_lookup;
    qsizetype m_left = 0;
};

} // namespace

SourceNetwork sourceNetwork(QObject *owner)
{
    const auto fetcher = [owner]() -> Fetcher & {
        auto *found = owner->findChild<Fetcher *>(QString(), Qt::FindDirectChildrenOnly);
        return found ? *found : *new Fetcher({}, owner);
    };
    return {[fetcher](QObject *parent) { return new WebLinkCheck(fetcher(), parent); },
            [fetcher](QObject *parent) { return new WaybackCopyLookup(fetcher(), parent); }};
}

} // namespace casebook
