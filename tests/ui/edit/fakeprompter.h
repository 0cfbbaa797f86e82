#pragma once

#include "ui/edit/prompter.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace casebook {

/// Answers at once with what the test says, or keeps the question open until the test answers it.
class FakePrompter : public Prompter {
public:
    /// What was asked, and the answers. Outlives the prompter, which belongs to the page.
    struct Script {
        QStringList asked;
        std::optional<LeaveAnswer> leave;
        std::optional<bool> revert;
        std::optional<bool> recreate;
        std::optional<ConflictAnswer> conflict;
        QString merged;                             // with ConflictAnswer::SaveMerged
        QString copyPlace;                          // empty: the question is called off
        FileVersions versions;                      // of the last conflict
        std::function<void(LeaveAnswer)> openLeave; // the question that is still open
        std::function<void()> beforeConflictAnswer;
    };

    explicit FakePrompter(Script &script) : m_script(script) {}

    void askLeave(QWidget *, const QString &name, std::function<void(LeaveAnswer)> answer) override
    {
        m_script.asked.append(QStringLiteral("leave ") + name);
        if (m_script.leave)
            answer(*m_script.leave);
        else
            m_script.openLeave = std::move(answer);
    }
    void askRevert(QWidget *, const QString &name, std::function<void(bool)> answer) override
    {
        m_script.asked.append(QStringLiteral("revert ") + name);
        answer(m_script.revert.value());
    }
    void askRecreate(QWidget *, const QString &name, std::function<void(bool)> answer) override
    {
        m_script.asked.append(QStringLiteral("recreate ") + name);
        answer(m_script.recreate.value());
    }
    void askConflict(QWidget *, const FileVersions &versions, std::function<void(const ConflictResult &)> answer) override
    {
        m_script.asked.append(QStringLiteral("conflict ") + versions.name);
        m_script.versions = versions;
        if (m_script.beforeConflictAnswer)
            std::exchange(m_script.beforeConflictAnswer, nullptr)();
        answer({m_script.conflict.value(), m_script.merged});
    }

    void askCopyPlace(QWidget *, const QString &name, CopyPlace chosen) override
    {
        m_script.asked.append(QStringLiteral("copy ") + name);
        if (!m_script.copyPlace.isEmpty())
            chosen(m_script.copyPlace);
    }

private:
    Script &m_script;
};

} // namespace casebook
