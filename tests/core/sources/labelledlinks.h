#pragma once

#include "core/sources/fetchanswer.h"
#include "core/sources/linkrecord.h"

#include <QList>
#include <QMap>
#include <QString>

/// A link of the labelled set (tests/data/sources/links.txt).
struct LabelledLink {
    struct Reply {
        int status = 200;
        int headStatus = 200;
        QByteArray bytes; ///< of the whole answer, to GET
    };

    QString name;
    casebook::LinkState state = casebook::LinkState::Unchecked; ///< what a person says
    QString path;                                               ///< with the fragment
    QMap<QByteArray, Reply> replies;                            ///< by path; "any": every other
    casebook::FetchError lookup = casebook::FetchError::None;
};

/// The set; ends the program where it cannot be read.
QList<LabelledLink> labelledLinks();
