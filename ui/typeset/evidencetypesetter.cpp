#include "ui/typeset/evidencetypesetter.h"

#include "ui/typeset/casecontext.h"

namespace casebook {

using namespace Qt::StringLiterals;

QString evidenceLink(int claim)
{
    return evidenceLinkPrefix + QString::number(claim);
}

int claimOfEvidenceLink(const QString &address)
{
    if (!address.startsWith(evidenceLinkPrefix))
        return -1;
    bool isNumber = false;
    const int claim = QStringView(address).mid(QStringView(evidenceLinkPrefix).size()).toInt(&isNumber);
    return isNumber && claim >= 0 ? claim : -1;
}

QString evidenceInLines(const QList<EvidenceStep> &steps)
{
    QStringList lines;
    for (const EvidenceStep &step : steps) {
        const QString effect = step.effectInWords();
        lines.append(effect.isEmpty() ? step.sentence : QString(effect + u": "_s + step.sentence));
    }
    return lines.join(u'\n');
}

void CaseContext::evidenceMark(int claim, QTextCharFormat format)
{
    const Strength &strength = claim == 0 ? evidence->strength : evidence->claims.at(claim - 1);
    QString word = wordOf(strength);
    if (claim > 0)
        word[0] = word.at(0).toLower(); // it stands behind a label, in the middle of a line
    if (!style().paper) {
        format.setAnchor(true);
        format.setAnchorHref(evidenceLink(claim));
        format.setToolTip(evidenceInLines(claim == 0 ? evidence->steps() : stepsOf(strength)));
    }
    flow.text(word, format);
}

} // namespace casebook
