/**
 * Every limit in one place. Sizes follow from Azure Tables (32 K characters a property, 100 rows a transaction) and
 * from Teams (a card under 28 KB, of which we use 25); the rest is what fits a phone.
 */
export const limits = {
  /** Characters of a one-line answer. */
  line: 200,
  /** Characters on a button of a card: more is cut off on a phone. */
  button: 40,
  /** Characters of a longer answer. */
  text: 2_000,
  /** Characters of what a reporter saw or heard. */
  story: 4_000,
  /** Pupils that one report is about; each becomes a case, in one transaction. */
  targets: 3,
  /** Other pupils that one report names. */
  involved: 6,
  /** Agreements that one step records (P10). */
  agreements: 12,
  /** Pupils chosen in one answer, such as a support group. */
  pupilsInAnswer: 12,
  /** Characters of one event's JSON (Azure Tables: 32 K characters a string property). */
  eventJson: 32_000,
  /** Rows in one transaction (Azure Tables: 100). */
  rowsInTransaction: 100,
  /** Jobs that one transaction plans; what comes above is planned by a job of its own (a whole staff may be told). */
  jobsInTransaction: 40,
  /** Bytes of a card as sent (Teams refuses above 28 KB). */
  cardBytes: 25_000,
  /** Bytes of a request's body: a form with every field full, twice over. */
  requestBytes: 256_000,
  /** Requests of one person to the tab's API: so many at once, and so many a second. */
  requests: { burst: 60, rate: 10 },
  /** Days that a form of the tab may stand open. */
  formDays: 7,
  /** Undelivered messages that the coordinator's list shows. */
  undelivered: 20,
  /** Choices in one list of a card, so that the card stays under its limit. */
  choices: 60,
  /** Words from which on a text that is no command is taken for something that happened. */
  storyWords: 8,
  /** Look-ups and commands that are put to somebody who typed something else. */
  suggested: 4,
  /** Holders of one function that a list of staff names. */
  holders: 60,
  /** Pupils found while typing: Teams shows no more. */
  typeahead: 15,
  /** Vertrouwenspersonen that one card names (P3). */
  confidants: 8,
  /** Characters of a note that a vertrouwenspersoon keeps with a message. */
  confidentialNote: 500,
  /** Such notes that the message's card shows, the latest. */
  confidentialNotes: 5,
  /** Numbers to call when it can't wait (P2): more than these nobody reads in a hurry. */
  emergencyNumbers: 6,
  /** Characters of a telephone number, with an extension. */
  phone: 40,
  /** Characters of a point to be alert to (P20): it stands on a card with others. */
  alert: 150,
  /** School days after which such a point expires (P20). */
  alertDays: 5,
  /** Points that one card of the dagopening shows. */
  alerts: 12,
  /** Minutes that a dagopening lasts: then its card closes. */
  briefingMinutes: 30,
  /** Names that one card sums up; after these it counts. */
  names: 12,
  /** Rows of a list on one card, each with its button: after these it counts. */
  listed: 12,
  /** Notes for the pupil tracking system that one card lists, each to be ticked. */
  notes: 20,
  /** Pupils who had better not be placed together, on one card (P21). */
  apart: 30,
  /** Agreements of a case that its card shows, the latest. */
  agreementsShown: 5,
  /** School years back to which a closed case is found by its number. */
  yearsBack: 10,
  /** Days of absence above which what was typed is asked back: a slip of the pen would take somebody's tasks away. */
  awayUnasked: 28,
  /** Days ahead to which somebody can be marked absent. */
  awayDays: 366,
  /** The highest score of a pupil's safety (P9). */
  score: 10,
  /** Vacations, study days and the like that a school enters. */
  closures: 80,
  /** Days that one of these lasts at most: more is a slip of the pen. */
  closureDays: 70,
  /** Functions of one person. */
  posts: 12,
  /** Parts of a school that one transaction of an import writes: it holds more rows than these. */
  importRows: 80,
  /** Characters of a pupil's name. */
  pupilName: 100,
  /** Pupils in one import. */
  importPupils: 3_000,
  /** Lines that the report of an import shows of each kind, and lines of a page of pupils or of the log. */
  reported: 50,
  /** Cases that one look at the log reads, the latest first. */
  logCases: 300,
  /** Days that a form's result is kept, so that it counts once; an older form is refused. */
  seenDays: 200,
  /** Days that is kept what the calendar brought once, and where a card of the dagopening stands. */
  keptDays: 7,
} as const;
