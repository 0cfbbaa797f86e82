#pragma once

#include "core/corpus/corpus.h"
#include "core/curate/plan.h"

namespace casebook {

/// Another address that is proposed for a source.
struct AddressChange {
    QString from; ///< as it stands in the case study, but for blanks around it
    QString to;

    bool operator==(const AddressChange &) const = default;
};

/// What it means to give sources other addresses: in each file that is named, every source with an old address gets the
/// new one. Nothing else changes, not even a link in the body that has the same address.
///
/// Nothing is written. Files are left out that cannot be read or written, and those whose edits are refused; those that
/// cite none of the addresses are as they would become (Plan::same). Any thread.
Plan planAddresses(const CorpusLayout &layout, const Schema &schema, const QStringList &paths,
                   const QList<AddressChange> &changes, const FileProgress &progress = {});

/// The paths of the cases that cite one of the old addresses, in the order of the corpus.
QStringList pathsCiting(const Corpus &corpus, const QList<AddressChange> &changes);

} // namespace casebook
