#pragma once

#include "core/sources/pagesigns.h"

namespace casebook {

/// What a page that came with a status such as 200 seems to be, by its title, headings and length.
enum class PageKind {
    Ordinary,
    Nearly,    ///< may say that there is no such page: worth a comparison with a page that cannot exist
    Missing,   ///< says that there is no such page
    ForPeople, ///< wants to see that no program asks
    ForSale,   ///< the domain has no owner who writes there any more
};

PageKind kindOf(const PageSigns &signs);

} // namespace casebook
