"""Words with a capital that name nobody, and words at the head of a sentence that may be somebody's name."""

from __future__ import annotations

#: What a person is called beside a name; said alone, it names nobody.
TITLES = frozenset("mr mrs ms miss mx dr".split())
KIN = frozenset(
    "mum mummy mam mom mother dad daddy father step-mum step-dad stepmum stepdad nan nana nanny nanna "
    "gran granny grandma grandmother grandad granddad grandpa grandfather auntie aunty aunt uncle".split()
)

#: Words of the field, and those of the year, that forms and people write with a capital.
_FIELD = frozenset(
    "i i'm i'd i've i'll year key stage section part child children children's young people person "
    "parent parents carer carers foster family families social worker workers care plan plans "
    "planning order review reviews reviewing independent officer conference protection initial "
    "strategy discussion core group meeting early help assessment local authority council court "
    "police school hospital health visitor contact placement pathway personal adviser education act "
    "regulations local safeguarding partnership team service services manager director designated "
    "lead looked after in need supervision special guardian guardianship interim full statement "
    "report chronology ofsted word windows teams internet covid uk the".split()
)
ALLOWED = TITLES | KIN | _FIELD

#: Given names that are words of the dictionary too: at the head of a sentence they are taken for names.
NAMES_TOO = frozenset(
    "abel ace amber amity angel april archer art ash aster august autumn barb basil bay bear belle "
    "berry bill billy birdie blessing blue bob bobby bonny brandy brook brooke bruce bunny buck bud "
    "carol cash chad chance charity chase cherry chuck clay cliff clover colt comfort constance "
    "cooper coral cricket crystal daisy dale dawn dean delight destiny dick dixie don dot drake drew "
    "duke earl earnest ebony eden ember eve faith fanny favour fawn felicity fern finch fleur flora "
    "ford forest forrest fortune fox frank gale gene genesis gift ginger glen glory glow goodness "
    "grace grant gray guy hale happy harmony harry haven hazel heath heather heaven holly honey "
    "honour hope hunter ike indigo iris ivory ivy jack jade jasmine jasper jay jean jerry jet jewel "
    "jimmy job john joy june junior justice kay ken king kit kitty lance lark laurel lee leo lily "
    "linden lottie love lucky luna mackerel major marina mark marvel marvellous mason matt max may "
    "melody mercy merit merry mickey mike miles mimi minty misty moss myrtle nancy ned nell neptune "
    "nick noble norm ocean olive opal otter page paris parker pat patience patsy patty peace peach "
    "pearl peg penny perry peter petal phoenix pierce piers pip piper polly poppy porter praise "
    "precious prince princess promise prosper prudence queen rain ralph randy raven ray red reed "
    "reese reuben rex rich river rob robin rock rocky rod roger roman rose rosemary rowan royal ruby "
    "rusty ruth sage sally sam sandy saffron sapphire scarlet scout serenity shadow shay shepherd "
    "sienna sierra silver sky skye skylar smith snow solomon sonny sparrow spencer star sterling "
    "stevie stone storm success sue summer sunny sunshine tad tanner tansy taylor teddy temperance "
    "terry timothy tom tony topaz trinity troy tucker turner ty tyler unity van verity victor "
    "victoria viola violet virtue wade walker wally ward warren wash wayne webster west will willow "
    "winter wisdom wolf woody wren wynn zen zinnia".split()
)
