#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace casebook {

/// "3 of 17 matches" with keys to the one before and the next one.
class MatchBar : public QWidget {
    Q_OBJECT

public:
    explicit MatchBar(QWidget *parent = nullptr);

    void setActions(QAction *previous, QAction *next);
    /// `current` from 0, -1: none. Hidden where nothing is sought.
    void showMatches(bool sought, int current, int count);

private:
    QLabel *m_text;
};

} // namespace casebook
