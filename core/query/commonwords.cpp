#include "core/query/commonwords.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <iterator>

namespace casebook {

namespace {

// The words of English that stand most often in prose of any kind, the most frequent first, as well as one can say that
// without a subject: no noun that is of a trade. Those of one and two letters are left out.
constexpr const char commonWords[] =
    "the and that for was with his they this have from one had not but what all were when there can your which their "
    "said each about how out them then she many some these would other into has more her two like him see time could "
    "make than been its who now people over only way may down did get come made after back work first well where "
    "very through much before right too any same our just even most also around such because here why think say "
    "help good great because new use used using should still take every while never last another both between under "
    "own off against again went being few those always until since without though does three next own might must "
    "want need long little look put end does set large often once home read hand however give found year years day "
    "days things thing something anything nothing everything know known knew look looked looking seem seemed seems "
    "become became becomes keep kept let begin began begun start started starts starting show showed shown shows try "
    "tried trying call called calls ask asked tell told turn turned move moved moving live lived believe hold bring "
    "brought happen happened happens write written wrote provide provided provides sit stand lose pay meet include "
    "included includes including continue continued learn learned change changed changes changing lead led understand "
    "watch follow followed following follows stop create created creates speak allow allowed allows add added spend "
    "grow open walk win offer offered remember consider considered appear buy wait serve die send expect expected "
    "build built stay fall cut reach kill remain raise pass sell require required requires report decide decided "
    "pull able already almost although among better best big bigger both bring came cannot case cases certain "
    "clear clearly close common company could couldn course didn different difference difficult doesn doing don done "
    "during early easy easier easily either else enough especially ever example examples fact far fewer finally find "
    "finding finds form four full further gave general generally gets getting given gives giving goes going gone got "
    "group half hard has hasn having high higher hope idea ideas important instead isn issue issues job kind later "
    "least less likely line lines list lot lots low lower main major makes making mean means meant mind moment month "
    "months name near nearly necessary number numbers old older order others ourselves overall part parts perhaps "
    "person place places plan point points possible present pretty probably problem problems put question quickly "
    "quite rather real really reason reasons recent recently result results said same saw says second seconds seen "
    "sense several short side similar simple simply single small smaller somewhat soon sort special state story "
    "sure system systems taken takes taking talk team teams ten that themselves therefore third thought thousand "
    "thousands times today together took top total true two type types unlike upon usual usually various view ways "
    "week weeks whether whole whose will within won words word working works world worth wouldn write writing yes "
    "yet you young actually along available away based began behind beyond bit body chance choice choose chose chosen "
    "comes coming completely current currently deal directly due effort entire entirely everyone exactly experience "
    "extra feel felt field figure focus force front future goal goals happy having heard heart help helped helps hence "
    "hit hour hours hundred hundreds immediately impact increase increased interest interesting involved itself "
    "largely level levels light local longer man matter maybe men million minute minutes mostly much multiple "
    "myself needed needs none note normal obviously ones onto opportunity original originally parts past period "
    "piece pieces plus positive previous previously process project projects public quick reasonable related "
    "relatively respect rest role run running runs seemed seriously significant significantly situation slightly "
    "solution solutions somehow someone space specific step steps strong success successful suddenly support "
    "supported surprise table task tasks term terms themselves thinking though thus tool tools totally towards try "
    "turns ultimately unable until useful users user uses value values via want wanted wants weren whatever whenever "
    "wide wonder yourself aren wasn haven shouldn lets";

constexpr int firstRank = 8;      // what is more frequent has fewer letters, or stands before it anyhow
constexpr double zipf = 0.1;      // the share of the word of rank one
constexpr double uncommon = 5e-5; // the share at rank two thousand

/// Ranks by word.
QHash<QByteArray, int> rankedWords()
{
    QHash<QByteArray, int> ranks;
    const QList<QByteArray> words = QByteArray(commonWords, std::size(commonWords) - 1).split(' ');
    for (const QByteArray &word : words) {
        if (!ranks.contains(word))
            ranks.insert(word, firstRank + static_cast<int>(ranks.size()));
    }
    return ranks;
}

} // namespace

double shareInProse(QByteArrayView word)
{
    static const QHash<QByteArray, int> ranks = rankedWords();
    const auto rank = ranks.constFind(QByteArray::fromRawData(word.data(), word.size()));
    return rank == ranks.constEnd() ? uncommon : zipf / *rank;
}

double shareOfUncommonWord()
{
    return uncommon;
}

} // namespace casebook
