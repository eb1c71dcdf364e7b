/**
 * Every code with which the server refuses, with its meaning. A refusal is a value, never an exception;
 * `view/feedback` turns each into a Chinese sentence that says what happened, what was kept, what to do.
 */
export const ERROR_CODES = {
  /** The action is not one of this function's. */
  'unknown-action': 1,
  /** A field is missing, unknown, mistyped, or outside its limits; `details.field` names it. */
  'bad-input': 1,
  /** The event is larger than LIMITS.eventBytes. */
  'too-large': 1,
  /** The call carries no WeChat identity. */
  'no-identity': 1,
  /** The caller holds no role that may do this here. */
  'not-allowed': 1,
  /** publicity: WeChat refuses this app id with this secret. */
  'keys-wrong': 1,
  /** The township is closed (read-only); its home says where to turn. */
  'township-closed': 1,
  /** No such thing in this township (or not the caller's own). */
  'not-found': 1,
  /** Too many calls of this role in a minute; `details.seconds` to wait. */
  'rate-limited': 1,
  /** The same idempotency key came before with another body. */
  'key-reused': 1,
  /** The database did not answer in time after bounded retries; nothing is known to be written. Try again. */
  busy: 1,
  /** A bug of ours; logged without personal data. */
  internal: 1,

  /** reception: the day's roster is not published, or the home does not receive on that day. */
  'not-published': 1,
  /** reception: booking, moving and cancelling closed at `details.closesAt`; one may still just come. */
  closed: 1,
  /** reception: the day is over. */
  'past-day': 1,
  /** reception: no free place fits the wish; `details.free` tells how many others are free in that home. */
  full: 1,
  /** reception: somebody waits for this time, the place is theirs. */
  waiting: 1,
  /** reception: the person served already has a live booking on this day. */
  'already-booked': 1,
  /** reception: the person named cannot be booked for from here; why is that person's business alone. */
  'book-in-person': 1,
  /** reception: the account holds as many live bookings on this day as the township allows. Details: most. */
  'too-many-bookings': 1,
  /** reception: the moves of this day are used up. Details: most. */
  'too-many-moves': 1,
  /** reception: the account did too many things with this day (a bound against loops of book and cancel). */
  'too-many-acts': 1,
  /** reception: the office lets this person book again after `details.until`; why: `details.reason`. */
  barred: 1,
  /** reception: the new place is the old one. */
  'same-place': 1,
  /** reception: the booking is cancelled, moved or over; what the phone showed is out of date. */
  'booking-changed': 1,

  /** reception: a place is free at this time (`details.free`), nobody needs to wait. */
  'not-full': 1,
  /** reception: LIMITS.waitingPerTime people wait for this time already. */
  'list-full': 1,
  /** reception: no on-behalf booking has this number and code; `details.left` tries remain. */
  'code-wrong': 1,
  /** reception: the account named LIMITS.wrongCodes wrong codes on this day. */
  'code-locked': 1,
  /** desk: another desk was faster; `details.state` is the visit's state now. */
  'visit-changed': 1,
  /** desk: nobody arrives before the day itself. */
  'not-today': 1,
  /** desk: more than `details.days` days after; from now on only the office enters it, with a reason. */
  'office-only': 1,
  /** desk: more than `details.days` days after nobody enters anything of that day any more. */
  'entry-over': 1,

  /** roster: the holidays of this year are in no table yet; the office enters them or waits, nothing is published. */
  'year-unknown': 1,
  /** roster: by the calendar as it is now there is no reception on that day; the drafts are to be proposed again. */
  'day-moved': 1,
  /** roster: later than the `details.days` of notice; the chief may publish all the same, with words. */
  'too-late-to-publish': 1,
  /** roster: the day is published already. */
  'already-published': 1,
  /** roster: nobody sits there on that day. */
  'nobody-on-duty': 1,
  /** roster: `details.booked` people booked or wait; withdraw no more, find substitutes instead. */
  'day-has-bookings': 1,
  /** roster: the seat changed after the phone read it. */
  'roster-changed': 1,
  /** roster: bookings may point to a published seat; it can be given to another, not emptied. */
  'seat-needed': 1,
  /** roster: the person cannot sit there; `details.why`: role, absent, busy, account. */
  'cannot-sit': 1,
  /** roster: the caller does not sit on that seat. */
  'not-your-seat': 1,
  /** roster: the swap was answered, asked of somebody else, or settled by the office. */
  'swap-over': 1,

  /** request: as many requests as the township allows were submitted on this day. Details: most. */
  'too-many-requests': 1,
  /** request: nothing was said, written or photographed. */
  'nothing-said': 1,
  /** request: a file is not in the caller's own folder. */
  'not-your-file': 1,
  /** request: the title that everybody would read seems to name somebody, or holds a number. */
  'title-names': 1,
  /** request: with these it would have more files than LIMITS.photosInAll, recordingsInAll. */
  'too-many-files': 1,
  /** request: this step is not legal in the state `details.state`. */
  'wrong-state': 1,
  /** request: somebody else has it by now. */
  'not-owner': 1,

  /** request: this was done already, may be done once only, or its days are over. */
  'step-used': 1,
  /** request: the person cannot have it; `details.why`: role, absent, account, recused, village. */
  'cannot-own': 1,
  /** request: only into an older request that is still open. */
  'not-older': 1,
  /** request: whoever handled it may not ask how it was. */
  'not-by-handler': 1,

  /** registry: code, phone digits or both are wrong; `details.left` tries remain. */
  'invitation-wrong': 1,
  /** registry: the invitation is used, revoked, locked after wrong tries, or past its date. */
  'invitation-void': 1,

  /** duty: somebody corrected the activity since the phone read it; `details.edition` is the edition now. */
  'activity-changed': 1,

  /** request: a unit that the county runs (`details.unit`, its name) gets nothing straight from the office. */
  'county-unit': 1,

  /** publicity: somebody saved it since the phone read it; `details.edition` is the edition now. */
  'article-changed': 1,
  /** publicity: `details.open` marks are neither edited away nor overruled. */
  'marks-open': 1,
  /** publicity: the mark is no longer there. */
  'mark-gone': 1,
  /** publicity: this mark cannot be overruled (single deputies in an election period). */
  'mark-stands': 1,
  /** publicity: `details.problems` (Problem codes) stand against submitting it. */
  'article-incomplete': 1,
  /** publicity: the chief wrote in it; another one approves. */
  'own-article': 1,
  /** publicity: what it tells of may not be told any more: the deputy took the consent back, it left the public board. */
  'source-withdrawn': 1,
  /** publicity: the draft was deleted there; ask, then push with `anew`. */
  'draft-deleted': 1,
  /** publicity: the environment holds no keys of this official account. */
  'account-missing': 1,
  /** registry, publicity: somebody changed this row (`details.id`) since the phone read it; nothing was written. */
  'row-changed': 1,
  /** publicity: `details.max` rows are there already. */
  'too-many-rows': 1,
  /** registry: the invitation is in the state `details.state` by now. */
  'invitation-changed': 1,
  /** registry: this role is given and taken by others (the chief, an administrator). */
  'role-beyond': 1,
  /** registry: nobody confirms an invitation that the own account claimed. */
  'own-invitation': 1,
  /** registry: of a role that reads what people say, one issues the invitation and another confirms it. */
  'issued-by-you': 1,
  /** registry: the last administrator stays until there is another. */
  'last-admin': 1,
  /** registry: the set-up secret is wrong, not set, or was used for this township. */
  'setup-void': 1,
  /** registry, report: `details.field` of the row `details.id` is wrong; `details.why`. */
  'row-wrong': 1,
  /** report: no .xlsx, or none that is safe to open. */
  'file-unreadable': 1,
  /** report: somebody computed, submitted or sent it back since the phone read it; `details.edition` is the edition now. */
  'report-changed': 1,
  /** report: whoever submitted it does not sign it. */
  'own-report': 1,
  /**
   * registry: rows (`details.by`, kind and id; `details.n` of them) still name `details.id`; `details.held`: they are
   * invitations to it, used or not.
   */
  'still-used': 1,
  /** registry: another row stands at that place (`details.id`). */
  'row-doubled': 1,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Facts about a refusal that the sentence on the screen may use; never a name, a phone or a text. */
export type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>;
