#pragma once

namespace casebook {

class Actions;
class Browser;
class CasePane;
class StatusLine;

/// Connects what the window can do to the case that is shown: read it, edit it, find in it, copy it, make it larger.
/// All of them must live as long as the window.
void connectPaneActions(const Actions &actions, const Browser &browser, CasePane &pane, StatusLine &status);

} // namespace casebook
