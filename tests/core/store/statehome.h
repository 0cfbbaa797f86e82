#pragma once

#include <QTemporaryDir>

namespace casebook {

/// A state folder for one test: what is kept goes nowhere else.
class StateHome {
public:
    StateHome() { qputenv("XDG_STATE_HOME", m_folder.path().toUtf8()); }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace casebook
