#pragma once

#include <QString>

namespace casebook {

/// Which corpus is meant, and what a person should know about the choice.
struct CorpusChoice {
    QString folder; ///< as it was given; empty where there is none at all
    QString note;   ///< a message; usually empty
};

/// The corpus named on the command line, else $CASEBOOK_CORPUS, else the one last opened (QSettings "corpus/last"),
/// else the bundled one. A corpus that was last opened and is gone is passed over, with a note.
CorpusChoice chooseCorpus(const QString &named);

/// The corpus that comes with the program: beside the program as installed, or in the source tree that the program was
/// built in. "" where there is none.
QString bundledCorpus();

} // namespace casebook
