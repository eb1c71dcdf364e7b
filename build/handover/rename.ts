/** What a township and its things are called in one environment, told in the names of another. */
import { FILE, mapTexts, plainOf, RUN, type Document } from './texts';

export interface Names {
  /** Ids of the township here and there. */
  from: string;
  to: string;
  /** Ids of all documents, as they are here. */
  ids: ReadonlySet<string>;
  /** Keyed hashes here → there. */
  hashes: ReadonlyMap<string, string>;
  /** Ids of files here → there. */
  files: ReadonlyMap<string, string>;
}

/** Acts on the township itself: what they are about is its id. */
const ABOUT_TOWNSHIP = /^(close-township|open-township|set-up)$/;
const TAILS = [10, 8];

export class Renamer {
  private readonly prefixed: RegExp;
  private readonly ownRow: RegExp;

  constructor(private readonly names: Names) {
    const { from } = names;
    this.prefixed = new RegExp(`(?<![0-9A-Za-z])${from}~[0-9A-Za-z_-]+(~[0-9A-Za-z_-]+){0,3}`, 'g');
    this.ownRow = new RegExp(`^${from}~townships~${from}(?=~|$)`);
  }

  /** Within another text only what is the id of a document: `t1~t1` may be a row of that name as well. */
  private isId(text: string): boolean {
    const parts = text.split('~');
    return parts.some((_part, at) => this.names.ids.has(parts.slice(0, at + 1).join('~')));
  }

  private ofTownship(text: string): string {
    const { from, to } = this.names;
    if (text.startsWith(`${from}/`)) return to + text.slice(from.length);
    return text
      .replace(this.ownRow, `${from}~townships~${to}`)
      .replace(this.prefixed, (id, ...[, at]) =>
        at === 0 || this.isId(id) ? to + id.slice(from.length) : id,
      );
  }

  private ofHash(text: string): string {
    return text.replace(RUN, (run) => this.names.hashes.get(run) ?? run);
  }

  text(text: string): string {
    const { files } = this.names;
    const parts = text.split(FILE);
    const between = text.match(FILE) ?? [];
    return parts
      .map((part, at) => {
        const file = between[at];
        return this.ofHash(this.ofTownship(part)) + (file === undefined ? '' : (files.get(file) ?? file));
      })
      .join('');
  }

  /** A part of what a hash is made of. */
  part(part: string, at: number): string {
    return at === 1 && part === this.names.from ? this.names.to : this.text(part);
  }

  /** Lists are in the order of a field that ends with its id: it ends with the new one. */
  private tail(text: string, field: string, before: string, after: string): string {
    if (before === after || !/seq$/i.test(field)) return text;
    const letters = TAILS.find((count) => text.endsWith(before.slice(-count)));
    return letters === undefined ? text : text.slice(0, -letters) + after.slice(-letters);
  }

  document<T extends Document>(document: T): T {
    const { from, to } = this.names;
    const whole = (field: string, acts: boolean) =>
      ['_id', 'township', 'document'].includes(field) || (field === 'of' && acts);
    const after = document._id === from ? to : this.text(document._id);
    const onTownship = ABOUT_TOWNSHIP.test(plainOf(document['act']));
    return mapTexts(
      document,
      (text, field) => {
        if (text === from && whole(field, onTownship)) return to;
        return this.tail(this.text(text), field, document._id, after);
      },
      (field) => this.ofHash(field),
    ) as T;
  }
}
