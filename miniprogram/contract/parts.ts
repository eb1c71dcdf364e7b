/** Long answers that come in parts of 16 KB at most: their lists one behind the other. */

/** `after` is the `next` of the part before. Whoever asks without `inParts` is told everything at once. */
export interface InParts {
  inParts?: true;
  after?: string;
}

export interface Part {
  /** Goes back as `after`: there is more. */
  next?: string;
  /** Whoever has all parts may ask with it as `after`: row-changed where it is no longer so, else a part without rows. */
  end?: string;
}
