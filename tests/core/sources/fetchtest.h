#pragma once

#include "core/sources/fetch.h"
#include "tests/support/heldtime.h"

#include <QHash>
#include <QHostAddress>

/// A fetcher for tests: with time of its own, no proxy unless told, and names that a test makes up. 127.0.0.1 counts as
/// public, all else as it is.
class TestFetcher {
public:
    explicit TestFetcher(bool systemProxy = false);

    /// What names lead to; every other one is not found.
    QHash<QString, QList<QHostAddress>> hosts;
    QHash<QString, casebook::FetchError> failures; ///< names that cannot be looked up

    HeldTime time;
    casebook::Fetcher fetcher;

    /// Fetches and waits for the answer.
    casebook::FetchAnswer get(const casebook::FetchRequest &request);
    casebook::FetchAnswer get(const QUrl &url);

private:
    casebook::FetchSettings settings(bool systemProxy);
};
