/**
 * XML read as a stream, as far as spreadsheets need it: tags, their attributes when somebody asks, and text. A sheet with
 * a million blank styled rows is 130 MB of tags, which a full parser takes seven seconds to say nothing about; looking
 * at tags alone takes half a second. What no spreadsheet program writes (declared entities, tags that do not match) is
 * refused.
 */

/** `attributes` is the text between name and end of the tag; `attribute` finds one in it. */
export interface XmlHandler {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** What is wrong with the file itself. */
export class BrokenTableError extends Error {}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Deeper than any part of a workbook. */
const DEEPEST = 60;
/** A tag or an entity longer than this is no tag: the buffer would grow for ever. */
const LONGEST_TAG = 65_536;

/** What looks like a tag and is none; only the plain one holds text. */
const SPECIAL = [
  { begin: '<!--', end: '-->', plain: false },
  { begin: '<![CDATA[', end: ']]>', plain: true },
  { begin: '<?', end: '?>', plain: false },
] as const;

export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, known);
  return known;
}

/** The value of one attribute; undefined: it is not there. Prefixes (`r:id`) are part of the name. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = patternOf(name).exec(attributes);
  return found ? decodeXml(found[1] ?? found[2] ?? '') : undefined;
}

/** The prefix of a namespace does not count: `x:row` is `row`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Tags in the order in which they come; whatever does not match is refused. */
class TagReader {
  private readonly open: string[] = [];
  private began = false;

  constructor(private readonly handler: XmlHandler) {}

  /** Between two tags. */
  get inside(): boolean {
    return this.open.length > 0;
  }

  get whole(): boolean {
    return this.began && !this.inside;
  }

  take(tag: string): void {
    if (tag.startsWith('/')) {
      const name = tag.slice(1).trim();
      if (this.open.pop() !== name) throw new BrokenTableError('tags do not match');
      this.handler.close?.(localName(name));
      return;
    }
    const empty = tag.endsWith('/');
    const inner = empty ? tag.slice(0, -1) : tag;
    const cut = inner.search(/\s/);
    const name = cut < 0 ? inner : inner.slice(0, cut);
    if (this.whole) throw new BrokenTableError('two roots');
    this.began = true;
    this.handler.open?.(localName(name), cut < 0 ? '' : inner.slice(cut));
    if (empty) this.handler.close?.(localName(name));
    else if (this.open.push(name) > DEEPEST) throw new BrokenTableError('too deep');
  }
}

/** Where what begins at `at` ends; undefined: the rest of it has not come yet. */
function takeMarkup(text: string, at: number, tags: TagReader, handler: XmlHandler): number | undefined {
  const after = text[at + 1];
  const isSpecial = after === '!' || after === '?';
  const special = isSpecial ? SPECIAL.find(({ begin }) => text.startsWith(begin, at)) : undefined;
  if (special) {
    const end = text.indexOf(special.end, at);
    if (end < 0) return undefined;
    if (special.plain) handler.text?.(text.slice(at + special.begin.length, end));
    return end + special.end.length;
  }
  if (after === '!') {
    if (text.length - at < '<![CDATA['.length) return undefined;
    throw new BrokenTableError('a declaration');
  }
  const end = text.indexOf('>', at);
  if (end < 0) return undefined;
  tags.take(text.slice(at + 1, end));
  return end + 1;
}

export function scanXml(handler: XmlHandler): { write(chunk: string): void; end(): void } {
  const tags = new TagReader(handler);
  let left = '';
  return {
    write(chunk) {
      const text = left + chunk;
      let at = 0;
      for (;;) {
        const next = text.indexOf('<', at);
        if (next < 0) {
          // An entity may be cut in two, so text waits for the tag that ends it.
          left = text.slice(at);
          break;
        }
        if (next > at && handler.text && tags.inside) handler.text(decodeXml(text.slice(at, next)));
        const end = takeMarkup(text, next, tags, handler);
        if (end === undefined) {
          left = text.slice(next);
          break;
        }
        at = end;
      }
      if (left.length > LONGEST_TAG && left.startsWith('<')) throw new BrokenTableError('an endless tag');
    },
    end() {
      if (!tags.whole) throw new BrokenTableError('cut off');
    },
  };
}
