#pragma once

#include "ui/sources/linkcheck.h"

#include <QHash>
#include <QStringList>

namespace casebook {

/// Answers in the place of the network, as a test tells it to.
struct ScriptedNetwork {
    QStringList asked;     ///< every address that was asked, in order
    QStringList lookedFor; ///< every page of which a copy was looked for
    QList<QDate> near;     ///< for each of them the day near which
    bool allowedPrivate = false;
    bool holds = false; ///< answers the first address only, and waits to be stopped
    QHash<QString, LinkRecord> answers;
    QHash<QString, FoundCopy> copies;

    SourceNetwork network();
};

class ScriptedCheck : public LinkCheck {
    Q_OBJECT

public:
    ScriptedCheck(ScriptedNetwork &script, QObject *parent) : LinkCheck(parent), m_script(script) {}

    void start(const QStringList &addresses, bool allowPrivate) override
    {
        m_script.allowedPrivate = allowPrivate;
        m_left = addresses;
        m_script.asked += addresses;
        QMetaObject::invokeMethod(this, &ScriptedCheck::answerNext, Qt::QueuedConnection);
    }
    void cancel() override
    {
        m_left.clear();
        emit finished();
    }

private:
    void answerNext()
    {
        if (m_left.isEmpty())
            return;
        const QString address = m_left.takeFirst();
        emit asking({address});
        LinkRecord record = m_script.answers.value(address);
        if (record.state == LinkState::Unchecked)
            record.state = LinkState::Fine;
        record.url = address;
        if (!record.checked.isValid())
            record.checked = QDateTime::currentDateTimeUtc();
        emit answered(record);
        if (m_script.holds && !m_left.isEmpty()) {
            emit asking({m_left.first()});
            return;
        }
        if (m_left.isEmpty())
            emit finished();
        else
            QMetaObject::invokeMethod(this, &ScriptedCheck::answerNext, Qt::QueuedConnection);
    }

    ScriptedNetwork &m_script;
    QStringList m_left;
};

class ScriptedLookup : public CopyLookup {
    Q_OBJECT

public:
    ScriptedLookup(ScriptedNetwork &script, QObject *parent) : CopyLookup(parent), m_script(script) {}

    void start(const QList<SoughtCopy> &pages) override
    {
        for (const SoughtCopy &page : pages) {
            m_script.lookedFor.append(page.address);
            m_script.near.append(page.near);
        }
        QMetaObject::invokeMethod(
            this,
            [this, pages] {
                for (const SoughtCopy &page : pages) {
                    FoundCopy copy = m_script.copies.value(page.address);
                    copy.address = page.address;
                    emit answered(copy);
                }
                emit finished();
            },
            Qt::QueuedConnection);
    }
    void cancel() override { emit finished(); }

private:
    ScriptedNetwork &m_script;
};

inline SourceNetwork ScriptedNetwork::network()
{
    return {[this](QObject *parent) { return new ScriptedCheck(*this, parent); },
            [this](QObject *parent) { return new ScriptedLookup(*this, parent); }};
}

} // namespace casebook
